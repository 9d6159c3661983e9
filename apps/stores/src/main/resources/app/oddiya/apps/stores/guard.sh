# Runs one store: guard.sh SIGNAL COMMAND...
# Stops it with SIGNAL when our standard input ends, which is when the process that started us is gone,
# however it went. The store gets a process group of its own (set -m): Ctrl-C in the terminal is for the
# services, which still need their stores while they stop. What the store writes is for our user only.
umask 077
set -m
trap '' INT HUP
signal=$1
shift
"$@" </dev/null 2>&1 &
store=$!
echo "guard: store has pid $store"
while read -r _; do :; done
kill -s "$signal" "$store"
# One that is suspended has to wake to hear it, and one that does not hear it is not left behind.
kill -s CONT "$store"
(
  for _ in {1..60}; do
    sleep 1
    kill -s 0 "$store" || exit 0
  done
  kill -s KILL "$store"
) >/dev/null 2>&1 &
wait "$store"
