#!/usr/bin/env bash
# Proves the newest backup, and the log since, on the box itself: restores them beside the running server up to a moment
# at which it has noted what is in its tables, and compares. verify.sh FOLDER (a scratch folder, removed afterwards)
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh"

scratch=${1:?a scratch folder is needed, on a volume with room for all data}
mkdir -p "$scratch"
scratch=$(cd "$scratch" && pwd)
started=
clean() {
  [ -z "$started" ] || "$ODDIYA_PG_BIN/pg_ctl" stop --pgdata "$scratch/data" --mode immediate --silent 2>/dev/null || true
  rm -rf "$scratch/data" "$scratch/log" "$scratch/hba.conf"
}
trap clean EXIT
point=verify_$(date -u +%Y%m%dT%H%M%S)_$$
export PGDATABASE=${PGDATABASE:-oddiya}

# Writers are kept out for the moment that it takes to note the snapshot and the point in the log; undoing the savepoint
# lets them in again, and the snapshot stays. Whoever holds a table is not waited for long: the server would see a deadlock
# after a second, and might end their statement for it. A session that had no luck is over, so each attempt has its own.
note() {
  ask "begin isolation level repeatable read; savepoint still; set local lock_timeout = '100ms';
    lock table $(paste -sd, <<<"$tables") in share mode;
    select pg_create_restore_point('$point'); rollback to savepoint still" >/dev/null
}
connect
tables=$(ask "$tables_query")
[ -n "$tables" ] || fail "$PGDATABASE has no tables"
for ((tries = 1; ; tries++)); do
  if (note); then break; fi
  [ "$tries" -lt 60 ] || fail "the tables are never all free at once"
  disconnect || true
  sleep 0.5
  connect
done
digest "$tables" >"$scratch/expected"
ask "commit" >/dev/null
segment=$(ask "select pg_walfile_name(pg_switch_wal())")
say "waiting for $segment to be archived"
for ((tries = 0; ; tries++)); do
  status=0
  kept "wal/$segment.gz" || status=$?
  [ "$status" != 0 ] || break
  [ "$status" = "$missing" ] || fail "cannot tell whether $segment is kept"
  [ "$tries" -lt 120 ] || fail "$segment was not archived within two minutes"
  sleep 1
done
disconnect

"$here/restore.sh" --into "$scratch/data" --until-point "$point"

# Beside the other one in little memory, on a port of its own, closed to everybody else, archiving nothing.
verify_port=${ODDIYA_VERIFY_PORT:-5499} verify_host=${ODDIYA_VERIFY_HOST:-$scratch}
case $verify_host in
  /*)
    sockets=$verify_host listen=
    printf 'local all postgres peer\n' >"$scratch/hba.conf"
    ;;
  *)
    sockets= listen=$verify_host
    printf 'host all postgres %s/32 scram-sha-256\n' "$verify_host" >"$scratch/hba.conf"
    ;;
esac
[ -f "$scratch/data/postgresql.conf" ] || touch "$scratch/data/postgresql.conf"
started=yes
# pg_ctl hands these to a shell: they are one line.
options=(
  -c "config_file='$scratch/data/postgresql.conf'" -c "hba_file='$scratch/hba.conf'" -c "port=$verify_port"
  -c "listen_addresses='$listen'" -c "unix_socket_directories='$sockets'" -c ssl=off -c archive_mode=off -c hot_standby=off
  -c shared_buffers=16MB -c max_connections=10 -c logging_collector=off -c log_destination=stderr
)
not_started() {
  tail -n 20 "$scratch/log" >&2 || true
  fail "the restored server does not start"
}
"$ODDIYA_PG_BIN/pg_ctl" start --pgdata "$scratch/data" --log "$scratch/log" --silent --wait --options "${options[*]}" \
  || not_started
export PGHOST=$verify_host PGPORT=$verify_port PGSSLMODE=disable
# It runs, and lets nobody in before it has reached the point.
# shellcheck disable=SC2086
until [ "$($ODDIYA_SQL <<<'select 1;' 2>/dev/null)" = 1 ]; do
  "$ODDIYA_PG_BIN/pg_ctl" status --pgdata "$scratch/data" >/dev/null || not_started
  sleep 1
done
connect
[ "$(ask "select pg_is_in_recovery()")" = f ] || fail "the restored server has not opened"
digest "$(ask "$tables_query")" >"$scratch/found"
disconnect
diff "$scratch/expected" "$scratch/found" >&2 || fail "what was restored is not what was there"
say "verified: $(wc -l <"$scratch/found") tables, $(awk -F'|' '{ rows += $2 } END { print rows }' "$scratch/found") rows"
rm "$scratch/expected" "$scratch/found"
