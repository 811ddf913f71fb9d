# Brings a work tree, its index and its branch to another state, and keeps what goes. Given:
#   id; about (what is kept, in words); reference, head (may be empty) and fingerprint as they were planned;
#   target (a commit; empty for a branch without one);
#   set_aside (quoted paths, a line each); dirty, clean (the same, a line each, whose content is kept; the first differ from HEAD);
#   gone (lines for --index-info that take out paths that are not on the disk); stay (the same, for what is not removed);
#   flagged (quoted paths that git was told to overlook, and that are to be looked at);
#   untouched (those of dirty that nothing is written over);
#   places (calls of x, o and d: what was seen where files come);
#   asides (calls of a), empties (calls of r); kept_branch (may be empty);
#   where a backup is restored: backups (commits, the oldest last), indexed (the one whose index it is), returns (calls of
#   b), unmade (calls of u), made (calls of m), modes (calls of c).
owner= kept=
trap 'exit 1' PIPE
enter
work=$directory/rwtui
shadow=$work/shadow
lock=$directory/index.lock
objects=$(git rev-parse --git-path objects)
case $objects in /*) ;; *) objects=$root/$objects ;; esac
empty=$(git hash-object -t tree /dev/null)

clean_up() {
  [ -n "$owner" ] || return 0
  [ "$(cat "$lock" 2>/dev/null)" != "rwtui $id" ] || rm -f "$lock"
  # Where nothing was changed there is nothing to undo.
  [ "$owner" = changing ] || [ -z "$kept" ] || git -c core.hooksPath=/dev/null update-ref -d "refs/rwtui/backup/$id" "$kept"
  rm -rf "$shadow"
  [ "$owner" = changing ] || rm -f "$work/journal"
  rmdir "$work" 2>/dev/null
}

# sg INDEX ARGUMENT...: git that takes files for bytes: a git directory of its own, over the same objects, without filters,
# hooks and line endings.
sg() {
  _index=$1
  shift
  GIT_DIR=$shadow GIT_WORK_TREE=$root GIT_INDEX_FILE=$shadow/$_index GIT_OBJECT_DIRECTORY=$objects git \
    -c core.quotePath=true -c core.hooksPath=/dev/null -c core.autocrlf=false -c core.safecrlf=false \
    -c core.attributesFile=/dev/null -c core.excludesFile=/dev/null -c core.fsmonitor=false -c core.splitIndex=false \
    -c core.untrackedCache=false -c core.sparseCheckout=false -c submodule.recurse=false -c core.protectNTFS=false \
    -c core.protectHFS=false "$@"
}

# must WHAT COMMAND...: or nothing is done.
must() {
  _what=$1
  shift
  if ! _words=$("$@" 2>&1); then fail stopped "$_what: $_words"; fi
}

# finish WHAT COMMAND...: or it has broken off in the middle.
finish() {
  _what=$1
  shift
  if ! _words=$("$@" 2>&1); then fail broken "$_what: $_words"; fi
}

begin() {
  mkdir -p "$work" || fail stopped "nothing can be written to $directory"
  if [ -f "$work/journal" ]; then
    _host=$(sed -n 's/^host //p' "$work/journal")
    [ "$_host" = "$(hostname 2>/dev/null || uname -n)" ] ||
      fail stopped "a git-sync was begun on $_host and has not ended: if none runs there, remove $work/journal and $lock"
    [ -z "$(running_journal)" ] || fail stopped 'another git-sync is under way there'
    [ ! -f "$lock" ] || [ "$(cat "$lock")" != "rwtui $(sed -n 's/^id //p' "$work/journal")" ] || rm -f "$lock"
    rm -f "$work/journal"
  fi
  (
    set -C
    printf 'id %s\npid %s\nbegan %s\nhost %s\n' "$id" $$ "$(began $$)" "$(hostname 2>/dev/null || uname -n)" >"$work/journal"
  ) 2>/dev/null || fail stopped 'another git-sync is under way there'
  (
    set -C
    echo "rwtui $id" >"$lock"
  ) 2>/dev/null || {
    rm -f "$work/journal"
    rmdir "$work" 2>/dev/null
    fail stopped "another git is at work there: $lock exists"
  }
  owner=yes
  rm -rf "$shadow"
  mkdir "$shadow" "$shadow/refs" "$shadow/objects" "$shadow/info" || fail stopped "nothing can be written to $work"
  echo 'ref: refs/heads/none' >"$shadow/HEAD"
  echo '* -text -eol -ident -filter -working-tree-encoding -crlf -diff -merge' >"$shadow/info/attributes"
  _format=$(git config --get extensions.objectFormat)
  {
    printf '[core]\n\tbare = false\n'
    for _key in fileMode symlinks ignoreCase precomposeUnicode trustctime checkStat; do
      if _value=$(git config --get "core.$_key"); then printf '\t%s = %s\n' $_key "$_value"; fi
    done
    if [ -n "$_format" ]; then
      printf '\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = %s\n' "$_format"
    else
      printf '\trepositoryformatversion = 0\n'
    fi
  } >"$shadow/config"
}

check() {
  [ "$(git symbolic-ref -q HEAD)" = "$reference" ] || fail changed 'another branch is checked out'
  [ "$(git rev-parse -q --verify 'HEAD^{commit}')" = "$head" ] || fail changed 'the branch is at another commit'
  try g status --porcelain=v2 --untracked-files=all
  [ "$(printf '%s\n' "$out" | git hash-object --stdin)" = "$fingerprint" ] || fail changed 'other files are changed'
}

by_rwtui() {
  env GIT_AUTHOR_NAME=rwtui GIT_AUTHOR_EMAIL=rwtui@localhost GIT_COMMITTER_NAME=rwtui \
    GIT_COMMITTER_EMAIL=rwtui@localhost git "$@"
}

# into INDEX PATHS: their content, as it is.
into() { printf '%s' "$2" | sg "$1" update-index --add --stdin; }

# lines INDEX LINES
lines() { printf '%s\n' "$2" | sg "$1" update-index --replace --index-info; }

keep() {
  [ -z "$dirty" ] || must 'a file cannot be kept' into work "$dirty"
  _overlay=$(sg work ls-files -s)
  [ -z "$clean" ] || must 'a file cannot be kept' into work "$clean"
  _raw=$(sg work write-tree) || fail stopped 'what is there cannot be kept: git write-tree has failed'
  [ -z "$head" ] || must 'the commit cannot be read' sg snapshot read-tree "$head"
  [ -z "$gone" ] || must 'deletions cannot be kept' lines snapshot "$gone"
  [ -z "$_overlay" ] || must 'changes cannot be kept' lines snapshot "$_overlay"
  _tree=$(sg snapshot write-tree --missing-ok) || fail stopped 'what is there cannot be kept: git write-tree has failed'
  _entries="040000 tree $_raw${tab}raw$nl"
  if [ -f "$directory/index" ]; then
    _file=$directory/index
    for _shared in "$directory"/sharedindex.*; do
      if [ -f "$_shared" ]; then
        cp "$directory/index" "$shadow/whole" && GIT_INDEX_FILE=$shadow/whole g update-index --no-split-index
        _file=$shadow/whole
        break
      fi
    done
    _blob=$(git hash-object -w --no-filters -- "$_file") || fail stopped 'the index cannot be kept'
    _staged=$(g ls-files -s | sed "s/^\([0-9]* [0-9a-f]*\) \([0-3]\)$tab\(\"\{0,1\}\)/\1 0$tab\3\2\//")
    [ -z "$_staged" ] || must 'the index cannot be kept' lines staged "$_staged"
    _staged=$(sg staged write-tree --missing-ok) || fail stopped 'the index cannot be kept: git write-tree has failed'
    _entries="${_entries}100644 blob $_blob${tab}index${nl}040000 tree $_staged${tab}staged$nl"
  fi
  _about=$(printf '%s' "$about" | git hash-object -w --stdin) || fail stopped 'nothing can be written to the repository'
  _meta=$(printf '%s100644 blob %s\tabout\n' "$_entries" "$_about" | g mktree) || fail stopped 'the backup cannot be made'
  _meta=$(echo "rwtui: beside the backup $id" | by_rwtui commit-tree "$_meta") || fail stopped 'the backup cannot be made'
  kept=$(echo "rwtui: backup $id" | by_rwtui commit-tree "$_tree" ${head:+-p "$head"} -p "$_meta") ||
    fail stopped 'the backup cannot be made'
  must 'the backup cannot be made' gi "$directory/index" update-ref "refs/rwtui/backup/$id" "$kept" ''
  say kept "$kept"
}

# without_flag OPTION: git merges nothing into what it was told to overlook.
without_flag() { printf '%s' "$flagged" | gi "$shadow/index" update-index "$1" --stdin; }

# prepare: the index that it will have, which knows already which files are as they have to be.
prepare() {
  if [ -f "$directory/index" ]; then cp -p "$directory/index" "$shadow/index" || fail stopped 'the index cannot be copied'; fi
  if [ -n "$flagged" ]; then
    must 'the new index cannot be made' without_flag --no-assume-unchanged
    must 'the new index cannot be made' without_flag --no-skip-worktree
  fi
  must 'the new index cannot be made' gi "$shadow/index" read-tree --reset "${target:-$empty}"
  gi "$shadow/index" update-index -q --refresh >/dev/null 2>&1
}

# x PATH...: nothing is there.
x() {
  for _path in "$@"; do
    if [ -e "$_path" ] || [ -h "$_path" ]; then echo "$_path"; fi
  done
}

# o PATH...: nothing is there, or a directory of this repository.
o() {
  for _path in "$@"; do
    if [ -h "$_path" ] || { [ -e "$_path" ] && [ ! -d "$_path" ]; } || [ -e "$_path/.git" ]; then echo "$_path"; fi
  done
}

# d NUMBER PATH: a directory is there with so many files below it, all of which are kept.
d() { [ "$(find "$2" ! -type d -print0 2>/dev/null | tr -dc '\000' | wc -c | tr -d ' ')" = "$1" ] || echo "$2"; }

# check_again: nothing may be written over that is not kept, and what is kept must be what is there.
check_again() {
  _changed=$(sg work diff-files --name-only) || fail stopped 'git diff-files has failed'
  [ -z "$_changed" ] || fail changed "$_changed"
  _changed=$(eval "$places")
  [ -z "$_changed" ] || fail changed "$_changed"
  _kept=$(sg work ls-files) || fail stopped 'git ls-files has failed'
  printf '%s' "$untouched" | sort >"$shadow/untouched" &&
    printf '%s\n%s' "$_kept" "$set_aside" | sed '/^$/d' | sort >"$shadow/all" &&
    comm -23 "$shadow/all" "$shadow/untouched" >"$shadow/kept" || fail stopped "nothing can be written to $work"
  not_kept stopped
  [ -z "$_changed" ] || fail changed "$_changed"
}

# not_kept KIND: what git would write over and is not kept, in $_changed.
not_kept() {
  _written=$(gi "$shadow/index" diff-files --ignore-submodules=all --name-status) || fail "$1" 'git diff-files has failed'
  printf '%s\n' "$_written" | sed -n "s/^[^D]$tab//p" | sort >"$shadow/written" || fail "$1" "nothing can be written to $work"
  _changed=$(comm -23 "$shadow/written" "$shadow/kept") || fail "$1" 'comm has failed'
}

# look_a_last_time: right before git writes. What was taken away by now is kept.
look_a_last_time() {
  _changed=$(sg work diff-files --name-status) || fail broken 'git diff-files has failed'
  _changed=$(printf '%s\n' "$_changed" | sed -n "s/^[^D]$tab//p")
  [ -n "$_changed" ] || not_kept broken
  [ -z "$_changed" ] || fail broken "changed at the last moment, and left as it is: $_changed"
}

# is_below_a_link PATH: which begins with ./
is_below_a_link() {
  _up=${1%/*}
  while [ "$_up" != . ]; do
    if [ -h "$_up" ]; then return 0; fi
    _up=${_up%/*}
  done
  return 1
}

# take_away: what the new state has not, unless it has changed meanwhile: git looks at all of it first.
take_away() {
  [ -n "$(sg work ls-files | head -n 1)" ] || return 0
  cp -p "$shadow/work" "$shadow/remove" || fail stopped 'the index cannot be copied'
  [ -z "$stay" ] || must 'the removal cannot be prepared' lines remove "$stay"
  _tree=$(sg remove write-tree) || fail stopped 'the removal cannot be prepared'
  [ "$_tree" != "$empty" ] || return 0
  if ! _words=$(sg remove read-tree -m -u "$_tree" "$empty" 2>&1); then
    owner=yes
    fail changed "$_words"
  fi
}

# a NUMBER PATH: out of the way, on the same file system; a name more and one less where that can be.
a() {
  if ln -- "$2" "$work/backup/$id/$1" 2>/dev/null; then
    finish "$2 cannot be set aside" rm -f -- "$2"
  else
    # A copy that is killed in the middle must not be taken for the file.
    finish "$2 cannot be set aside" cp -pPR -- "$2" "$work/backup/$id/$1.part"
    finish "$2 cannot be set aside" mv -f -- "$work/backup/$id/$1.part" "$work/backup/$id/$1"
    finish "$2 cannot be set aside" rm -f -- "$2"
  fi
}

# r PATH: an empty directory.
r() { rmdir -- "$1" 2>/dev/null; }

bring() {
  export GIT_REFLOG_ACTION="rwtui $occasion"
  if [ -n "$target" ]; then
    finish 'git reset has failed' gi "$shadow/index" -c submodule.recurse=false reset -q --hard "$target"
  elif [ -n "$head" ]; then
    finish 'the branch cannot be taken back' gi "$shadow/index" update-ref -d "$reference" "$head"
  fi
}

# b BACKUP NUMBER PATH: back from where it was set aside.
b() {
  [ -e "$work/backup/$1/$2" ] || [ -h "$work/backup/$1/$2" ] || return 0
  ! is_below_a_link "$3" || fail broken "$3 cannot be brought back: a link is in the way"
  case $3 in */*) mkdir -p -- "${3%/*}" ;; esac
  [ ! -d "$3" ] || [ -h "$3" ] || finish "$3 cannot be brought back" rmdir -- "$3"
  finish "$3 cannot be brought back" mv -f -- "$work/backup/$1/$2" "$3"
}

