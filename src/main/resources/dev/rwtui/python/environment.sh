# One environment: look KIND DIRECTORY PROJECT [ROOT]; its markers decide before the given kind does.

counter='
  function base(path) { sub(/.*\//, "", path); return path }
  function known(n) {
    return n ~ /^(torch|tensorflow|tensorflow-gpu|tensorflow-cpu|jax|jaxlib|numpy|cudatoolkit|cuda-version|cudnn)$/ \
      || n ~ /^nvidia-(cuda-runtime|cudnn)(-cu[0-9]+)?$/
  }
  { n = base($0); if (n == "" || n ~ /[*]/ || n ~ /^~/) next; v = "" }
  /conda-meta\/[^\/]*\.json$/ {
    if (!match(n, /-[^-]*-[^-]*\.json$/)) next
    v = substr(n, RSTART + 1); sub(/-.*/, "", v); n = substr(n, 1, RSTART - 1); conda = 1; condas = 1
  }
  /\.(dist-info|egg-info|egg-link)$/ {
    # What conda has installed is counted already, whatever it calls it.
    if (condas && (getline who < ($0 "/INSTALLER")) > 0 && who == "conda") { close($0 "/INSTALLER"); next }
    if (condas) close($0 "/INSTALLER")
    sub(/\.(dist-info|egg-info|egg-link)$/, "", n); conda = 0
    if (match(n, /-[0-9]/) || match(n, /-/)) { v = substr(n, RSTART + 1); n = substr(n, 1, RSTART - 1) }
    sub(/-py[0-9].*$/, "", v)
  }
  {
    n = tolower(n); gsub(/[-_.]+/, "-", n)
    if (n in seen) next
    seen[n] = 1; count++
    if (conda && n == "pytorch") n = "torch"
    if (known(n) && !(n in told)) { told[n] = 1; libraries = libraries "\t" n " " v }
  }
  END { print count + 0 libraries }
'

look() {
  cd -P "$2" || return 0
  kind=$1 spelled=${2%/} real=$PWD project=$3 root=$4
  version= trouble= detail= python= minor= flavour= globs= stamps= activate= program=
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
    resolve "$python"
    detail=$resolved
  elif ! [ -f "$python" ] || ! [ -x "$python" ]; then trouble=forbidden
  fi
}

minor_of() {
  case $1 in
    [0-9]*.[0-9]*.*) minor=${1#*.} minor=${1%%.*}.${minor%%.*} ;;
    [0-9]*.[0-9]*) minor=$1 ;;
    *) minor= ;;
  esac
}

# The directories of packages below this one, for the python that it has, else for whichever it was made for. PyPy keeps
# some that come with it beside its own modules.
site_globs() {
  _lib=
  if [ -n "$minor" ]; then
    for _dir in "lib/python$minor" "lib64/python$minor" "lib/pypy$minor"; do
      case $flavour$_dir in pythonlib/pypy*|pypylib*/python*) continue ;; esac
      if [ -d "$_dir" ]; then _lib="$_lib $_dir"; fi
    done
  fi
  for _dir in ${_lib:-lib/python[23].* lib/pypy*}; do
    # venv makes lib64 a link to lib, and free-threaded pythons have a t behind the number.
    case $_dir in lib64/*) if [ -L lib64 ]; then continue; fi ;; esac
    case $_dir in *[!a-z0-9./]*) continue ;; esac
    globs="$globs $_dir/site-packages/*.dist-info $_dir/site-packages/*.egg-info $_dir/site-packages/*.egg-link"
    case $_dir in lib/pypy*) globs="$globs $_dir/*.dist-info $_dir/*.egg-info" ;; esac
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
  case $kind in
    pixi) manifest_of_pixi ;;
    conda) case $root in ''|named) maker_of_conda ;; esac ;;
  esac
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

manifest_of_pixi() {
  for _manifest in "${spelled%/.pixi/envs/*}/pixi.toml" "${spelled%/.pixi/envs/*}/pyproject.toml"; do
    if [ -f "$_manifest" ]; then root=$_manifest; return 0; fi
  done
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
  resolve "$python"
  case $resolved in
    */python[23].[0-9]|*/python[23].[0-9][0-9])
      _now=${resolved##*/python}
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
      resolve "$python"
      case $resolved in "$real"/*) ;; *) return 1 ;; esac ;;
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
  report env "$kind" "$spelled" "$real" "$project" "$python" "$version" "${summary%%"$tab"*}" "$changed" \
    "$trouble" "$detail" "$summary" "$root" "$activate" "$program"
}

# Kernels: tell_kernel FILE OWNER.

tell_kernel() {
  _json=$(head -c 3000 "$1" | tr '\n' ' ')
  _argv= _state= _at= resolved=
  case $_json in *'"argv"'*)
    _argv=${_json#*\"argv\"} _argv=${_argv#*\"} _argv=${_argv%%\"*} ;;
  esac
  case $_argv in
    /*)
      if [ -x "$_argv" ]; then _state=there; else _state=gone; fi
      resolve "$_argv"
      _here=$PWD
      if cd -P "${_argv%/*}/.."; then _at=$PWD; cd "$_here"; fi ;;
  esac
  _name=${1%/kernel.json}
  report kernel "${_name##*/}" "$2" "$_json" "$_state" "$_at" "$resolved"
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
