# The python environments of this machine. Writes nothing; finds what it can in file names and small text files.
# Given: repository (may be empty), origins (not empty where clones are wanted). No here-documents: old bash keeps them in
# files. No case within $( ): bash 3.2 takes its parentheses for its own.
# A part works in a subshell of its own, so that it may change its directory; paths that are kept are absolute.

nl='
'
unset CDPATH
set +f
HOME=${HOME:-/}
case $repository in '~') repository=$HOME ;; '~/'*) repository=$HOME/${repository#??} ;; esac
if stat -c %Y / >/dev/null 2>&1; then stat_times='-c %Y'; else stat_times='-f %m'; fi
if command -v setsid >/dev/null 2>&1; then limiter=setsid
elif command -v perl >/dev/null 2>&1; then limiter=perl
elif command -v timeout >/dev/null 2>&1; then limiter=timeout
else limiter=none; fi

# limited SECONDS COMMAND... in a session of its own where that can be had: no terminal to wait for, and one group to kill.
limited() {
  _limit=$1
  shift
  case $limiter in
    setsid) setsid "$@" </dev/null & ;;
    perl) perl -MPOSIX -e 'POSIX::setsid(); exec { $ARGV[0] } @ARGV; exit 127' "$@" </dev/null & ;;
    timeout) timeout -s KILL "$_limit" "$@" </dev/null & ;;
    *) "$@" </dev/null & ;;
  esac
  _limited=$!
  (
    sleep "$_limit" &
    _sleep=$!
    trap 'kill $_sleep; exit 0' TERM
    wait $_sleep
    kill -9 "-$_limited" || kill -9 "$_limited"
    pkill -KILL -s "$_limited"
  ) >/dev/null 2>&1 &
  _watch=$!
  wait $_limited
  _ended=$?
  kill $_watch
  return $_ended
}

# ---- one environment: look KIND DIRECTORY PROJECT [ROOT]; its markers decide before the given kind does

