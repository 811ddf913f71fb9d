# What is at paths. Given: incoming (lines as update-index --index-info takes them), looks (calls of z), parents (calls of
# p), trees and whole (calls of t; of the second, ignored directories as well).
enter
make_tmp "${TMPDIR:-/tmp}"
differing incoming "$incoming"
if stat -c %s / >/dev/null 2>&1; then facts='stat -c'; format='= %s %a %d'; else facts='stat -f'; format='= %z %Lp %d'; fi

# z NUMBER PATH...: a line for each, and then one more for each that is there: size, mode, device.
z() {
  _n=$1
  shift
  _left=$#
  while [ $_left -gt 0 ]; do
    _p=$1 _left=$((_left - 1))
    shift
    if [ -h "$_p" ]; then _what=link
    elif [ -d "$_p" ]; then if [ -z "$(find "$_p" -name .git 2>/dev/null | head -n 1)" ]; then _what=directory; else _what=repositories; fi
    elif [ -f "$_p" ]; then if [ -r "$_p" ]; then _what=file; else _what=unreadable; fi
    elif [ -e "$_p" ]; then _what=other
    else _what=absent; fi
    echo "$_n $_what"
    [ $_what = absent ] || set -- "$@" "$_p"
    [ $_what != directory ] || GIT_LITERAL_PATHSPECS=1 g ls-files --others --ignored --exclude-standard -- "$_p" | sed 's/^/+ /'
    _n=$((_n + 1))
  done
  [ $# = 0 ] || $facts "$format" -- "$@"
}

# p NUMBER PATH: one that has to be a directory of this repository.
p() {
  if [ -h "$2" ]; then echo "$1 in-the-way"
  elif [ -e "$2/.git" ]; then echo "$1 repository"
  elif [ -d "$2" ]; then echo "$1 directory"
  elif [ -e "$2" ]; then echo "$1 in-the-way"; fi
}

# t PATH: the directories below and at one, each with a NUL after it.
t() { find "$1" -name .git -prune -o -type d -print0 2>/dev/null; }

# as_lines: what ends in a NUL ends in a line end; a line end in a name is a 1.
as_lines() { tr '\n\000' '\001\n'; }

eval "$looks" | chunks looked
eval "$parents" | chunks parents
if [ -n "$trees" ]; then
  eval "$trees" | as_lines | chunks directories
  eval "$trees" | g check-ignore -z --stdin 2>/dev/null | as_lines | chunks ignored-directories
fi
eval "$whole" | as_lines | chunks whole-directories
