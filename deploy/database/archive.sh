#!/usr/bin/env bash
# The server's archive_command: archive.sh %p %f. Keeps a finished segment of the log; the server asks again until it has.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh"

status=0
kept "wal/$2.gz" || status=$?
case $status in
  # Asked a second time, after a crash: fine if it is the same. Another one is another server's, and is not written over.
  0) fetch "wal/$2.gz" | gunzip | cmp -s - "$1" || fail "wal/$2.gz is kept already and is not this one" ;;
  "$missing") gzip -1 -n <"$1" | keep "wal/$2.gz" ;;
  *) fail "cannot tell whether wal/$2.gz is kept" ;;
esac
