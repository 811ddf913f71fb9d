# Everything installed in one environment. Given: prefix, and of a python that shares its prefix with others, its path as
# interpreter.

# In place of the survey's.
tell() {
  report python "$version"
  for _file in conda-meta/*.json; do
    if [ -f "$_file" ]; then report conda "${_file%.json}" ''; fi
  done
  # One process for all, and of each file only its beginning: they list every file that was installed.
  grep -m 1 '"channel":' conda-meta/*.json /dev/null 2>/dev/null | while IFS= read -r line; do
    report conda "${line%%.json:*}" "${line#*.json:}"
  done
  for _file in $globs "$@"; do
    case $_file in
      */~*) ;;
      *.dist-info) if [ -d "$_file" ]; then tell_distribution "$_file" "$_file/METADATA"; fi ;;
      *.egg-info)
        if [ -d "$_file" ]; then tell_distribution "$_file" "$_file/PKG-INFO"
        elif [ -f "$_file" ]; then tell_distribution "$_file" "$_file"
        fi ;;
      *.egg-link) if [ -f "$_file" ]; then tell_link "$_file"; fi ;;
    esac
  done
}

# Name and version are among the first lines of the metadata; the name of the file has them where that is missing.
read_metadata() {
  _name= _number= _lines=0
  if [ -f "$1" ]; then
    while IFS= read -r line && [ $_lines -lt 30 ]; do
      _lines=$((_lines + 1))
      line=${line%"$return"}
      case $line in
        Name:\ *) _name=${line#Name: } ;;
        Version:\ *) _number=${line#Version: } ;;
        '') break ;;
      esac
      if [ -n "$_name" ] && [ -n "$_number" ]; then break; fi
    done <"$1"
  fi
}

tell_distribution() {
  _installer= _direct=
  read_metadata "$2"
  if [ -f "$1/INSTALLER" ]; then IFS= read -r _installer <"$1/INSTALLER"; fi
  if [ -f "$1/direct_url.json" ]; then _direct=$(head -c 3000 "$1/direct_url.json" | tr '\n' ' '); fi
  report distribution "${1##*/}" "$_name" "$_number" "${_installer%"$return"}" "$_direct" ''
}

# What setup.py develop leaves: the directory, whose own egg-info knows the version.
tell_link() {
  IFS= read -r _source <"$1"
  _name= _number=
  for _egg in "$_source"/*.egg-info/PKG-INFO; do read_metadata "$_egg"; done
  report distribution "${1##*/}" "$_name" "$_number" '' '' "$_source"
}

return=$(printf '\r')
tell_kernel() { :; }
report system "$(uname -s)" "$(uname -m)"
{
  if [ -d "$prefix/conda-meta" ] || [ -f "$prefix/pyvenv.cfg" ]; then
    report found
    look unknown "$prefix" ''
  elif [ -n "$interpreter" ] && [ -x "$interpreter" ]; then
    report found
    resolve "$interpreter"
    ask_python "$resolved" "$interpreter"
  elif cd -P "$prefix" && find_python && [ -n "$python" ]; then
    report found
    resolve "$python"
    ask_python "$resolved" "$PWD/$python"
  fi
} 2>/dev/null
