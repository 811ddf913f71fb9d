# What git-syncs of this work tree have kept. Given: wanted (ids whose whole account is wanted, a line each; may be empty).
enter
meta() { git rev-parse -q --verify "$1^2" || git rev-parse -q --verify "$1^1"; }
g for-each-ref --sort=-refname --format='%(refname) %(objectname)' refs/rwtui/backup | while read -r _ref _commit; do
  _id=${_ref##*/}
  _meta=$(meta "$_commit")
  _head=$(git cat-file blob "$_meta:about" 2>/dev/null | sed '/^$/q')
  [ "$(printf '%s\n' "$_head" | sed -n 's/^worktree //p')" = "$worktree" ] || continue
  say backup "$_id" "$_commit" "$_head"
  case $nl$wanted$nl in *"$nl$_id$nl"*)
    git cat-file blob "$_meta:about" | chunks "about-$_id"
    g ls-tree -r "$_meta:raw" | chunks "raw-$_id"
    say "asides-$_id" "$(ls "$directory/rwtui/backup/$_id" 2>/dev/null | sed '/[.]part$/d')"
    ;;
  esac
done