counter='
  function base(path) { sub(/.*\//, "", path); return path }
  function known(n) {
    return n ~ /^(torch|tensorflow|tensorflow-gpu|tensorflow-cpu|jax|jaxlib|numpy|cudatoolkit|cuda-version|cudnn)$/ \
      || n ~ /^nvidia-(cuda-runtime|cudnn)(-cu[0-9]+)?$/
  }
  { n = base($0); if (n == "" || n ~ /[*]/ || n ~ /^~/) next; v = "" }
  /conda-meta\/[^\/]*\.json$/ {
    if (!match(n, /-[^-]*-[^-]*\.json$/)) next
    v = substr(n, RSTART + 1); sub(/-.*/, "", v); n = substr(n, 1, RSTART - 1); conda = 1
  }
  /\.(dist-info|egg-info|egg-link)$/ {
    sub(/\.(dist-info|egg-info|egg-link)$/, "", n); conda = 0
    if (match(n, /-[0-9]/) || match(n, /-/)) { v = substr(n, RSTART + 1); n = substr(n, 1, RSTART - 1) }
    sub(/-py[0-9].*$/, "", v)
  }
  {
    n = tolower(n); gsub(/[-_.]+/, "-", n)
    if (n in seen) next
    seen[n] = 1; count++
    if (conda && n == "pytorch") n = "torch"
    if (known(n) && !(n in told)) { told[n] = 1; libraries = libraries "\n" n " " v }
  }
  END { print count + 0 libraries }
'

look() {
  cd -P "$2" || return 0
  kind=$1 spelled=${2%/} real=$PWD project=$3 root=$4
  version= trouble= detail= python= minor= globs= stamps= activate=
  if [ -d conda-meta ]; then look_conda
  elif [ -f pyvenv.cfg ]; then look_venv
  else look_plain || return 0
  fi
  tell
  for kernel in share/jupyter/kernels/*/kernel.json; do
    if [ -f "$kernel" ]; then tell_kernel "$real/$kernel" "$real"; fi
  done
}

find_python() {
  for python in bin/python bin/python3 bin/python3.[0-9] bin/python3.[0-9][0-9] bin/pypy3 bin/python2 ''; do
    if [ -e "$python" ] || [ -L "$python" ]; then break; fi
  done
  if [ -z "$python" ]; then trouble=none
  elif ! [ -e "$python" ]; then
    trouble=dangling
    dangling_end "$python"
  elif ! [ -f "$python" ] || ! [ -x "$python" ]; then trouble=forbidden
  fi
}

# Where a chain of links stops leading anywhere.
dangling_end() {
  detail=$1 _links=0
  while [ -L "$detail" ] && [ $_links -lt 10 ]; do
    _links=$((_links + 1))
    _next=$(readlink "$detail" && echo .)
    _next=${_next%"$nl".}
    case $_next in /*) detail=$_next ;; *) detail=${detail%/*}/$_next ;; esac
  done
  case $detail in /*) ;; *) detail=$real/$detail ;; esac
}

minor_of() {
  case $1 in
    [0-9]*.[0-9]*.*) minor=${1#*.} minor=${1%%.*}.${minor%%.*} ;;
    [0-9]*.[0-9]*) minor=$1 ;;
    *) minor= ;;
  esac
}

# The directories of packages below this one, for the python that it has, else for whichever it was made for.
site_globs() {
  _lib=
  if [ -n "$minor" ]; then
    for _dir in "lib/python$minor" "lib64/python$minor" "lib/pypy$minor"; do
      if [ -d "$_dir" ]; then _lib="$_lib $_dir"; fi
    done
  fi
  for _dir in ${_lib:-lib/python[23].* lib/pypy*}; do
    # venv makes lib64 a link to lib, and free-threaded pythons have a t behind the number.
    case $_dir in lib64/*) if [ -L lib64 ]; then continue; fi ;; esac
    case $_dir in *[!a-z0-9./]*) continue ;; esac
    globs="$globs $_dir/site-packages/*.dist-info $_dir/site-packages/*.egg-info $_dir/site-packages/*.egg-link"
    stamps="$stamps $_dir/site-packages"
  done
}

# What include/ says; the name of the directory of packages where that is missing.
version_from_files() {
  for _header in include/python*/patchlevel.h include/pypy*/patchlevel.h; do
    if [ -f "$_header" ]; then
      while IFS= read -r line; do
        case $line in
          '#define PY_VERSION'*|'#define'*[[:blank:]]PY_VERSION[[:blank:]]*)
            version=${line#*\"} version=${version%%\"*}
            return 0 ;;
        esac
      done <"$_header"
    fi
  done
  for _dir in lib/python3.* lib/pypy3.*; do
    if [ -d "$_dir" ]; then
      version=${_dir##*y} version=${version#thon} version=${version%t}
      return 0
    fi
  done
}

look_conda() {
  globs='conda-meta/*.json' stamps=conda-meta/history
  case $kind in pyenv|mise|asdf) ;; pixi) ;; micromamba) ;; *) kind=conda ;; esac
  case $real in */.pixi/envs/*) kind=pixi ;; esac
  if [ -f conda-meta/pixi ]; then kind=pixi; fi
  if [ "$kind" = conda ] && [ -z "$root" ]; then maker_of_conda; fi
  find_python
  for _json in conda-meta/python-[0-9]*-*.json; do
    if [ -f "$_json" ]; then
      version=${_json#conda-meta/python-} version=${version%%-*}
      break
    fi
  done
  if [ -n "$python" ] && [ -z "$version" ]; then version_from_files; fi
  minor_of "$version"
  site_globs
}

# Of an environment that lies anywhere, the first command of its history tells whose it is.
maker_of_conda() {
  if [ -d condabin ] || ! [ -f conda-meta/history ]; then return 0; fi
  _lines=0
  while IFS= read -r line && [ $_lines -lt 10 ]; do
    _lines=$((_lines + 1))
    case $line in
      '# cmd: '*)
        line=${line#'# cmd: '} line=${line%% *}
        if [ "${line##*/}" = micromamba ]; then kind=micromamba; fi
        return 0 ;;
    esac
  done <conda-meta/history
}

