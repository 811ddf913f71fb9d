# The parts of a survey.

shell_part() {
  for word in python python3; do
    report meaning bare $word "$(command -v $word)"
  done
}

conda_part() {
  for root_name in miniconda3 miniconda anaconda3 anaconda miniforge3 miniforge mambaforge mambaforge-pypy3 micromamba \
      mamba conda .conda miniconda2 anaconda2 .miniconda3 .local/share/mamba .micromamba; do
    conda_root "$HOME/$root_name"
  done
  for dir in "$HOME"/*/conda-meta /opt/*/conda-meta /opt/*/*/conda-meta /usr/local/*/conda-meta; do
    if [ -d "$dir" ]; then conda_root "${dir%/conda-meta}"; fi
  done
  condarc "$HOME/.condarc"
  condarc "$HOME/.config/conda/.condarc"
  condarc /etc/conda/.condarc
  if [ -f "$HOME/.conda/environments.txt" ]; then
    while IFS= read -r listed || [ -n "$listed" ]; do
      if [ -d "$listed/conda-meta" ]; then look conda "$listed" '' ''; fi
      listed=
    done <"$HOME/.conda/environments.txt"
  fi
}

tools_part() {
  data=$HOME/.local/share
  pixi_in "$HOME"
  uv_tools_in "$data/uv/tools"
  uv_pythons_in "$data/uv/python"
  poetry_in "$HOME/.cache/pypoetry/virtualenvs"
  poetry_in "$HOME/Library/Caches/pypoetry/virtualenvs"
  pipenv_in "$data/virtualenvs"
  hatch_in "$data/hatch/env/virtual"
  wrapper_in "$HOME/.virtualenvs"
  asdf_in "$HOME/.asdf/installs/python"
  mise_in "$data/mise/installs/python"
}

pyenv_part() {
  pyenv_in "$HOME/.pyenv"
}

venv_part() {
  for dir in .venvs venvs envs Envs .envs virtualenvs; do each_marked "$HOME/$dir"; done
  each_marked "$HOME"
  for dir in "$HOME"/*/; do
    for name in .venv venv env; do
      if [ -f "$dir$name/pyvenv.cfg" ]; then look unknown "$dir$name" ''; fi
    done
  done
}

module_part() {
  for top in /opt /apps /sw; do
    for dir in $top/*/bin/python3 $top/*/*/bin/python3 $top/*/*/*/bin/python3; do
      if [ -e "$dir" ]; then look module "${dir%/bin/python3}" ''; fi
    done
  done
  for dir in /usr/local/*/bin/python3; do
    if [ -e "$dir" ]; then look module "${dir%/bin/python3}" ''; fi
  done
}

repository_part() {
  if [ -z "$repository" ] || ! cd -P "$repository"; then return 0; fi
  report repository "$repository" "$PWD"
  for name in .venv venv env .conda; do
    if [ -d "$repository/$name" ]; then look unknown "$repository/$name" ''; fi
  done
  each_marked "$repository"
  pixi_in "$repository"
}

kernel_part() {
  for dir in "$HOME/.local/share" "$HOME/Library/Jupyter" /usr/share /usr/local/share; do
    case $dir in */Jupyter) kernels_in "$dir/kernels" ;; *) kernels_in "$dir/jupyter/kernels" ;; esac
  done
}

# What the variables of a shell name beside the usual places. Only what differs is searched again.
variables_part() {
  case ${CONDA_EXE:-} in
    */bin/conda) conda_root "${CONDA_EXE%/bin/conda}" ;;
    */condabin/conda) conda_root "${CONDA_EXE%/condabin/conda}" ;;
  esac
  if [ -n "${MAMBA_ROOT_PREFIX:-}" ]; then conda_root "$MAMBA_ROOT_PREFIX"; fi
  _list=${CONDA_ENVS_PATH:-}:${CONDA_ENVS_DIRS:-}:
  while [ -n "$_list" ]; do
    if [ -n "${_list%%:*}" ]; then conda_envs_dir "${_list%%:*}"; fi
    _list=${_list#*:}
  done
  if [ -n "${CONDA_PREFIX:-}" ] && [ -d "$CONDA_PREFIX/conda-meta" ]; then look conda "$CONDA_PREFIX" '' ''; fi
  if [ -n "${VIRTUAL_ENV:-}" ] && [ -f "$VIRTUAL_ENV/pyvenv.cfg" ]; then look unknown "$VIRTUAL_ENV" ''; fi
  data=${XDG_DATA_HOME:-$HOME/.local/share} cache=${XDG_CACHE_HOME:-$HOME/.cache}
  elsewhere pyenv_in "${PYENV_ROOT:-}" "$HOME/.pyenv"
  elsewhere wrapper_in "${WORKON_HOME:-}" "$HOME/.virtualenvs"
  elsewhere pipenv_in "$data/virtualenvs" "$HOME/.local/share/virtualenvs"
  elsewhere poetry_in "${POETRY_CACHE_DIR:-$cache/pypoetry}/virtualenvs" "$HOME/.cache/pypoetry/virtualenvs"
  elsewhere poetry_in "${POETRY_VIRTUALENVS_PATH:-}" "$HOME/.cache/pypoetry/virtualenvs"
  elsewhere uv_tools_in "$data/uv/tools" "$HOME/.local/share/uv/tools"
  elsewhere uv_pythons_in "${UV_PYTHON_INSTALL_DIR:-$data/uv/python}" "$HOME/.local/share/uv/python"
  elsewhere hatch_in "${HATCH_DATA_DIR:-$data/hatch}/env/virtual" "$HOME/.local/share/hatch/env/virtual"
  elsewhere asdf_in "${ASDF_DATA_DIR:-$HOME/.asdf}/installs/python" "$HOME/.asdf/installs/python"
  elsewhere mise_in "${MISE_DATA_DIR:-$data/mise}/installs/python" "$HOME/.local/share/mise/installs/python"
}

# elsewhere FUNCTION DIRECTORY USUAL
elsewhere() {
  case $2 in ''|"$3"|"$3"/) ;; *) "$1" "${2%/}" ;; esac
}
