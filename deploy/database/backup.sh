#!/usr/bin/env bash
# A base backup of the running server over SQL (pg_backup_start and pg_backup_stop), by its postgres user on its own
# box: backup.sh. Services go on meanwhile. What is written later is in the log that archive.sh keeps.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh"

name=$(date -u +%Y%m%dT%H%M%SZ)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

connect
[ "$(ask "select setting in ('on', 'always') from pg_settings where name = 'archive_mode'")" = t ] \
  || fail "archive_mode is off: a base backup is nothing without the log"
[ "$(ask "select count(*) from pg_tablespace where spcname not in ('pg_default', 'pg_global')")" = 0 ] \
  || fail "there are tablespaces, which this script would leave out"
data=$(ask "select setting from pg_settings where name = 'data_directory'")
version=$(ask "show server_version")

say "backup $name of $data begins"
from=$(ask "select pg_backup_start('$name', fast => true)")

# What changes or goes while it is read is made good by the log: that is status 1 of tar. The log itself is archived, and
# what else is left out is made anew at every start (the manual, 25.3.4.3).
archive() {
  local status=0
  tar --create --directory "$data" --exclude-from "$here/not-backed-up" --warning=no-file-changed \
    --warning=no-file-removed --warning=no-file-ignored . || status=$?
  [ "$status" -le 1 ]
}
mkfifo "$work/pipe"
sha256sum <"$work/pipe" >"$work/sum" &
summing=$!
archive | gzip -1 | tee "$work/pipe" | keep "base/$name.tar.gz"
wait "$summing"

# Comes back when the last segment that the backup needs has been archived.
ask "select lsn || E'\n' || labelfile from pg_backup_stop(wait_for_archive => true)" >"$work/stopped"
disconnect
to=$(head -n 1 "$work/stopped")
tail -n +2 "$work/stopped" | keep "base/$name.label"
printf 'name=%s\nserver=%s\nfrom=%s\nto=%s\nended=%s\nsha256=%s\n' \
  "$name" "$version" "$from" "$to" "$(date -u +%Y%m%dT%H%M%SZ)" "$(cut -d ' ' -f 1 "$work/sum")" \
  | keep "base/$name.manifest"
say "backup $name is complete: $from to $to"
printf '%s\n' "$name"
