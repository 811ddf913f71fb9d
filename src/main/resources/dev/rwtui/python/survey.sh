# A survey. Given: repository (may be empty), origins (not empty where clones are wanted).
# Its parts run beside each other; what they say goes through one pipe, where a write is whole.

case $repository in '~') repository=$HOME ;; '~/'*) repository=$HOME/${repository#??} ;; esac

part() {
  say part-begin "$1"
  (
    "$2"
    say part-end "$1"
  ) &
}

{
  report home "$HOME"
  part 'login shell' login_part
  part 'ssh shell' shell_part
  part repository repository_part
  part conda conda_part
  part venv venv_part
  part tools tools_part
  part pyenv pyenv_part
  part system system_part
  part modules module_part
  part kernels kernel_part
  part variables variables_part
  part home home_part
  wait
} 2>/dev/null | cat
