#!/usr/bin/env bash
# The restore_command of a server that is being restored: unarchive.sh %f %p. Status 1 says that the log ends here, and
# the server opens with what it has; so that is said only if it is true. Above 125 the server gives up instead.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh" || exit 200

status=0
kept "wal/$1.gz" || status=$?
case $status in
  0) { fetch "wal/$1.gz" | gunzip >"$2"; } || fail "wal/$1.gz is kept and cannot be read" ;;
  "$missing") exit "$missing" ;;
  *) fail "cannot tell whether wal/$1.gz is kept" ;;
esac
