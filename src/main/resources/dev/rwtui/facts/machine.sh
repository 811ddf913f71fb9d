# What a machine has and how busy it is: one frame for each part, in the words of its tools.
# Given: $repository, a directory or empty; $more_path, where tools live beside $PATH.
#
# The parts are stages of one pipeline, so that they run side by side without a file to meet in. A stage passes on what
# those before it have said and then says its own: the slow ones come last and hold up nobody.
#
# A frame of a limited part: its name, a sign, and a text in which each line that begins with the sign opens a section
# (SIGN df) or ends the text: SIGN end STATUS, SIGN end late, or neither where the tool was killed with its helpers.

PATH=$PATH:$more_path
_sign=$_mark:
_system=$(uname -s)
_timeout=
timeout -s KILL 9 true 2>/dev/null && _timeout='timeout -s KILL'

has() { command -v "$1" >/dev/null 2>&1; }

# limited SECONDS COMMAND...: whatever hangs in the kernel and cannot be killed is left to itself; it holds no output
# that anybody waits for.
limited() {
  exec 2>/dev/null 3<&-
  _limit=$1
  shift
  $_timeout ${_timeout:+"$_limit"} "$@" 2>&1 &
  _job=$!
  [ -z "$_timeout" ] || _limit=$((_limit + 1))
  {
    # A trap waits for the command at hand, so $! is the nap's as soon as there is one. One that has just been forked
    # still has this shell's ears, and would hear another signal and forget it.
    trap '[ "$!" = "$_job" ] || kill -KILL "$!"; exit 0' TERM
    sleep "$_limit" &
    wait "$!"
    printf '\n%s end late\n' "$_sign"
    kill -KILL "$_job"
  } &
  _watch=$!
  wait "$_job"
  _status=$?
  kill "$_watch"
  printf '\n%s end %s\n' "$_sign" "$_status"
}

# part NAME SECONDS COMMAND...
part() {
  _part=$1
  shift
  {
    { limited "$@" & } | {
      cat <&3
      say "$_part" "$_sign" "$(sed "/^$_sign end /q")"
    }
  } 3<&0
}

# note FRAME...: a part that needs no looking.
note() {
  cat
  say "$@"
}

system() {
  say uname "$(uname -srm)"
  case $_system in
    Darwin)
      say darwin "$(sysctl hw.ncpu hw.memsize vm.loadavg vm.swapusage kern.boottime machdep.cpu.brand_string 2>/dev/null)" \
        "$(vm_stat 2>/dev/null)" "$(sw_vers 2>/dev/null)" "$(date +%s)"
      ;;
    *)
      say release "$(cat /etc/os-release 2>/dev/null || cat /usr/lib/os-release 2>/dev/null)"
      say proc "$(cat /proc/uptime 2>/dev/null)" "$(cat /proc/loadavg 2>/dev/null)" "$(cat /proc/meminfo 2>/dev/null)"
      say cpus "$(getconf _NPROCESSORS_ONLN 2>/dev/null || grep -c '^processor' /proc/cpuinfo 2>/dev/null)" \
        "$(sed -n '/^model name/{p;q;}' /proc/cpuinfo 2>/dev/null)"
      ;;
  esac
}

