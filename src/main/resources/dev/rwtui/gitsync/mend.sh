# Takes away what a git-sync has left that broke off when all was done.
enter
_journal=$directory/rwtui/journal
if [ -f "$_journal" ] && [ -z "$(running_journal)" ]; then
  [ "$(cat "$directory/index.lock" 2>/dev/null)" != "rwtui $(sed -n 's/^id //p' "$_journal")" ] || rm -f "$directory/index.lock"
  rm -rf "$directory/rwtui/shadow"
  rm -f "$_journal"
  rmdir "$directory/rwtui" 2>/dev/null
fi
