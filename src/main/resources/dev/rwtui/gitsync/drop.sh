# For ever. Given: ids, a line each.
enter
for _id in $ids; do
  git rev-parse -q --verify "refs/rwtui/backup/$_id^{commit}" >/dev/null || fail no-backup "$_id"
  # Files go only once nothing speaks of them any more.
  try g -c core.hooksPath=/dev/null update-ref -d "refs/rwtui/backup/$_id"
  case $_id in */* | .*) ;; *) rm -rf "$directory/rwtui/backup/$_id" ;; esac
done
rmdir "$directory/rwtui/backup" "$directory/rwtui" 2>/dev/null
say dropped
