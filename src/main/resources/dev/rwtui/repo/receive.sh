# Becomes git's receiving end of a push, for one reference of rwtui's own: what the user's configuration says of pushes by
# people is not meant for it. Given: root.

unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_COMMON_DIR GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES \
  GIT_NAMESPACE GIT_PREFIX GIT_SHALLOW_FILE GIT_QUARANTINE_PATH GIT_PROTOCOL

command -v git >/dev/null 2>&1 || {
  say nogit
  exit 0
}
say go
exec git -c core.hooksPath=/dev/null -c receive.denyNonFastForwards=false -c receive.autogc=false \
  -c receive.advertisePushOptions=false -c receive.updateServerInfo=false receive-pack "$root"
