# What the scripts beside it share: where backups are kept, and how the server is asked.
#
# ODDIYA_BACKUP_TO  s3://bucket/prefix, or a folder that exists: base/NAME.{tar.gz,label,manifest} and wal/SEGMENT.gz.
#                   A backup without its manifest is none: that is stored last.
# ODDIYA_SQL        a client of the server (psql): takes statements, each ending in `;`, from its standard input; answers
#                   a line a row, `|` between columns; ends with another status than 0 at the first that fails. It finds
#                   the server by PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD.
# ODDIYA_PG_BIN     folder of the server's programs, for verify.sh
#
# All may stand in the file ODDIYA_BACKUP_ENV (/etc/oddiya/database/backup.env), which the server's own commands read too.
set -euo pipefail
umask 077

backup_env=${ODDIYA_BACKUP_ENV:-/etc/oddiya/database/backup.env}
if [ -r "$backup_env" ]; then
  # shellcheck disable=SC1090
  . "$backup_env"
fi
: "${ODDIYA_BACKUP_TO:?where are backups kept? s3://bucket/prefix or a folder}"
: "${ODDIYA_SQL:=psql -XqAt -v ON_ERROR_STOP=1}"
: "${ODDIYA_PG_BIN:=/usr/bin}"
export ODDIYA_BACKUP_TO PGUSER=${PGUSER:-postgres}
readonly missing=1 trouble=200

say() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >&2; }

fail() {
  say "$*"
  exit "$trouble"
}

# --- where backups are kept ----------------------------------------------------------------------------------

# Status 1 if it is not there, another one if that cannot be told: the two are never taken for each other.
kept() {
  local found status=0
  case $ODDIYA_BACKUP_TO in
    s3://*)
      found=$(aws s3 ls "$ODDIYA_BACKUP_TO/$1") || status=$?
      [ "$status" -le 1 ] || return "$trouble"
      grep -qE " $(basename "$1" | sed 's/[.]/[.]/g')\$" <<<"$found" || return "$missing"
      ;;
    *)
      [ -d "$ODDIYA_BACKUP_TO" ] || return "$trouble"
      [ -f "$ODDIYA_BACKUP_TO/$1" ] || return "$missing"
      ;;
  esac
}

# Keeps standard input under a name, whole or not at all.
keep() {
  case $ODDIYA_BACKUP_TO in
    s3://*) aws s3 cp --only-show-errors - "$ODDIYA_BACKUP_TO/$1" ;;
    *)
      mkdir -p "$(dirname "$ODDIYA_BACKUP_TO/$1")"
      local aside=$ODDIYA_BACKUP_TO/$1.$$.making
      cat >"$aside"
      sync "$aside"
      mv "$aside" "$ODDIYA_BACKUP_TO/$1"
      sync "$(dirname "$ODDIYA_BACKUP_TO/$1")"
      ;;
  esac
}

# Writes what is kept under a name to standard output.
fetch() {
  case $ODDIYA_BACKUP_TO in
    s3://*) aws s3 cp --only-show-errors "$ODDIYA_BACKUP_TO/$1" - ;;
    *) cat "$ODDIYA_BACKUP_TO/$1" ;;
  esac
}

# Names of the backups that are complete, the oldest first: a name is the moment it was begun.
backups() {
  local all status=0
  case $ODDIYA_BACKUP_TO in
    s3://*)
      all=$(aws s3 ls "$ODDIYA_BACKUP_TO/base/") || status=$?
      [ "$status" -le 1 ] || return "$trouble"
      ;;
    *) all=$(ls -1 "$ODDIYA_BACKUP_TO/base" 2>/dev/null) || true ;;
  esac
  sed -nE 's/^(.* )?([0-9TZ]+)[.]manifest$/\2/p' <<<"$all" | LC_ALL=C sort
}

# --- how the server is asked ---------------------------------------------------------------------------------

# One session for the whole script: a backup ends with the session that began it.
connect() {
  # shellcheck disable=SC2086
  coproc SQL { exec $ODDIYA_SQL; }
  sql_pid=$SQL_PID
  # Command substitutions may use copies only.
  exec {sql_answers}<&"${SQL[0]}" {sql_questions}>&"${SQL[1]}"
  eval "exec ${SQL[0]}<&- ${SQL[1]}>&-"
  ask "set statement_timeout = 0; set lock_timeout = '1s'; set idle_in_transaction_session_timeout = 0" >/dev/null
}

# Prints the answer to one or more statements.
ask() {
  local line end="end of answer $RANDOM$RANDOM"
  printf "%s;\nselect '%s';\n" "$1" "$end" >&"$sql_questions"
  while IFS= read -r line <&"$sql_answers"; do
    [ "$line" != "$end" ] || return 0
    printf '%s\n' "$line"
  done
  fail "the server did not answer"
}

disconnect() {
  exec {sql_questions}>&- {sql_answers}<&-
  wait "$sql_pid"
}

# What is in the tables of the services: a line a table, rows and the sum of their hashes, in no order of rows.
readonly tables_query="select format('%I.%I', schemaname, tablename) from pg_tables
  where schemaname in ('user_service', 'plan_service', 'video_service') order by 1"

digest() {
  local table
  for table in $1; do
    ask "select '$table', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from $table t"
  done
}
