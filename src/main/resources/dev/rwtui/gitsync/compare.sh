# Which files there are not as an index has them. Given: incoming, here; links (calls of k: git compares a link only with an
# object that is there).
enter
make_tmp "${TMPDIR:-/tmp}"

# k KIND PATH QUOTED ID
k() { [ -h "$2" ] && [ "$(readlink -n -- "$2" | git hash-object --stdin)" = "$4" ] || tell "$1" "$3"; }

eval "$links"
differing incoming "$incoming" && differing here "$here" && say compared
