#!/usr/bin/env bash
# Makes the database, and in it a role and a schema a service: bootstrap.sh FOLDER, which has the passwords in files
# called user_service, plan_service and video_service. They are given to the server by standard input only, and in no log.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
ODDIYA_BACKUP_TO=${ODDIYA_BACKUP_TO:-none}
# shellcheck source=lib.sh
. "$here/lib.sh"

passwords=${1:?in which folder are the passwords?}
database=${ODDIYA_DATABASE:-oddiya}

export PGDATABASE=postgres
connect
if [ "$(ask "select count(*) from pg_database where datname = '$database'")" = 0 ]; then
  # The same order of texts on every machine, whatever locales it has.
  ask "create database $database template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
fi
disconnect

export PGDATABASE=$database
connect
ask "set log_min_duration_statement = -1; set log_min_error_statement = panic" >/dev/null
for service in user_service plan_service video_service; do
  password=$(cat "$passwords/$service")
  [[ $password =~ ^[A-Za-z0-9_-]+$ ]] || fail "the password in $passwords/$service is not of letters, digits, _ and -"
  ask "select set_config('oddiya.$service', '$password', false)" >/dev/null
done
ask "$(sed '$ s/;$//' "$here/bootstrap.sql")"
disconnect
say "bootstrapped $database"