# u PATH: one that was deleted.
u() {
  if is_below_a_link "$1"; then return 0; fi
  rm -f -- "$1"
  rmdir -p -- "${1%/*}" 2>/dev/null
}

m() { mkdir -p -- "$1"; }

# c MODE PATH...
c() {
  _mode=$1
  shift
  chmod "$_mode" -- "$@" 2>/dev/null || chmod "$_mode" "$@" 2>/dev/null
}

meta() { git rev-parse -q --verify "$1^2" || git rev-parse -q --verify "$1^1"; }

restore() {
  for _backup in $backups; do
    _lines=$(g ls-tree -r "$(meta "$_backup"):raw" | sed 's/^\([0-9]*\) [a-z]* /\1 /')
    [ -z "$_lines" ] || finish 'the backup cannot be read' lines back "$_lines"
  done
  if [ -n "$(sg back ls-files | head -n 1)" ]; then
    sg back update-index -q --refresh >/dev/null 2>&1
    finish 'files cannot be brought back' sg back checkout-index -q -f -a
  fi
  eval "$returns"
  eval "$unmade"
  eval "$made"
  eval "$modes"
  if git cat-file -e "$(meta "$indexed"):index" 2>/dev/null; then
    git cat-file blob "$(meta "$indexed"):index" >"$shadow/index" || fail broken 'the index cannot be brought back'
  else
    rm -f "$shadow/index"
  fi
}

