# Pythons that belong to the system.

# ask_python PATH NAME: runs one, for what no file tells, and says its environment; NAME is the path that people use.
ask_python() {
  python=$1 program=$1 called=$2 kind=system project= root= trouble= detail= activate= version= minor= globs= stamps=
  case ${python##*/} in pypy*) flavour=pypy ;; *) flavour=python ;; esac
  _options='-I -S -B'
  case $python in */python2*) _options='-E -s -S -B' ;; esac
  _answer=$(limited 2 "$python" $_options -c '
import sys
m = sys.argv[1]
sys.stdout.write("\n" + m + sys.prefix + m + ".".join(map(str, sys.version_info[:3])) + m + "\n")' "$_mark=")
  _status=$?
  real=${python%/*} real=${real%/*}
  case $_answer in
    *"$_mark="*"$_mark="*"$_mark="*)
      _answer=${_answer#*"$_mark="}
      real=${_answer%%"$_mark="*}
      _answer=${_answer#*"$_mark="}
      version=${_answer%%"$_mark="*} ;;
    *)
      trouble=silent
      if [ $_status -gt 123 ]; then trouble=hung; fi ;;
  esac
  cd -P "${real:-/}" || return 0
  spelled=${real:-/} real=$PWD
  python=$called
  minor_of "$version"
  set --
  if [ -n "$minor" ]; then
    site_globs
    for _dir in "$HOME/.local/lib/$flavour$minor/site-packages"; do
      set -- "$_dir"/*.dist-info "$_dir"/*.egg-info
    done
    for _dir in /usr/lib/python3/dist-packages "$real/lib/$flavour$minor/dist-packages" \
        "/usr/local/lib/$flavour$minor/dist-packages" "/usr/local/lib/$flavour$minor/site-packages" \
        "/usr/local/lib64/$flavour$minor/site-packages"; do
      case $real in /usr) ;; *) case $_dir in "$real"/*) ;; *) continue ;; esac ;; esac
      set -- "$@" "$_dir"/*.dist-info "$_dir"/*.egg-info
      case $_dir in *[!a-z0-9./-]*) ;; *) stamps="$stamps $_dir" ;; esac
    done
  fi
  tell "$@"
}

# pythons_in DIRECTORY...: each distinct one once.
pythons_in() {
  asked=$nl
  for _dir in "$@"; do
    case $_dir in */shims|'') continue ;; esac
    if [ -f "$_dir/../pyvenv.cfg" ] || [ -d "$_dir/../conda-meta" ]; then
      if [ -e "$_dir/python" ] || [ -e "$_dir/python3" ]; then look unknown "${_dir%/*}" ''; fi
      continue
    fi
    for _python in "$_dir"/python3 "$_dir"/python3.[0-9] "$_dir"/python3.[0-9][0-9] "$_dir"/python \
        "$_dir"/python2 "$_dir"/pypy3; do
      if [ -f "$_python" ] && [ -x "$_python" ]; then
        resolve "$_python"
        ask_once "$resolved" "$_python"
      fi
    done
  done
  wait
}

ask_once() {
  case $asked in *"$nl$1$nl"*) return 0 ;; esac
  asked=$asked$1$nl
  case $1 in
    */versions/*/bin/*|*/uv/python/*|*/installs/python/*) return 0 ;;
    # Not a python: a program that decides which one.
    */pyenv|*/mise|*/asdf|*/busybox|*/rtx|*/uv) return 0 ;;
  esac
  # macOS offers to install one, in a window.
  if [ "$1" = /usr/bin/python3 ] && [ -x /usr/bin/xcode-select ] && ! xcode-select -p >/dev/null; then return 0; fi
  _base=${1%/*} _base=${_base%/*}
  if [ -f "$_base/pyvenv.cfg" ] || [ -d "$_base/conda-meta" ]; then ( look unknown "$_base" '' ); return 0; fi
  ( ask_python "$1" "$2" ) &
}

system_part() {
  split_path "$PATH"
}

# The directories of a PATH, and those where systems keep their pythons.
split_path() {
  _path=$1:
  set -- /usr/bin /usr/local/bin /opt/homebrew/bin /bin
  while [ -n "$_path" ]; do
    _dir=${_path%%:*} _path=${_path#*:}
    case $_dir in /*) set -- "$@" "${_dir%/}" ;; esac
  done
  pythons_in "$@"
}
