# What a backup holds that its commit does not. Given: backup (its id).
enter
_ref=refs/rwtui/backup/$backup
git rev-parse -q --verify "$_ref^{commit}" >/dev/null || fail no-backup "$backup"
_meta=$(git rev-parse -q --verify "$_ref^2" || git rev-parse -q --verify "$_ref^1")
_base=$(git rev-parse -q --verify "$_ref^2" >/dev/null && echo "$_ref^1")
{
  git cat-file blob "$_meta:about" | sed -n 's/^aside [0-9]* \([0-9]*\) /set aside: \1 bytes, /p'
  g diff --no-ext-diff --no-textconv --stat --summary -p "${_base:-$(git hash-object -t tree /dev/null)}" "$_ref"
} 2>/dev/null | head -c 1000000 | chunks text