look_venv() {
  _config_version= _home= _uv= _virtualenv= _lines=0
  while { IFS= read -r line || [ -n "$line" ]; } && [ $_lines -lt 50 ]; do
    _lines=$((_lines + 1))
    _key=${line%%[ =]*} _value=${line#*=} _value=${_value# }
    case $_key in
      version|version_info) _config_version=$_value ;;
      home) _home=$_value ;;
      uv) _uv=$_value ;;
      virtualenv) _virtualenv=$_value ;;
    esac
    line=
  done <pyvenv.cfg
  _config_version=${_config_version%.final.0}
  kind_of_venv "$kind"
  if [ -f .project ] && [ -z "$project" ]; then IFS= read -r project <.project; fi
  find_python
  version=$_config_version
  minor_of "$version"
  if [ -z "$trouble" ]; then python_of_venv; fi
  if [ -z "$version" ]; then version_from_files; minor_of "$version"; fi
  if [ -f bin/activate ]; then place_of_venv; fi
  site_globs
}

kind_of_venv() {
  case $1 in
    poetry|pipenv|hatch|virtualenvwrapper|pyenv-virtualenv) return 0 ;;
    pyenv) kind=pyenv-virtualenv; return 0 ;;
  esac
  case $real in
    */pypoetry/virtualenvs/*) kind=poetry; return 0 ;;
    */hatch/env/virtual/*) kind=hatch; return 0 ;;
  esac
  case $spelled in
    */.venv)
      if [ -f "${spelled%/*}/poetry.lock" ]; then kind=poetry; return 0; fi
      if [ -f "${spelled%/*}/Pipfile.lock" ]; then kind=pipenv; return 0; fi ;;
  esac
  if [ -n "$_uv" ]; then kind=uv
  elif [ -n "$_virtualenv" ]; then kind=virtualenv
  else kind=venv
  fi
}

# The python behind the link may be gone by now, or be another than the one that the environment was made for.
python_of_venv() {
  if [ -n "$_home" ] && ! [ -d "$_home" ]; then trouble=home detail=$_home; return 0; fi
  [ -L "$python" ] || return 0
  _target=$(readlink -f "$python")
  case $_target in
    */python[23].[0-9]|*/python[23].[0-9][0-9])
      _now=${_target##*/python}
      if [ -d "lib/python$_now" ] || ! [ -d lib ]; then return 0; fi
      for _dir in lib/python[23].[0-9] lib/python[23].[0-9][0-9]; do
        if [ -d "$_dir" ]; then
          trouble=other detail="${_dir#lib/python} $_now" version=$_now minor=${_dir#lib/python}
          return 0
        fi
      done ;;
  esac
}

# bin/activate holds the path that python has once it is active.
place_of_venv() {
  activate=bin/activate _place= _lines=0
  while IFS= read -r line && [ $_lines -lt 120 ]; do
    _lines=$((_lines + 1))
    case $line in *VIRTUAL_ENV=*) ;; *) continue ;; esac
    _place=${line#*VIRTUAL_ENV=}
    case $_place in
      "'/"*"'") _place=${_place#?} _place=${_place%?} ;;
      '"/'*'"') _place=${_place#?} _place=${_place%?} ;;
      /*) ;;
      *) _place=; continue ;;
    esac
    break
  done <bin/activate
  case $_place in ''|*[\'\"\\\$\`]*) return 0 ;; esac
  if [ "$_place" = "$real" ]; then spelled=$_place; return 0; fi
  if cd -P "$_place"; then
    if [ "$PWD" = "$real" ]; then spelled=$_place; return 0; fi
    cd -P "$real"
  fi
  if [ -z "$trouble" ]; then trouble=moved detail=$_place; fi
}

# An installation: of pyenv, uv, a module. Its name tells the version, or its headers do.
look_plain() {
  find_python
  if [ -z "$python" ]; then return 1; fi
  _name=${real##*/}
  case $kind in
    pyenv|asdf|mise) case $_name in [0-9]*.[0-9]*.[0-9]*) version=$_name ;; esac ;;
    'uv python')
      version=${_name#*-} version=${version%%-*}
      case $version in [0-9]*.[0-9]*.[0-9]*) ;; *) version= ;; esac ;;
    module)
      # A link to a python elsewhere is that one.
      _target=$(readlink -f "$python")
      case $_target in ''|"$real"/*) ;; *) return 1 ;; esac ;;
  esac
  if [ -z "$version" ]; then version_from_files; fi
  minor_of "$version"
  site_globs
}

# Says the environment; of packages elsewhere the files are given.
tell() {
  summary=$(printf '%s\n' $globs "$@" | awk "$counter")
  changed=0
  for _time in $(stat $stat_times $stamps); do
    if [ "$_time" -gt "$changed" ]; then changed=$_time; fi
  done
  say env "$kind" "$spelled" "$real" "$project" "$python" "$version" "${summary%%"$nl"*}" "$changed" \
    "$trouble" "$detail" "$summary" "$root" "$activate"
}

# ---- kernels: tell_kernel FILE OWNER

tell_kernel() {
  _json=$(head -c 3000 "$1")
  _argv= _state= _at=
  case $_json in *'"argv"'*)
    _argv=${_json#*\"argv\"} _argv=${_argv#*\"} _argv=${_argv%%\"*} ;;
  esac
  case $_argv in
    /*)
      if [ -x "$_argv" ]; then _state=there; else _state=gone; fi
      _here=$PWD
      if cd -P "${_argv%/*}/.."; then _at=$PWD; cd "$_here"; fi ;;
  esac
  _name=${1%/kernel.json}
  say kernel "${_name##*/}" "$2" "$_json" "$_state" "$_at"
}

