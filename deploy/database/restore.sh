#!/usr/bin/env bash
# Lays a backup out so that a server started there brings itself to a moment and opens:
#   restore.sh --into FOLDER [--backup NAME] [--until '2026-11-28 14:05:00+00' | --until-point NAME]
# FOLDER must be missing or empty. Without --backup the newest that is old enough; without --until to the end of the log.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh"

into= backup= target= latest=99999999T999999Z
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || fail "$1 what?"
  case $1 in
    --into) into=$2 ;;
    --backup) backup=$2 ;;
    --until)
      latest=$(date -u -d "$2" +%Y%m%dT%H%M%SZ) || fail "--until: $2 is no moment"
      target="recovery_target_time = '$(date -u -d "$2" '+%F %T.%6N+00')'"
      ;;
    --until-point)
      [[ $2 =~ ^[A-Za-z0-9_-]+$ ]] || fail "--until-point: $2 is no name"
      target="recovery_target_name = '$2'"
      ;;
    *) fail "unknown: $1" ;;
  esac
  shift 2
done
[ -n "$into" ] || fail "--into which folder?"
[ -z "$(ls -A "$into" 2>/dev/null)" ] || fail "$into is not empty: nothing is restored over something"

# A backup can only be brought to a moment after its end.
ended() { fetch "base/$1.manifest" | sed -n 's/^ended=//p'; }
if [ -z "$backup" ]; then
  all=$(backups) || fail "cannot tell which backups there are"
  for name in $all; do
    # Of one second both could be meant; the older one reaches both.
    [[ ! $(ended "$name") < $latest ]] || backup=$name
  done
  [ -n "$backup" ] || fail "no backup had ended by then"
fi

say "restoring $backup into $into"
mkdir -p "$into"
chmod 700 "$into"
work=$(mktemp -d)
whole=
# Half a restoration looks like a database, and is none.
clean() {
  [ -n "$whole" ] || find "$into" -mindepth 1 -delete
  rm -rf "$work"
}
trap clean EXIT
fetch "base/$backup.manifest" >"$work/manifest"
mkfifo "$work/pipe"
sha256sum <"$work/pipe" >"$work/sum" &
summing=$!
fetch "base/$backup.tar.gz" | tee "$work/pipe" | tar --extract --gzip --directory "$into" --no-same-owner --preserve-permissions
wait "$summing"
[ "sha256=$(cut -d ' ' -f 1 "$work/sum")" = "$(grep '^sha256=' "$work/manifest")" ] \
  || fail "base/$backup.tar.gz is not what was stored"
fetch "base/$backup.label" >"$into/backup_label"

# What an earlier restoration has left in it would be a second target.
touch "$into/postgresql.auto.conf"
sed -i -E '/^(restore_command|recovery_target[a-z_]*) *=/d' "$into/postgresql.auto.conf"
cat >>"$into/postgresql.auto.conf" <<CONF
# Of restore.sh, $(date -u +%FT%TZ)
restore_command = '"$here/unarchive.sh" %f %p'
recovery_target_action = 'promote'
$target
CONF
touch "$into/recovery.signal"
whole=yes
say "laid out; the server that is started there brings itself up to ${target:-the end of the log} and opens"
