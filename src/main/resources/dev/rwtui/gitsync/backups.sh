# What git-syncs have kept. Given: wanted (ids whose whole account is wanted, a line each; may be empty).
enter
meta() { git rev-parse -q --verify "$1^2" || git rev-parse -q --verify "$1^1"; }
g for-each-ref --sort=-refname --format='%(refname) %(objectname)' refs/rwtui/backup | while read -r _ref _commit; do
  _id=${_ref##*/}
  _meta=$(meta "$_commit")
  say backup "$_id" "$_commit" "$(git cat-file blob "$_meta:about" 2>/dev/null | sed '/^$/q')"
  case $nl$wanted$nl in *"$nl$_id$nl"*)
    git cat-file blob "$_meta:about" | chunks "about-$_id"
    g ls-tree -r "$_meta:raw" | chunks "raw-$_id"
    ;;
  esac
done