kernels_in() {
  for file in "$1"/*/kernel.json; do
    if [ -f "$file" ]; then
      tell_kernel "$file" ''
      if [ "$_state" = there ] && [ -n "$_at" ]; then
        case $_at in /usr|/usr/local|/) ;; *) look kernel "$_at" '' ;; esac
      fi
    fi
  done
}

# ---- where environments of a kind are: each takes a directory

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

conda_root() {
  conda_root=${1%/}
  if ! [ -d "$conda_root/conda-meta" ] && ! [ -d "$conda_root/envs" ]; then return 0; fi
  _kind=micromamba
  if [ -x "$conda_root/bin/conda" ] || [ -d "$conda_root/condabin" ]; then
    _kind=conda
    conda_spells
  fi
  condarc "$conda_root/.condarc"
  if [ -d "$conda_root/conda-meta" ]; then look $_kind "$conda_root" '' "$conda_root"; fi
  for _each in "$conda_root"/envs/*/; do
    if [ -d "$_each/conda-meta" ]; then look $_kind "${_each%/}" '' "$conda_root"; fi
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

# ---- pythons that belong to the system

# ask_python PATH NAME: runs one, for what no file tells, and says its environment; NAME is the path that people use.
ask_python() {
  python=$1 called=$2 kind=system project= root= trouble= detail= activate= version= minor= globs= stamps=
  _options='-I -S -B'
  case $python in */python2*) _options='-E -s -S -B' ;; esac
  _answer=$(limited 2 "$python" $_options -c '
import sys
m = sys.argv[1]
sys.stdout.write("\n" + m + sys.prefix + m + ".".join(map(str, sys.version_info[:3])) + m + "\n")' "$_mark=")
  _status=$?
  real=${python%/*} real=${real%/*}
  case $_answer in
    *"$_mark="*"$_mark="*"$_mark="*)
      _answer=${_answer#*"$_mark="}
      real=${_answer%%"$_mark="*}
      _answer=${_answer#*"$_mark="}
      version=${_answer%%"$_mark="*} ;;
    *)
      trouble=silent
      if [ $_status -gt 123 ]; then trouble=hung; fi ;;
  esac
  cd -P "${real:-/}" || return 0
  spelled=${real:-/} real=$PWD
  python=$called
  minor_of "$version"
  set --
  if [ -n "$minor" ]; then
    site_globs
    for _dir in "$HOME/.local/lib/python$minor/site-packages"; do
      set -- "$_dir"/*.dist-info "$_dir"/*.egg-info
    done
    for _dir in /usr/lib/python3/dist-packages "$real/lib/python$minor/dist-packages" \
        "/usr/local/lib/python$minor/dist-packages" "/usr/local/lib/python$minor/site-packages" \
        "/usr/local/lib64/python$minor/site-packages"; do
      case $real in /usr) ;; *) case $_dir in "$real"/*) ;; *) continue ;; esac ;; esac
      set -- "$@" "$_dir"/*.dist-info "$_dir"/*.egg-info
      case $_dir in *[!a-z0-9./-]*) ;; *) stamps="$stamps $_dir" ;; esac
    done
  fi
  tell "$@"
}

# pythons_in DIRECTORY...: each distinct one once.
pythons_in() {
  asked=$nl
  for _dir in "$@"; do
    case $_dir in */shims|'') continue ;; esac
    if [ -f "$_dir/../pyvenv.cfg" ] || [ -d "$_dir/../conda-meta" ]; then
      if [ -e "$_dir/python" ] || [ -e "$_dir/python3" ]; then look unknown "$_dir/.." ''; fi
      continue
    fi
    for _python in "$_dir"/python3 "$_dir"/python3.[0-9] "$_dir"/python3.[0-9][0-9] "$_dir"/python \
        "$_dir"/python2 "$_dir"/pypy3; do
      if [ -f "$_python" ] && [ -x "$_python" ]; then
        _real=$(readlink -f "$_python")
        ask_once "${_real:-$_python}" "$_python"
      fi
    done
  done
  wait
}

ask_once() {
  case $asked in *"$nl$1$nl"*) return 0 ;; esac
  asked=$asked$1$nl
  case $1 in
    */versions/*/bin/*|*/uv/python/*|*/installs/python/*) return 0 ;;
    # Not a python: a program that decides which one.
    */pyenv|*/mise|*/asdf|*/busybox|*/rtx|*/uv) return 0 ;;
  esac
  _base=${1%/*} _base=${_base%/*}
  if [ -f "$_base/pyvenv.cfg" ] || [ -d "$_base/conda-meta" ]; then ( look unknown "$_base" '' ); return 0; fi
  ( ask_python "$1" "$2" ) &
}

# ---- parts

system_part() {
  split_path "$PATH"
}

# The directories of a PATH, and those where systems keep their pythons.
split_path() {
  _path=$1:
  set -- /usr/bin /usr/local/bin /opt/homebrew/bin /bin
  while [ -n "$_path" ]; do
    _dir=${_path%%:*} _path=${_path#*:}
    case $_dir in /*) set -- "$@" "${_dir%/}" ;; esac
  done
  pythons_in "$@"
}

shell_part() {
  for word in python python3; do
    say meaning bare $word "$(command -v $word)"
  done
}

conda_part() {
  for root_name in miniconda3 miniconda anaconda3 anaconda miniforge3 miniforge mambaforge mambaforge-pypy3 micromamba \
      mamba conda .conda miniconda2 anaconda2 .miniconda3 .local/share/mamba .micromamba; do
    conda_root "$HOME/$root_name"
  done
  for dir in /opt/*/conda-meta "$HOME"/*/conda-meta /opt/*/*/conda-meta /usr/local/*/conda-meta /usr/share/*/conda-meta; do
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
  each 'uv python' "$data/uv/python"
  each poetry "$HOME/.cache/pypoetry/virtualenvs"
  each poetry "$HOME/Library/Caches/pypoetry/virtualenvs"
  pipenv_in "$data/virtualenvs"
  hatch_in "$data/hatch/env/virtual"
  each virtualenvwrapper "$HOME/.virtualenvs"
  each asdf "$HOME/.asdf/installs/python"
  each mise "$data/mise/installs/python"
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
  say repository "$repository" "$PWD"
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

# ---- the parts run beside each other; what they say goes through one pipe, where a write is whole

part() {
  say part-begin "$1"
  (
    "$2"
    say part-end "$1"
  ) &
}

{
  say home "$HOME"
  part 'ssh shell' shell_part
  part repository repository_part
  part conda conda_part
  part venv venv_part
  part tools tools_part
  part pyenv pyenv_part
  part system system_part
  part modules module_part
  part kernels kernel_part
  wait
} 2>/dev/null | cat
