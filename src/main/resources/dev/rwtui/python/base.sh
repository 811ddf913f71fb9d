# What the scripts about python environments have in common. They write nothing, and find what they can in file names and
# small text files. For dash, bash from 3.2 on, BusyBox: no here-documents, which old bash keeps in files, and no case
# within $( ), whose parentheses bash 3.2 takes for its own. Each part works in a subshell of its own, so that it may
# change its directory: paths that are kept are absolute.

nl='
'
tab=$(printf '\t')
instead=$(printf '\001')
unset CDPATH
set +f
HOME=${HOME:-/}
if stat -c %Y / >/dev/null 2>&1; then stat_times='-c %Y'; else stat_times='-f %m'; fi
if command -v setsid >/dev/null 2>&1; then limiter=setsid
elif command -v perl >/dev/null 2>&1; then limiter=perl
elif command -v timeout >/dev/null 2>&1; then limiter=timeout
else limiter=none; fi

# report KIND FIELD...: says it with U+0001 for each line end: bash writes line by line, and a frame must go in one write.
report() {
  case $* in
    *"$nl"*)
      _left=$#
      while [ $_left -gt 0 ]; do
        _field=$1 _left=$((_left - 1))
        shift
        while :; do
          case $_field in
            *"$nl"*) _field=${_field%%"$nl"*}$instead${_field#*"$nl"} ;;
            *) break ;;
          esac
        done
        set -- "$@" "$_field"
      done ;;
  esac
  say "$@"
}

# limited SECONDS COMMAND...: in a session of its own where that can be had, without a terminal to wait for, and with one
# group to kill.
limited() {
  _limit=$1
  shift
  case $limiter in
    setsid) setsid "$@" </dev/null & ;;
    perl) perl -MPOSIX -e 'POSIX::setsid(); exec { $ARGV[0] } @ARGV; exit 127' "$@" </dev/null & ;;
    timeout) timeout -s KILL "$_limit" "$@" </dev/null & ;;
    *) "$@" </dev/null & ;;
  esac
  _limited=$!
  (
    sleep "$_limit" &
    _sleep=$!
    trap 'kill $_sleep; exit 0' TERM
    wait $_sleep
    kill -9 "-$_limited" || kill -9 "$_limited"
    pkill -KILL -s "$_limited"
  ) >/dev/null 2>&1 &
  _watch=$!
  wait $_limited
  _ended=$?
  kill $_watch
  return $_ended
}

# resolve PATH: where a chain of links ends, as an absolute path without links; readlink -f is not everywhere.
resolve() {
  resolved=$1 _links=0
  while [ -L "$resolved" ] && [ $_links -lt 20 ]; do
    _links=$((_links + 1))
    _next=$(readlink "$resolved" && echo .)
    _next=${_next%"$nl".}
    case $_next in /*) resolved=$_next ;; *) resolved=${resolved%/*}/$_next ;; esac
  done
  _was=$PWD
  if cd -P "${resolved%/*}/"; then
    resolved=${PWD%/}/${resolved##*/}
    cd "$_was" || return 0
  else
    case $resolved in /*) ;; *) resolved=$PWD/$resolved ;; esac
  fi
}
