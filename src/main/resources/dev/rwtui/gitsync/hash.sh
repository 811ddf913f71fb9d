# What git would make of files. Given: paths (a call of h for each: its number, the path, the path quoted).
enter
files= numbers=
h() {
  if [ -h "$2" ]; then
    say object "$1" 120000 "$(readlink -n -- "$2" | git hash-object --stdin 2>/dev/null)"
  elif [ -f "$2" ] && [ -r "$2" ]; then
    if [ -x "$2" ]; then _mode=100755; else _mode=100644; fi
    files=$files$3$nl
    numbers="$numbers $1:$_mode"
  elif [ ! -e "$2" ]; then
    say absent "$1"
  fi
}
eval "$paths"
if [ -n "$files" ]; then
  tell ids "$(printf '%s' "$files" | git hash-object --stdin-paths 2>/dev/null)"
  say numbers "$numbers"
fi
