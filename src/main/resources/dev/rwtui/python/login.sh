# The login shell.

named='CONDA_EXE CONDA_PREFIX CONDA_ENVS_PATH CONDA_ENVS_DIRS MAMBA_ROOT_PREFIX PYENV_ROOT WORKON_HOME
  POETRY_VIRTUALENVS_PATH POETRY_CACHE_DIR UV_PYTHON_INSTALL_DIR XDG_DATA_HOME XDG_CACHE_HOME HATCH_DATA_DIR
  ASDF_DATA_DIR MISE_DATA_DIR VIRTUAL_ENV PATH'

# Each shell's own words for what a command means. History is turned off before anything else; exec at the end spares
# the shell's farewell. RWTUI_TELL is run by sh, to which every shell hands its variables.
login_program() {
  case $1 in
    bash|zsh|dash|ksh|ksh93|mksh|ash|sh|oksh|loksh|yash)
      program='case $RWTUI_SHELL in *ksh*) HISTFILE=/dev/null ;; *) unset HISTFILE ;; esac
        for w in python python3; do a=$(command -v $w 2>/dev/null)
        if [ -n "$a" ] && [ "${a#/}" = "$a" ]; then a=$(type $w 2>/dev/null | head -n 1); fi
        printf "\\n%s meaning %s %s\\n" "$RWTUI_MARK" $w "$a"; done; exec /bin/sh -c "$RWTUI_TELL"' ;;
    fish)
      program='set -g fish_history ""; for w in python python3; set a (command -v $w 2>/dev/null)
        functions -q $w; and set a (type $w | head -n 1)
        printf "\\n%s meaning %s %s\\n" $RWTUI_MARK $w "$a[1]"; end; exec /bin/sh -c "$RWTUI_TELL"' ;;
    tcsh|csh)
      program='unset savehist; if ( -r ~/.login ) source ~/.login;'
      program=$program' echo ""; echo "$RWTUI_MARK meaning python `which python`";'
      program=$program' echo ""; echo "$RWTUI_MARK meaning python3 `which python3`"; exec /bin/sh -c "$RWTUI_TELL"' ;;
    *) return 1 ;;
  esac
}

# A start-up file that guards itself against a terminal multiplexer within one finds that it is in one.
run_login() {
  TERM=dumb TMUX=rwtui,0,0 STY=rwtui ZELLIJ=0 VSCODE_RESOLVING_ENVIRONMENT=1 RWTUI_MARK=$_mark RWTUI_SHELL=$login_name
  RWTUI_TELL='printf "\n"; for n in '$(echo $named)'; do eval "v=\${$n-}"'
  RWTUI_TELL=$RWTUI_TELL'; printf "%s variable %s %s\n" "$RWTUI_MARK" $n "$v"; done; printf "%s told\n" "$RWTUI_MARK"'
  case $login_name in *ksh*) HISTFILE=/dev/null; export HISTFILE ;; esac
  export TERM TMUX STY ZELLIJ VSCODE_RESOLVING_ENVIRONMENT RWTUI_MARK RWTUI_SHELL RWTUI_TELL
  if [ -n "${RWTUI_LC_ALL:-}" ]; then LC_ALL=$RWTUI_LC_ALL; else unset LC_ALL; fi
  unset RWTUI_LC_ALL
  case $login_name in tcsh|csh) _flags=-ic ;; *) _flags=-lic ;; esac
  # Its errors are its last words; those of this shell are none.
  limited 5 /bin/sh -c 'exec "$0" "$@" 2>&1' "$login_shell" $_flags "$program"
}

login_part() {
  login_shell=${SHELL:-}
  if [ -z "$login_shell" ]; then
    login_shell=$(awk -F: -v u="$(id -un)" '$1 == u { print $7 }' /etc/passwd)
  fi
  login_name=${login_shell##*/}
  if ! login_program "$login_name"; then
    say part-late 'login shell' "rwtui does not know how to ask ${login_name:-a shell without a name}"
    return 0
  fi
  began=$(date +%s)
  {
    run_login
    printf '\n%s over %s\n' "$_mark" $?
  } | hear_login
}

# What the shell's own start-up files write is noise, but for the last of it where no answer came.
hear_login() {
  told= last= status=0 login_path=
  while IFS= read -r line; do
    case $line in
      "$_mark meaning "*)
        line=${line#"$_mark meaning "}
        answer=${line#* }
        case $answer in *'ommand not found'*|'no python'*) answer= ;; esac
        report meaning login "${line%% *}" "$answer" ;;
      "$_mark variable "*)
        line=${line#"$_mark variable "}
        case ${line%% *} in
          PATH) login_path=${line#* } ;;
          ''|HOME|IFS|*[!A-Z_]*) ;;
          *) eval "${line%% *}=\${line#* }" ;;
        esac ;;
      "$_mark told") told=yes; break ;;
      "$_mark over "*) status=${line#"$_mark over "}; break ;;
      *[![:space:]]*) last=$line ;;
    esac
  done
  if [ -z "$told" ]; then
    why="it ended without an answer"
    if [ $status -gt 128 ] && [ $(($(date +%s) - began)) -ge 4 ]; then why='not finished after 5 s'; fi
    if [ -n "$last" ]; then why="$why: $last"; fi
    report part-late 'login shell' "$why"
    return 0
  fi
  variables_part
  more_path "$login_path"
}

# What the login shell's PATH has beside the one that is known.
more_path() {
  _path=$1:
  set --
  while [ -n "$_path" ]; do
    _dir=${_path%%:*} _path=${_path#*:}
    case :$PATH:/usr/bin:/usr/local/bin:/opt/homebrew/bin:/bin: in
      *":$_dir:"*) ;;
      *) case $_dir in /*) set -- "$@" "${_dir%/}" ;; esac ;;
    esac
  done
  pythons_in "$@"
}
