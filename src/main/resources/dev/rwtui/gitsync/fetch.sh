# Runs git's fetch or push as the user has it configured, where nobody sits at a terminal. What git, or its ssh, asks is
# said as a frame; another script (answer.sh) brings the answer. Given: root, operation, remote (for a clone: where from),
# branch, patience (seconds).
# Everything is in one directory of this run's own, which is gone afterwards, however this ends.

mask=$(umask)
umask 077
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_COMMON_DIR \
  GIT_NAMESPACE GIT_PREFIX GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_TRACE \
  GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_CONFIG GIT_CONFIG_PARAMETERS GIT_IMPLICIT_WORK_TREE GIT_GRAFT_FILE GIT_SHALLOW_FILE \
  GIT_NO_REPLACE_OBJECTS GIT_REPLACE_REF_BASE GIT_ATTR_SOURCE GIT_DEFAULT_HASH GIT_REFLOG_ACTION GIT_AUTHOR_DATE \
  GIT_COMMITTER_DATE CDPATH GREP_OPTIONS QUOTING_STYLE POSIXLY_CORRECT

command -v git >/dev/null 2>&1 || {
  say nogit
  say end
  exit 0
}

# Directories of a cluster are seen by several machines, and a process is alive on one of them.
machine=$(uname -n | tr -cd 'A-Za-z0-9_-')

# Removes what killed runs have left: of this machine what no process has, of others what is older than a day.
sweep() {
  for _old in "$1".*; do
    { [ -d "$_old" ] && [ ! -L "$_old" ] && [ -O "$_old" ]; } || continue
    _process=${_old#"$1.$machine."}
    if [ "$_process" = "$_old" ]; then
      [ -n "$(find "$_old" -prune -mtime +1 2>/dev/null)" ] || continue
    else
      kill -0 "${_process%%.*}" 2>/dev/null && continue
    fi
    rm -rf -- "$_old"
  done
}

# What git and ssh run to ask: it waits for an answer, or for the word that nobody answers.
askpass() {
  cat <<'END'
#!/bin/sh
[ "$1" != --try ] && [ "${SSH_ASKPASS_PROMPT-}" != none ] || exit 0
cd "${0%/*}" && umask 077 && mkfifo "answer.$$" || exit 1
exec 3<>"answer.$$"
printf '%s' "$1" >"prompt.$$"
printf 'ask %s\n' "$$" 1<>news
IFS= read -r how <&3
[ "$how" = answer ] && exec head -n 1 <&3
exit 1
END
}

# Makes the directory, where programs and FIFOs can be; a file system can be mounted without either.
settle() {
  sweep "$1"
  nest=$(mktemp -d "$1.$machine.$$.XXXXXX" 2>/dev/null) || {
    nest=
    return 1
  }
  mkfifo "$nest/news" 2>/dev/null && askpass >"$nest/askpass" && chmod 700 "$nest/askpass" &&
    "$nest/askpass" --try 2>/dev/null && return 0
  rm -rf -- "$nest"
  nest=
  return 1
}

signal() {
  kill -s "$1" -- "-$group" 2>/dev/null || kill -s "$1" "$group" 2>/dev/null
}

# Ends git with all that it has started; without mercy after five seconds.
stop() {
  signal TERM
  _left=5
  while [ "$_left" -gt 0 ] && IFS= read -r _news <&3; do
    case $_news in
      tick) _left=$((_left - 1)) ;;
      end*) _left=-1 ;;
    esac
  done
  [ "$_left" -lt 0 ] || signal KILL
  group=
}

clean() {
  trap - EXIT
  trap '' HUP INT TERM PIPE
  [ -z "$group" ] || stop
  [ -z "$ticker" ] || kill "$ticker" 2>/dev/null
  [ -z "$nest" ] || rm -rf -- "$nest"
  [ -z "$made" ] || rmdir "$made" 2>/dev/null
}

group= ticker= nest= made=
trap clean EXIT
trap 'exit 1' HUP INT TERM PIPE

case $root in
  '~') root=$HOME ;;
  '~/'*) root=$HOME/${root#??} ;;
esac

git_directory=
[ "$operation" = clone ] || git_directory=$(git -C "$root" rev-parse --absolute-git-dir 2>/dev/null)
if [ -n "$git_directory" ] && [ ! -d "$git_directory/rwtui" ]; then
  mkdir "$git_directory/rwtui" 2>/dev/null && made=$git_directory/rwtui
fi
{ [ -n "$git_directory" ] && settle "$git_directory/rwtui/ask"; } ||
  settle "${TMPDIR:-/tmp}/rwtui-ask-$(id -u)" || {
  clean
  say nonest "${TMPDIR:-/tmp}"
  say end
  exit 0
}
exec 3<>"$nest/news"

# A second at a time; and what is left to do where the shell was killed that should have done it.
watch() {
  while sleep 1; do
    kill -0 "$$" 2>/dev/null || break
    printf 'tick\n' >&3
  done
  signal TERM
  sleep 2
  signal KILL
  rm -rf -- "$nest"
  [ -z "$made" ] || rmdir "$made"
}

export GIT_TERMINAL_PROMPT=0 GIT_ASKPASS="$nest/askpass"
# An ssh before 8.4 asks its own way only where it has no terminal and believes in a display.
export SSH_ASKPASS="$nest/askpass" SSH_ASKPASS_REQUIRE=force DISPLAY="${DISPLAY:-none}"

case $operation in
  push) set -- -C "$root" push --progress -- "$remote" "HEAD:refs/heads/$branch" ;;
  clone) set -- clone --progress -- "$remote" "$root" ;;
  *) set -- -C "$root" fetch --progress -- "$remote" ;;
esac
# It lives until git has ended, so that it can say how. What git writes has the rights that the user's files have.
run='trap : TERM; nest=$1; umask "$2"; shift 2; git "$@"; printf "end %s\n" "$?" 1<>"$nest/news"'
if command -v setsid >/dev/null 2>&1; then
  setsid /bin/sh -c "$run" sh "$nest" "$mask" "$@" >"$nest/words" 2>&1 3>&- &
else
  set -m
  /bin/sh -c "$run" sh "$nest" "$mask" "$@" >"$nest/words" 2>&1 3>&- &
  set +m
fi
group=$!
(
  trap - EXIT HUP INT TERM PIPE
  watch
) >/dev/null 2>&1 &
ticker=$!

# A file name's worth of a prompt is enough, and a frame has its limits.
prompt() {
  head -c 4000 "$nest/prompt.$1" | tr -d '\000'
}

still=0 length= status=still
while IFS= read -r news <&3; do
  case $news in
    'ask '*)
      still=0
      asking=${news#ask }
      say ask "$nest/answer.$asking" "$(prompt "$asking")"
      ;;
    'end '*)
      status=${news#end }
      group=
      break
      ;;
    tick)
      # Where nobody hears it any more, nobody wants it.
      say tick || exit 1
      now=$(wc -c <"$nest/words")
      still=$((still + 1))
      [ "$now" = "$length" ] || still=0
      length=$now
      [ "$still" -lt "$patience" ] || {
        stop
        break
      }
      ;;
  esac
done
words=$(tail -c 8000 "$nest/words" | tr -d '\000')
clean
say result "$status" "$words"