# mounts NAME DIRECTORY: the file systems on the way to a directory, known even where the file system does not answer.
mounts() {
  _found=
  [ -r /proc/mounts ] && while read -r _device _mount _type _rest; do
    # A variable of its own: bash takes no quoted expansion that comes out empty for nothing in a pattern.
    _way=${_mount%/}
    case $2/ in
      "$_way"/*) _found="$_found$_device $_mount $_type
" ;;
    esac
  done </proc/mounts
  [ -z "$_found" ] || say "$1" mounts "$_found"
}

_disk='
cd -- "$2" || exit 1
echo "$1 path"
pwd -P
echo "$1 df"
df=
[ "$3" = Linux ] && df=$(df -kPT . 2>/dev/null)
[ -n "$df" ] || df=$(df -kP .)
printf "%s\n" "$df"
case $3 in
  Darwin)
    echo "$1 mount"
    mount
    echo "$1 inodes"
    df -ki .
    ;;
  *)
    echo "$1 inodes"
    df -iP . 2>/dev/null || df -i . 2>/dev/null
    ;;
esac
if command -v lfs >/dev/null 2>&1; then
  echo "$1 lustre"
  lfs quota -u "$(id -u)" "${df##*% }" 2>/dev/null
fi
exit 0
'

# disk NAME DIRECTORY
disk() {
  {
    cat
    mounts "$1" "$2"
  } | part "$1" 2 sh -c "$_disk" sh "$_sign" "$2" "$_system"
}

_nvidia='
fields=$2
words=$(nvidia-smi --query-gpu="$fields" --format=csv,noheader,nounits 2>&1)
status=$?
case $words in
  *"not a valid field"*)
    fields=$3
    words=$(nvidia-smi --query-gpu="$fields" --format=csv,noheader,nounits 2>&1)
    status=$?
    ;;
esac
printf "%s fields\n%s\n%s gpus\n%s\n" "$1" "$fields" "$1" "$words"
exit $status
'
_old_fields=index,uuid,pci.bus_id,name,utilization.gpu,memory.used,memory.total,temperature.gpu,power.draw,driver_version
_new_fields=$_old_fields,mig.mode.current

_processes='
echo "$1 processes"
words=$(nvidia-smi --query-compute-apps=gpu_uuid,pid,process_name,used_memory --format=csv,noheader,nounits 2>&1)
status=$?
printf "%s\n" "$words"
pids=$(printf "%s\n" "$words" | sed -n "s/^[^,]*, *\([0-9][0-9]*\),.*/\1/p" | sort -u | tr "\n" ,)
if [ -n "$pids" ]; then
  echo "$1 owners"
  ps -ww -o pid=,user:64=,args= -p "${pids%,}" 2>/dev/null || ps -o pid=,user=,args= -p "${pids%,}" 2>/dev/null
fi
exit $status
'

# The table is drawn only by those that are too old to tell their versions alone.
_versions='
echo "$1 versions"
nvidia-smi --version 2>/dev/null && exit 0
echo "$1 driver"
cat /proc/driver/nvidia/version 2>/dev/null
echo "$1 table"
nvidia-smi
'

gpus() {
  if has nvidia-smi; then
    part nvidia 4 sh -c "$_nvidia" sh "$_sign" "$_new_fields" "$_old_fields"
  elif has rocm-smi; then
    part rocm 4 rocm-smi --showproductname --showuniqueid --showbus --showuse --showmeminfo vram --showtemp --showpower \
      --showdriverversion --json
  elif [ "$_system" = Darwin ] && has system_profiler; then
    part apple 4 system_profiler SPDisplaysDataType
  else
    note gpus
  fi
}

processes() { if has nvidia-smi; then part processes 4 sh -c "$_processes" sh "$_sign"; else cat; fi; }

versions() { if has nvidia-smi; then part versions 4 sh -c "$_versions" sh "$_sign"; else cat; fi; }

quotas() { if [ "$_system" = Linux ] && has quota; then part quotas 2 quota -w; else cat; fi; }

# A name of a job may hold anything that a keyboard has; it comes last.
scheduler() {
  if has squeue; then
    _s=$(printf '\037')
    part slurm 3 squeue -h -u "$(id -u)" -o "%i$_s%P$_s%T$_s%M$_s%l$_s%D$_s%N$_s%r$_s%j"
  elif has pbsnodes; then
    note scheduler PBS
  elif has bjobs; then
    note scheduler LSF
  else
    note scheduler
  fi
}

case $repository in
  '~') repository=$HOME ;;
  '~/'*) repository=$HOME/${repository#'~/'} ;;
esac
repository_disk() { if [ -n "$repository" ]; then disk repository "$repository"; else cat; fi; }

system | disk home "${HOME:-/}" | repository_disk | quotas | scheduler | versions | processes | gpus
