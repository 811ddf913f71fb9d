# Where environments of a kind are: each takes a directory.

each() {
  for _each in "$2"/*/; do
    if [ -d "$_each" ]; then look "$1" "${_each%/}" ''; fi
  done
}

# Those children alone that have the marks of an environment.
each_marked() {
  for _mark_file in "$1"/*/pyvenv.cfg "$1"/.*/pyvenv.cfg "$1"/*/conda-meta; do
    if [ -e "$_mark_file" ]; then look unknown "${_mark_file%/*}" ''; fi
  done
}

conda_roots=$nl
conda_root() {
  conda_root=${1%/}
  case $conda_roots in *"$nl$conda_root$nl"*) return 0 ;; esac
  conda_roots=$conda_roots$conda_root$nl
  if ! [ -d "$conda_root/conda-meta" ] && ! [ -d "$conda_root/envs" ]; then return 0; fi
  if [ -x "$conda_root/bin/conda" ] || [ -d "$conda_root/condabin" ]; then
    conda_kind=conda
    conda_spells
  else
    case $conda_root in
      "${MAMBA_ROOT_PREFIX:-}"|*/.micromamba|*/micromamba|*/mamba) conda_kind=micromamba ;;
      # Environments of a conda that is elsewhere, as in ~/.conda.
      *)
        if [ -d "$conda_root/conda-meta" ]; then look conda "$conda_root" '' ''; fi
        conda_envs_dir "$conda_root/envs"
        return 0 ;;
    esac
  fi
  condarc "$conda_root/.condarc"
  if [ -d "$conda_root/conda-meta" ]; then look $conda_kind "$conda_root" '' "$conda_root"; fi
  for _each in "$conda_root"/envs/*/; do
    if [ -d "$_each/conda-meta" ]; then look $conda_kind "${_each%/}" '' "$conda_root"; fi
  done
}

# The root as conda itself has it, where links lead to it by other names.
conda_spells() {
  if ! [ -f "$conda_root/etc/profile.d/conda.sh" ]; then return 0; fi
  IFS= read -r line <"$conda_root/etc/profile.d/conda.sh"
  case $line in
    "export CONDA_EXE='/"*"/bin/conda'")
      line=${line#*\'} line=${line%/bin/conda\'}
      if cd -P "$line"; then
        _one=$PWD
        if cd -P "$conda_root" && [ "$PWD" = "$_one" ]; then conda_root=$line; fi
      fi ;;
  esac
}

# Environments in it are known to conda by their names alone.
conda_envs_dir() {
  case $1 in '~/'*) _envs=$HOME/${1#??} ;; '$HOME/'*) _envs=$HOME/${1#??????} ;; *) _envs=$1 ;; esac
  for _each in "$_envs"/*/; do
    if [ -d "$_each/conda-meta" ]; then look conda "${_each%/}" '' named; fi
  done
}

unquoted() {
  _item=${1#"${1%%[! ]*}"} _item=${_item%"${_item##*[! ]}"}
  case $_item in
    \"*\") _item=${_item#?} _item=${_item%?} ;;
    \'*\') _item=${_item#?} _item=${_item%?} ;;
  esac
}

# envs_dirs of a .condarc, as a block or within brackets.
condarc() {
  [ -f "$1" ] && [ -r "$1" ] || return 0
  _within=
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      envs_dirs:*\[*\]*|envs_path:*\[*\]*)
        _rest=${line#*\[} _rest=${_rest%%\]*},
        while [ -n "$_rest" ]; do
          unquoted "${_rest%%,*}"
          _rest=${_rest#*,}
          if [ -n "$_item" ]; then conda_envs_dir "$_item"; fi
        done ;;
      envs_dirs:*|envs_path:*) _within=yes ;;
      *-\ *)
        if [ -n "$_within" ]; then
          line=${line#*- }
          unquoted "${line%% #*}"
          conda_envs_dir "$_item"
        fi ;;
      ''|' '*|'#'*) ;;
      *) _within= ;;
    esac
    line=
  done <"$1"
}

pixi_in() {
  each pixi "$1/.pixi/envs"
}

pyenv_in() {
  for _version in "$1"/versions/*/; do
    _version=${_version%/}
    if ! [ -d "$_version" ]; then continue; fi
    # pyenv-virtualenv keeps a link to what lies in envs/.
    look pyenv "$_version" ''
    for _each in "$_version"/envs/*/; do
      if [ -d "$_each" ]; then look pyenv-virtualenv "${_each%/}" ''; fi
    done
  done
}

pipenv_in() {
  for _each in "$1"/*/; do
    if [ -f "$_each/.project" ]; then look pipenv "${_each%/}" ''
    elif [ -f "$_each/pyvenv.cfg" ]; then look unknown "${_each%/}" ''
    fi
  done
}

hatch_in() {
  for _config in "$1"/*/*/*/pyvenv.cfg; do
    if [ -f "$_config" ]; then look hatch "${_config%/*}" ''; fi
  done
}

uv_tools_in() {
  for _config in "$1"/*/pyvenv.cfg; do
    if [ -f "$_config" ]; then look uv "${_config%/*}" ''; fi
  done
}

poetry_in() { each poetry "$1"; }
wrapper_in() { each virtualenvwrapper "$1"; }
uv_pythons_in() { each 'uv python' "$1"; }
asdf_in() { each asdf "$1"; }
mise_in() { each mise "$1"; }
