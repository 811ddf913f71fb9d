# What this side knows of the other's commits. Given: theirs (the commit there), candidates (commits that may be incoming, a
# line each, the best first).
enter
knows() { git cat-file -e "$1^{commit}" 2>/dev/null; }
head=$(git rev-parse -q --verify 'HEAD^{commit}')
if [ -n "$theirs" ] && knows "$theirs"; then
  say knows "$theirs"
  if [ -n "$head" ]; then
    try g rev-list --left-right --count "$theirs...$head"
    say counts "$out"
  fi
fi
best=
for candidate in $candidates; do
  if ! knows "$candidate"; then continue; fi
  if [ -z "$best" ] || git merge-base --is-ancestor "$best" "$candidate" 2>/dev/null; then best=$candidate; fi
done
[ -z "$best" ] || best=$(git rev-parse -q --verify "$best^{commit}")
say best "$best"
if [ -n "$best" ] && [ -n "$theirs" ] && knows "$theirs"; then
  try g rev-list --left-right --count "$theirs...$best"
  say ahead "$out"
  try g diff-tree -r "$theirs" "$best"
  tell incoming "$out"
fi
