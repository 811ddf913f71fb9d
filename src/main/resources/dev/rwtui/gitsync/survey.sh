# What a plan needs of the whole repository, beside its state. Given: onto (a commit or reference that it is to be at, in
# place of what the branch follows; may be empty).
enter
state
try g ls-files -v -s
tell flagged "$(printf '%s\n' "$out" | grep '^[a-zS] ')"
if [ -n "$head" ] && [ -n "$upstream" ] && [ "$head" != "$upstream" ]; then
  tell ahead "$(g log --max-count=50 --format='%H %s' "$upstream..$head" 2>/dev/null)"
fi
try g ls-files --others --exclude-standard --directory
tell others "$out"
tell ignored "$(g ls-files --others --ignored --exclude-standard --directory 2>/dev/null | head -n 1000)"
if [ -n "$head" ]; then
  tell endings "$(g diff --no-ext-diff --no-textconv --ignore-submodules --ignore-cr-at-eol --numstat "$head" 2>/dev/null)"
fi
if [ -f .gitattributes ] && grep -q 'filter=lfs' .gitattributes; then
  say lfs "$(g ls-files ':(attr:filter=lfs)' 2>/dev/null | wc -l)" "$(command -v git-lfs)"
fi
tell space "$(df -Pk "$directory" 2>/dev/null)"
command -v quota >/dev/null 2>&1 && tell quota "$(quota -w 2>/dev/null)"
if stat -c %d / >/dev/null 2>&1; then say devices "$(stat -c %d "$directory")"; else say devices "$(stat -f %d "$directory")"; fi
if [ -d /proc/self ]; then
  say processes "$(
    cd / && ls -l /proc/[0-9]*/cwd 2>/dev/null | sed -n 's|.* /proc/\([0-9]*\)/cwd -> \(.*\)|\1 \2|p' | while read -r _pid _where; do
      if [ "$_pid" = $$ ]; then continue; fi
      if [ "$_where" = "$root" ] || [ "${_where#"$root"/}" != "$_where" ]; then
        echo "$_pid $_where"
        ps -o user=,args= -p "$_pid" 2>/dev/null
      fi
    done
  )"
elif command -v lsof >/dev/null 2>&1; then
  say lsof "$(cd / && lsof -w -a -d cwd -u "$(id -u)" -FpLcn 2>/dev/null)" $$
fi
