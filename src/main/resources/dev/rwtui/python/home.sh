# The whole home, as deep as projects are, for the time that it may take.

home_find() {
  limited 6 find "$HOME/." -xdev -maxdepth 4 \
    \( -name node_modules -o -name site-packages -o -name __pycache__ -o -path '*/./.cache' -o -path '*/./.npm' \
    -o -path '*/./.cargo' -o -path '*/./.rustup' -o -path '*/./.Trash' -o -path '*/./.local' -o -path '*/./.pyenv' \
    -o -path '*/./.vscode-server' -o -path '*/./.conda' -o -path '*/./Library' \) -prune \
    -o -name .git -prune -print \
    -o -type d \( -name .pixi -o -name conda-meta -o -name .venv -o -name venv -o -name env \) -prune -print \
    -o -name pyvenv.cfg -type f -print
  printf '%s over %s\n' "$_mark" $?
}

# A line that begins otherwise than a path of find's belongs to the name before it.
home_part() {
  home_find | {
    found=
    while IFS= read -r line; do
      case $line in
        "$HOME/./"*)
          _whole=$found found=$line
          home_found "$_whole" ;;
        "$_mark over "*)
          home_found "$found"
          if [ "${line#"$_mark over "}" -gt 128 ]; then say part-late home 'not finished after 6 s'; fi
          break ;;
        *) found=$found$nl$line ;;
      esac
    done
  }
}

# What lies right below the home, other parts have looked at.
home_found() {
  _below=${1#"$HOME/./"} _at=$HOME/${1#"$HOME/./"}
  case $_below in
    '') return 0 ;;
    */*/*) ;;
    */pyvenv.cfg|*/conda-meta|*/.venv|*/venv|*/env) return 0 ;;
  esac
  case $_at in
    */envs/*/conda-meta) if [ -d "${_at%/envs/*}/conda-meta" ]; then return 0; fi ;;
  esac
  case $_at in
    */pyvenv.cfg) look unknown "${_at%/*}" '' ;;
    */.venv|*/venv|*/env) if [ -f "$_at/pyvenv.cfg" ]; then look unknown "$_at" ''; fi ;;
    */conda-meta)
      if [ -d "${_at%/*}/envs" ]; then conda_root "${_at%/*}"; else look unknown "${_at%/*}" ''; fi ;;
    */.pixi) pixi_in "${_at%/.pixi}" ;;
    */.git) if [ -n "$origins" ]; then tell_clone "${_at%/.git}"; fi ;;
  esac
}

# The remotes of a repository; of a worktree, those of the repository that it belongs to.
tell_clone() {
  _git=$1/.git
  if [ -f "$_git" ]; then
    IFS= read -r line <"$_git"
    _git=${line#gitdir: }
    case $_git in /*) ;; *) _git=$1/$_git ;; esac
    if [ -f "$_git/commondir" ]; then
      IFS= read -r line <"$_git/commondir"
      case $line in /*) _git=$line ;; *) _git=$_git/$line ;; esac
    fi
  fi
  [ -f "$_git/config" ] || return 0
  _section=
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line#"${line%%[![:space:]]*}"}
    case $line in
      '[remote '*) _section=remote ;;
      '['*) _section= ;;
      url[\ =]*|url"$tab"*)
        if [ -n "$_section" ]; then
          unquoted "${line#*=}"
          report clone "$1" "$_item"
        fi ;;
    esac
    line=
  done <"$_git/config"
}
