# What is at paths. Given: incoming (lines as update-index --index-info takes them), looks (calls of z), parents (calls of
# p), trees (calls of t).
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
    elif [ -d "$_p" ]; then _what=directory
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

# p NUMBER PATH: one that has to be a directory.
p() {
  if [ -h "$2" ]; then echo "$1 in-the-way"
  elif [ -d "$2" ]; then echo "$1 directory"
  elif [ -e "$2" ]; then echo "$1 in-the-way"; fi
}

# t PATH: the directories below and at one.
t() { find "$1" -name .git -prune -o -type d -print 2>/dev/null; }

eval "$looks" | chunks looked
eval "$parents" | chunks parents
if [ -n "$trees" ]; then
  eval "$trees" | chunks directories
  eval "$trees" | g check-ignore --stdin 2>/dev/null | chunks ignored-directories
fi
