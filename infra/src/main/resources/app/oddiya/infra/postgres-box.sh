# PostgreSQL 17 on a machine of its own. Settings and scripts are those of deploy/database, put there by the user data.
take_volume
add_swap 0
dnf install -y -q postgresql17-server postgresql17-contrib amazon-cloudwatch-agent
make_certificate postgres
# Restoring lays another cluster beside the first (docs/runbooks/restore.md).
chown postgres:postgres /data
install -d -o postgres -g postgres -m 700 /data/postgres
[ -f /data/postgres/PG_VERSION ] || runuser -u postgres -- initdb -D /data/postgres --data-checksums --encoding=UTF8 \
  --locale=C.UTF-8 --auth-local=peer --auth-host=scram-sha-256
grep -q oddiya /data/postgres/postgresql.conf \
  || echo "include_if_exists = '/etc/oddiya/database/postgresql.conf'" >>/data/postgres/postgresql.conf
say_where_backups_go
echo 'export PGHOST=/run/postgresql' >>/etc/oddiya/database/backup.env
cat >/etc/systemd/system/oddiya-postgres.service <<UNIT
[Unit]
Description=Oddiya: PostgreSQL
RequiresMountsFor=/data
After=network-online.target
[Service]
User=postgres
Environment=PG_OOM_ADJUST_FILE=/proc/self/oom_score_adj
RuntimeDirectory=postgresql
ExecStart=/usr/bin/postgres -D /data/postgres -c hba_file=/etc/oddiya/database/pg_hba.conf -c unix_socket_directories=/run/postgresql
ExecReload=/bin/kill -HUP \$MAINPID
KillMode=mixed
KillSignal=SIGINT
TimeoutStopSec=90
OOMScoreAdjust=-900
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now oddiya-postgres
until runuser -u postgres -- pg_isready -q -h /run/postgresql; do sleep 1; done

# In memory only, and only while they are given to the server.
secrets=$(mktemp -d -p /run)
trap 'rm -rf "$secrets"' EXIT
for role in user_service plan_service video_service; do
  password "$role" >"$secrets/$role"
done
chown -R postgres "$secrets"
runuser -u postgres -- /opt/oddiya/database/bootstrap.sh "$secrets"
take_name
watch_memory_and_disk
every oddiya-backup postgres '*-*-* 18:00:00 UTC' /opt/oddiya/database/backup.sh BackupsMade
every oddiya-verify postgres '*-*-02 19:00:00 UTC' "/opt/oddiya/database/verify.sh /data/scratch" BackupsVerified
tell_age oddiya-verify /data/postgres-verified DaysSinceVerified
