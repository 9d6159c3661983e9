# What both stores' machines do first, whichever they are: they are replaced as a whole, and find their data,
# their name and their secrets again. Runs once in the life of a machine, as root; sourced with errexit.
# From the user data: REGION, STORE, VOLUME, ZONE, NAME, KEY, BACKUPS.
set -euo pipefail
export AWS_DEFAULT_REGION=$REGION

token=$(curl -sfX PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 600')
meta() { curl -sf -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"; }

# A machine that is being replaced lets go of the volume when it has ended. mkfs refuses one that has a file system.
take_volume() {
  until aws ec2 attach-volume --volume-id "$VOLUME" --instance-id "$(meta instance-id)" --device /dev/sdf; do sleep 5; done
  until [ -b /dev/xvdf ]; do sleep 1; done
  mkdir -p /data
  mount -o noatime /dev/xvdf /data || { mkfs.xfs /dev/xvdf && mount -o noatime /dev/xvdf /data; }
  echo '/dev/xvdf /data xfs noatime 0 2' >>/etc/fstab
}

# Some room for a moment in which 1 GiB is not enough; nobody lives in it.
add_swap() {
  dd if=/dev/zero of=/swap bs=1M count=512 status=none
  chmod 600 /swap && mkswap -q /swap && swapon /swap
  echo '/swap none swap sw 0 0' >>/etc/fstab
  printf 'vm.swappiness = 1\nvm.overcommit_memory = %s\n' "$1" >/etc/sysctl.d/90-oddiya.conf
  sysctl -q --system
}

# A certificate of its own, which is its own authority: services get it as what they trust, and nothing else is.
make_certificate() {
  local owner=$1
  install -d -m 700 /data/tls
  if [ ! -f /data/tls/server.crt ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj "/CN=$NAME" \
      -addext "subjectAltName=DNS:$NAME" -addext 'basicConstraints=critical,CA:TRUE' \
      -keyout /data/tls/server.key -out /data/tls/server.crt
  fi
  install -d -m 755 /etc/oddiya /etc/oddiya/tls
  install -o "$owner" -g "$owner" -m 600 /data/tls/server.key /etc/oddiya/tls/server.key
  install -m 644 /data/tls/server.crt /etc/oddiya/tls/server.crt
  install -m 644 /data/tls/server.crt /etc/oddiya/tls/ca.crt
  aws ssm put-parameter --name "/oddiya/$STORE/certificate" --type String --overwrite \
    --value "$(cat /data/tls/server.crt)" >/dev/null
}

# The password of the name, made up the first time it is asked for.
password() {
  local name=/oddiya/$STORE/password/$1
  if ! aws ssm get-parameter --name "$name" --with-decryption --query Parameter.Value --output text 2>/tmp/why; then
    grep -q ParameterNotFound /tmp/why || { cat /tmp/why >&2; return 1; }
    local made
    made=$(openssl rand -hex 24)
    aws ssm put-parameter --name "$name" --type SecureString --key-id "$KEY" --value "$made" >/dev/null
    echo "$made"
  fi
}

# Only when the store answers: until then the name is that of the machine before.
take_name() {
  aws route53 change-resource-record-sets --hosted-zone-id "$ZONE" --change-batch "{\"Changes\":[{\"Action\":\"UPSERT\",
    \"ResourceRecordSet\":{\"Name\":\"$NAME\",\"Type\":\"A\",\"TTL\":15,\"ResourceRecords\":[{\"Value\":\"$(meta local-ipv4)\"}]}}]}"
}

watch_memory_and_disk() {
  cat >/opt/aws/amazon-cloudwatch-agent/etc/oddiya.json <<AGENT
{"agent":{"metrics_collection_interval":60},
 "metrics":{"namespace":"Oddiya","append_dimensions":{"AutoScalingGroupName":"\${aws:AutoScalingGroupName}"},
  "aggregation_dimensions":[["AutoScalingGroupName"]],
  "metrics_collected":{"mem":{"measurement":["mem_used_percent"]},
   "disk":{"measurement":["used_percent"],"resources":["/data"],"drop_device":true}}}}
AGENT
  /opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \
    -c file:/opt/aws/amazon-cloudwatch-agent/etc/oddiya.json
}

# Read by the scripts of deploy/database, whoever starts them.
say_where_backups_go() {
  printf 'export AWS_DEFAULT_REGION=%s\nexport ODDIYA_BACKUP_TO=%s\n' "$REGION" "$BACKUPS" >/etc/oddiya/database/backup.env
}

# every NAME USER CALENDAR COMMAND METRIC: a timer, and a count of its successes, which alarms miss when there are none.
every() {
  cat >"/etc/systemd/system/$1.service" <<UNIT
[Unit]
Description=Oddiya: $1
[Service]
Type=oneshot
User=$2
Environment=AWS_DEFAULT_REGION=$REGION
ExecStart=$4
ExecStartPost=/usr/bin/aws cloudwatch put-metric-data --namespace Oddiya --metric-name $5 --value 1 --dimensions Store=$STORE
UNIT
  cat >"/etc/systemd/system/$1.timer" <<UNIT
[Timer]
OnCalendar=$3
Persistent=true
[Install]
WantedBy=timers.target
UNIT
  systemctl daemon-reload
  systemctl enable --now "$1.timer"
}

# tell_age TIMER FILE METRIC: each day how many days ago the timer's last success was, for an alarm looks back no further
# than a week. The file is on the volume, which outlives the machine; a new volume counts from its first day.
tell_age() {
  [ -f "$2" ] || touch "$2"
  mkdir -p "/etc/systemd/system/$1.service.d"
  printf '[Service]\nExecStartPost=+/usr/bin/touch %s\n' "$2" >"/etc/systemd/system/$1.service.d/age.conf"
  cat >"/opt/oddiya/$1-age" <<AGE
#!/bin/bash
set -euo pipefail
days=\$(((\$(date +%s) - \$(stat -c %Y $2)) / 86400))
exec aws cloudwatch put-metric-data --namespace Oddiya --metric-name $3 --value "\$days" --dimensions Store=$STORE
AGE
  chmod 755 "/opt/oddiya/$1-age"
  printf '[Unit]\nDescription=Oddiya: age of %s\n[Service]\nType=oneshot\nEnvironment=AWS_DEFAULT_REGION=%s\nExecStart=/opt/oddiya/%s-age\n' \
    "$1" "$REGION" "$1" >"/etc/systemd/system/$1-age.service"
  printf '[Timer]\nOnCalendar=*-*-* 20:00:00 UTC\nPersistent=true\n[Install]\nWantedBy=timers.target\n' \
    >"/etc/systemd/system/$1-age.timer"
  systemctl daemon-reload
  systemctl enable --now "$1-age.timer"
}
