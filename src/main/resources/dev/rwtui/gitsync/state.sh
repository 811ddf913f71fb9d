# How a repository stands. Given: onto (see survey.sh; "nothing" for a branch without a commit).

# operation WORDS FILE...
operation() {
  _said=$1
  shift
  for _file in "$@"; do
    if [ -e "$directory/$_file" ]; then
      say operation "$_said"
      return
    fi
  done
}

# seconds FILE: when it was changed; what stat that is, is known once.
seconds() {
  if stat -c %Y / >/dev/null 2>&1; then stat -c %Y "$1"; else stat -f %m "$1"; fi
}

# upstream: what the branch $reference follows. Gives $tracking and $upstream, its commit.
follow() {
  _branch=${reference#refs/heads/}
  _how=configured
  _remote=$(git config --get "branch.$_branch.remote")
  _merge=$(git config --get "branch.$_branch.merge")
  if [ -z "$_remote" ] || [ -z "$_merge" ]; then
    _how=assumed
    _remote=$(git remote 2>/dev/null)
    case $_remote in
      '') _how=none ;;
      origin | origin"$nl"* | *"$nl"origin | *"$nl"origin"$nl"*) _remote=origin ;;
      *"$nl"*) _how=none ;;
    esac
    _merge=$reference
  fi
  tracking= upstream=
  if [ $_how != none ]; then
    tracking=$(git for-each-ref --format='%(upstream)' "$reference")
    if [ -z "$tracking" ] || [ $_how = assumed ]; then
      case $_remote in
        .) tracking=$_merge ;;
        *) tracking=refs/remotes/$_remote/${_merge#refs/heads/} ;;
      esac
    fi
    upstream=$(git rev-parse -q --verify "$tracking^{commit}")
    _url=$(git remote get-url "$_remote" 2>/dev/null)
  fi
  say upstream $_how "$_remote" "$_url" "$_merge" "$tracking" "$upstream"
}

state() {
  reference=$(git symbolic-ref -q HEAD)
  head=$(git rev-parse -q --verify 'HEAD^{commit}')
  say head "$reference" "$head" "$(g log -1 --format=%s HEAD 2>/dev/null)"
  [ -z "$head" ] || say time "$(g log -1 --format=%ct HEAD 2>/dev/null)"
  empty=$(git hash-object -t tree /dev/null)
  say empty "$empty"
  tracking= upstream=
  [ -z "$reference" ] || follow
  [ -z "$onto" ] || upstream=$(git rev-parse -q --verify "$onto^{commit}")
  say onto "$upstream"
  operation 'a rebase' rebase-merge rebase-apply
  operation 'a merge' MERGE_HEAD
  operation 'a cherry-pick' CHERRY_PICK_HEAD
  operation 'a revert' REVERT_HEAD
  operation 'a bisection' BISECT_LOG
  [ ! -e "$directory/index.lock" ] || say lock "$(head -c 200 "$directory/index.lock" | tr -d '\000')"
  [ ! -f "$directory/rwtui/journal" ] || say journal "$(cat "$directory/rwtui/journal")" "$(hostname 2>/dev/null || uname -n)" "$(running_journal)"
  [ ! -s "$directory/FETCH_HEAD" ] || say fetched "$(seconds "$directory/FETCH_HEAD")"
  [ ! -f "$common/shallow" ] || say trait SHALLOW
  [ "$(git config --bool core.sparseCheckout)" != true ] || say trait SPARSE
  try g status --porcelain=v2 --untracked-files=all
  tell status "$out"
  say fingerprint "$(printf '%s\n' "$out" | git hash-object --stdin)"
  if [ "$onto" = nothing ]; then
    if [ -n "$head" ]; then
      try g diff-tree -r "$head" "$empty"
      tell incoming "$out"
    fi
  elif [ -n "$upstream" ] && [ "$upstream" != "$head" ]; then
    if [ -n "$head" ]; then
      try g rev-list --left-right --count "$head...$upstream"
      say counts "$out"
    fi
    try g diff-tree -r "${head:-$empty}" "$upstream"
    tell incoming "$out"
  fi
}

# began PID: when a process began, as far as the system tells; another one may have its number by now.
began() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }

# running_journal: whether the git-sync that left a journal is still at work.
running_journal() {
  _pid=$(sed -n 's/^pid //p' "$directory/rwtui/journal")
  _began=$(sed -n 's/^began //p' "$directory/rwtui/journal")
  case $_pid in
    '' | *[!0-9]*) return ;;
  esac
  if kill -0 "$_pid" 2>/dev/null || [ -d "/proc/$_pid" ]; then
    if [ -z "$_began" ] || [ "$(began "$_pid")" = "$_began" ]; then echo running; fi
  fi
}
