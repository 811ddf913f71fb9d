# For ever. Given: ids, a line each.
enter
for _id in $ids; do
  git -c core.hooksPath=/dev/null update-ref -d "refs/rwtui/backup/$_id" 2>/dev/null
  case $_id in */* | .*) ;; *) rm -rf "$directory/rwtui/backup/$_id" ;; esac
done
rmdir "$directory/rwtui/backup" "$directory/rwtui" 2>/dev/null
say dropped