install_index() {
  if [ -f "$shadow/index" ]; then
    finish 'the index cannot be replaced' mv -f "$shadow/index" "$directory/index"
  else
    rm -f "$directory/index"
  fi
}

say step 'looking whether all is as planned'
begin
check
say step 'keeping what goes'
_mask=$(umask)
# What others cannot read in the work tree they cannot read in the backup.
[ -z "$private" ] || umask 077
keep
umask "$_mask"
prepare
check_again
[ -z "$kept_branch" ] || must 'the branch cannot be made' gi "$directory/index" update-ref "refs/heads/$kept_branch" "$head" ''
say step 'changing files'
trap '' PIPE HUP INT TERM
owner=changing
echo changing >>"$work/journal"
[ -z "$asides" ] || mkdir -p "$work/backup/$id" || fail broken "nothing can be written to $work"
take_away
eval "$asides"
# Before the branch moves: one that is killed here is seen to have something left to do.
eval "$empties"
look_a_last_time
bring
[ -z "$backups" ] || restore
install_index
rm -rf "$shadow"
rm -f "$lock" "$work/journal"
owner=
rmdir "$work" 2>/dev/null
say step 'looking at the end'
say at "$(git rev-parse -q --verify 'HEAD^{commit}')"
try g status --porcelain=v2 --untracked-files=all
tell left "$out"
