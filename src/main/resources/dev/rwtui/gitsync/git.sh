# What the scripts about repositories have in common. For dash, bash from 3.2 on, BusyBox; git from 2.17 on. Paths of files
# are quoted as git quotes them, a line each, so that lists of them are text. Given: $repository.

unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_COMMON_DIR \
  GIT_NAMESPACE GIT_PREFIX GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_TRACE \
  GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_CONFIG GIT_CONFIG_PARAMETERS GIT_IMPLICIT_WORK_TREE GIT_GRAFT_FILE GIT_SHALLOW_FILE \
  GIT_NO_REPLACE_OBJECTS GIT_REPLACE_REF_BASE GIT_ATTR_SOURCE GIT_DEFAULT_HASH GIT_REFLOG_ACTION GIT_AUTHOR_DATE \
  GIT_COMMITTER_DATE CDPATH GREP_OPTIONS QUOTING_STYLE POSIXLY_CORRECT
export GIT_OPTIONAL_LOCKS=0 GIT_TERMINAL_PROMPT=0 GIT_PAGER=cat GIT_EDITOR=:
PATH=$PATH:/usr/local/bin:/opt/homebrew/bin:/opt/local/bin
nl='
'
tab=$(printf '\t')
_tmp=
trap 'clean_up' EXIT
trap 'exit 1' HUP INT TERM

# clean_up: may be called again. After "end" nobody waits for what is still to be done.
clean_up() {
  [ -z "$_tmp" ] || rm -rf "$_tmp"
  _tmp=
}

# stop: nothing of the script after it runs.
stop() {
  clean_up
  say end
  exit 0
}

# fail KIND WORDS...
fail() {
  say failed "$@"
  stop
}

# g ARGUMENT...: git with what is read from its output as it is read here, whatever is configured.
g() {
  git -c core.quotePath=true -c color.ui=never -c diff.renames=false -c status.renames=false -c status.showStash=false \
    -c status.aheadBehind=true -c status.relativePaths=false -c diff.noprefix=false \
    -c log.showSignature=false -c i18n.logOutputEncoding=UTF-8 "$@"
}

# gi INDEX ARGUMENT...: with an index of its own, which keeps nothing beside itself.
gi() {
  _index=$1
  shift
  GIT_INDEX_FILE=$_index g -c core.splitIndex=false -c core.fsmonitor=false -c core.untrackedCache=false \
    -c core.hooksPath=/dev/null "$@"
}

# try COMMAND...: its output in $out, or the end, in its words. Runs it twice where it fails.
try() {
  if out=$("$@" 2>/dev/null); then return 0; fi
  _words=$("$@" 2>&1 >/dev/null)
  fail git "${_words:-git has failed, and has not said why}"
}

# chunks KIND: what comes in, without NULs, in as many frames as that takes.
chunks() {
  while :; do
    _chunk=$(
      dd bs=65536 count=1 2>/dev/null
      echo .
    )
    _chunk=${_chunk%.}
    [ -n "$_chunk" ] || return 0
    say "$1" "$_chunk"
  done
}

# tell KIND TEXT: a text of any length.
tell() { [ -z "$2" ] || printf '%s\n' "$2" | chunks "$1"; }

# make_tmp DIRECTORY
make_tmp() {
  _tmp=$(umask 077 && mktemp -d "$1/rwtui.XXXXXX" 2>/dev/null) || {
    _tmp=
    fail place "no temporary directory can be made in $1"
  }
}

# expand: a path of a person's.
expand() {
  case $repository in
    '~') repository=$HOME ;;
    '~/'*) repository=$HOME/${repository#??} ;;
  esac
}

# enter: into the root of the work tree. Gives $root, $directory, $common, $worktree (empty for the main one).
enter() {
  expand
  command -v git >/dev/null 2>&1 || fail no-git "there is no git"
  say version "$(git --version)"
  [ -e "$repository" ] || fail missing "$repository"
  [ -d "$repository" ] || fail not-directory "$repository"
  cd -- "$repository" 2>/dev/null || fail forbidden "$repository"
  directory=$(git rev-parse --absolute-git-dir 2>/dev/null) || {
    _words=$(git rev-parse --absolute-git-dir 2>&1)
    fail no-repository "$_words"
  }
  [ "$(git rev-parse --is-bare-repository)" = false ] || fail bare "$directory"
  root=$(git rev-parse --show-toplevel 2>/dev/null) || fail no-work-tree "$directory"
  [ -z "$(git rev-parse --show-prefix)" ] || fail inside "$repository" "$root"
  cd -- "$root" || fail forbidden "$root"
  common=$(git rev-parse --git-common-dir)
  case $common in /*) ;; *) common=$root/$common ;; esac
  worktree=
  [ ! -f "$directory/commondir" ] || worktree=${directory##*/}
  say root "$root"
  say directory "$directory" "$worktree"
}
