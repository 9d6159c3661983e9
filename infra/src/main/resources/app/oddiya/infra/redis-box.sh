# Redis 7.4, twice: sessions on the disk, the cache in memory. Amazon Linux packages another version, so it is built of
# the published source, once: the volume keeps what was built. From the user data: REDIS, REDIS_SHA256.
take_volume
# 1: a copy of the process while the log is rewritten shares its memory, and only seems to need twice as much.
add_swap 1
dnf install -y -q amazon-cloudwatch-agent
if [ ! -x "/data/redis-$REDIS/redis-server" ]; then
  dnf install -y -q gcc make openssl-devel tar gzip
  curl -sSf --retry 5 -o /tmp/redis.tar.gz "https://download.redis.io/releases/redis-$REDIS.tar.gz"
  echo "$REDIS_SHA256 /tmp/redis.tar.gz" | sha256sum -c --quiet
  tar xzf /tmp/redis.tar.gz -C /tmp
  make -s -C "/tmp/redis-$REDIS" BUILD_TLS=yes redis-server redis-cli
  install -d "/data/redis-$REDIS.part"
  install "/tmp/redis-$REDIS/src/redis-server" "/tmp/redis-$REDIS/src/redis-cli" "/data/redis-$REDIS.part"
  mv "/data/redis-$REDIS.part" "/data/redis-$REDIS"
fi
install "/data/redis-$REDIS"/redis-* /usr/local/bin
id redis >/dev/null 2>&1 || useradd --system --uid 990 --no-create-home --shell /sbin/nologin redis
make_certificate redis
install -d -o redis -g redis -m 700 /data/redis-sessions /var/lib/oddiya/redis-cache /etc/oddiya/redis
ln -sfn /data/redis-sessions /var/lib/oddiya/redis-sessions
say_where_backups_go

for kind in sessions cache; do
  secret=$(password "$kind")
  digest=$(printf %s "$secret" | sha256sum | cut -d' ' -f1)
  sed "s/@password-sha256@/$digest/" /opt/oddiya/database/redis.acl >"/etc/oddiya/redis/$kind.acl"
  chown redis:redis "/etc/oddiya/redis/$kind.acl" && chmod 600 "/etc/oddiya/redis/$kind.acl"
  cat >"/etc/systemd/system/oddiya-redis-$kind.service" <<UNIT
[Unit]
Description=Oddiya: Redis, $kind
RequiresMountsFor=/data
After=network-online.target
[Service]
User=redis
ExecStart=/usr/local/bin/redis-server /etc/oddiya/database/redis-$kind.conf --daemonize no
LimitNOFILE=4096
TimeoutStopSec=90
OOMScoreAdjust=$([ "$kind" = sessions ] && echo -900 || echo 0)
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
done
systemctl daemon-reload
systemctl enable --now oddiya-redis-sessions oddiya-redis-cache
for port in 6379 6380; do
  until redis-cli --tls --cacert /etc/oddiya/tls/ca.crt -h 127.0.0.1 --sni "$NAME" -p "$port" ping 2>&1 | grep -qE 'PONG|NOAUTH'; do
    sleep 1
  done
done
take_name
watch_memory_and_disk

# The log of the sessions is a handful of files, of which only the last is still written to: a copy while Redis runs is
# what a crash would have left, and Redis reads that.
cat >/opt/oddiya/database/backup-sessions.sh <<'COPY'
#!/bin/bash
set -euo pipefail
. /etc/oddiya/database/backup.env
tar cz -C /data redis-sessions | aws s3 cp --only-show-errors - "$ODDIYA_BACKUP_TO/$(date -u +%Y%m%dT%H%M%SZ).tar.gz"
COPY
chmod 755 /opt/oddiya/database/backup-sessions.sh
every oddiya-backup redis '*-*-* *:30:00 UTC' /opt/oddiya/database/backup-sessions.sh BackupsMade
