# Lends the FIFO that an askpass of fetch.sh reads: the answer is never in a variable, and never an argument. Given: answer.
# Opening it for both never waits for a reader, who may be gone.

[ -p "$answer" ] && [ -O "$answer" ] || exit 0
say go
exec head -n 2 1<>"$answer"
