# What a plan needs of the whole repository, beside its state. Given: onto (a commit or reference that it is to be at, in
# place of what the branch follows; may be empty); known (commits that are kept anyway, a line each; for undoing).
enter
state
# What is fetched for the branch that is checked out stands in FETCH_HEAD without a remark.
if [ -z "$onto" ] && [ -n "$reference" ] && [ "$_how" = configured ] && [ "$_remote" != . ] && [ -f "$directory/FETCH_HEAD" ] &&
  ! grep -q "^[0-9a-f]*$tab$tab" "$directory/FETCH_HEAD"; then
  say gone "$_remote"
fi
try g ls-files -v -s
tell flagged "$(printf '%s\n' "$out" | grep '^[a-zS] ')"
if [ -n "$head" ] && [ -n "$upstream" ] && [ "$head" != "$upstream" ]; then
  tell ahead "$(g log --max-count=50 --format='%H %s' "$upstream..$head" 2>/dev/null)"
fi
if [ -n "$known" ] && [ -n "$head" ]; then
  for _commit in $known; do
    git cat-file -e "$_commit^{commit}" 2>/dev/null && set -- "$@" "$_commit"
  done
  say since "$(git rev-list --count "$head" --not --exclude="${reference#refs/heads/}" --branches --remotes --glob=refs/rwtui/incoming "$@" 2>/dev/null)"
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
# A file server that does not answer would hold it up.
if command -v quota >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then tell quota "$(timeout 5 quota -w 2>/dev/null)"; fi
if stat -c %d / >/dev/null 2>&1; then say devices "$(stat -c %d "$directory")"; else say devices "$(stat -f %d "$directory")"; fi
if [ -d /proc/self ]; then
  say processes "$(
    cd / && ls -l /proc/[0-9]*/cwd 2>/dev/null | sed -n 's|.* /proc/\([0-9]*\)/cwd -> \(.*\)|\1 \2|p' | while read -r _pid _where; do
      if [ "$_pid" = $$ ]; then continue; fi
      if [ "$_where" = "$root" ] || [ "${_where#"$root"/}" != "$_where" ]; then
        # Where ps is BusyBox's, or has not seen it, the system itself is asked.
        _who=$(ps -o user=,args= -p "$_pid" 2>/dev/null | head -n 1)
        [ -n "$_who" ] || _who="? $(tr '\000\n' '  ' <"/proc/$_pid/cmdline" 2>/dev/null)"
        printf '%s\n' "$_pid $_where" "$_who"
      fi
    done
  )"
elif command -v lsof >/dev/null 2>&1; then
  say lsof "$(cd / && lsof -w -a -d cwd -u "$(id -u)" -FpLcn 2>/dev/null)" $$
fi
