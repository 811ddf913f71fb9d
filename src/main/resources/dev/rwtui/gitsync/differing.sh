# differing KIND LINES: tells which files are not as an index of these lines has them, by git's own rules; lines as
# update-index --index-info takes them.
differing() {
  [ -n "$2" ] || return 0
  rm -f "$_tmp/index"
  printf '%s\n' "$2" | gi "$_tmp/index" update-index --index-info 2>/dev/null ||
    fail git 'git update-index --index-info has failed'
  gi "$_tmp/index" update-index -q --refresh >/dev/null 2>&1
  try gi "$_tmp/index" diff-files --name-only
  tell "$1" "$out"
}
