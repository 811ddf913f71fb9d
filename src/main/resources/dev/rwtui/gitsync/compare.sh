# Which files there are not as an index has them. Given: incoming, here.
enter
make_tmp "${TMPDIR:-/tmp}"
differing incoming "$incoming"
differing here "$here"
