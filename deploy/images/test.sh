#!/bin/bash
# `./oddiya image test`: builds the images on a base made here, runs them as they run in production, with the limits
# that they have there, and lets the end-to-end test walk through them. Needs root, Docker and debootstrap.
set -euo pipefail
readonly root=$1 work=$1/.oddiya/image-test
readonly services=(gateway auth user plan llm-agent video video-worker)
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | head -n 1)
readonly version

main() {
  [ "$(id -u)" = 0 ] || { echo "this needs root: it makes a base with debootstrap, and may start Docker" >&2; exit 69; }
  need docker docker.io
  need debootstrap debootstrap
  mkdir -p "$work"
  trap stop EXIT
  start_docker
  make_base
  "$root/oddiya" image --build-arg BASE=oddiya-base:test
  caches_are_used
  start_stores
  local service
  for service in auth user plan llm-agent video video-worker gateway; do
    run "$service"
  done
  for service in "${services[@]}"; do
    ready "$service"
  done
  ODDIYA_GATEWAY_URL=http://localhost:8080 "$root/oddiya" test e2e
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' || true
  echo "The images serve, and a trip went through them."
}

need() {
  command -v "$1" >/dev/null || { echo "$1 is missing (Debian: apt-get install $2)" >&2; exit 69; }
}

# A daemon of our own, unless there is one.
start_docker() {
  ! docker version >/dev/null 2>&1 || return 0
  need dockerd docker.io
  export DOCKER_HOST=unix://$work/docker.sock
  dockerd --host "$DOCKER_HOST" --data-root "$work/docker" --exec-root "$work/exec" --pidfile "$work/dockerd.pid" \
    >"$work/dockerd.log" 2>&1 &
  dockerd=$!
  eventually "dockerd (see $work/dockerd.log)" docker version
}

make_base() {
  ! docker image inspect oddiya-base:test >/dev/null 2>&1 || return 0
  [ -d "$work/base" ] || debootstrap --variant=minbase --include=libssl3 bookworm "$work/base.part" >"$work/debootstrap.log"
  [ -d "$work/base" ] || mv "$work/base.part" "$work/base"
  mkdir -p "$work/base/opt/java"
  # Debian keeps certificates elsewhere and links to them.
  cp -rL --preserve=mode,timestamps "$(readlink -f "$JAVA_HOME")" "$work/base/opt/java/openjdk"
  tar -C "$work/base" --exclude=./var/cache/apt --exclude=./var/lib/apt/lists -c . \
    | docker import --change 'ENV JAVA_HOME=/opt/java/openjdk' \
      --change 'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
      - oddiya-base:test >/dev/null
  rm -rf "$work/base/opt/java"
}

# Java would go on without a cache that does not fit.
caches_are_used() {
  local service
  for service in "${services[@]}"; do
    docker run --rm --read-only --network none --entrypoint /opt/oddiya/runtime/bin/java "oddiya-$service:$version" \
      -XX:AOTMode=on -XX:AOTCache=/opt/oddiya/app.aot @/opt/oddiya/java.args -version >"$work/aot-$service.log" 2>&1 \
      || { cat "$work/aot-$service.log"; echo "the AOT cache of oddiya-$service does not fit" >&2; exit 1; }
  done
  echo "All seven AOT caches fit."
}

start_stores() {
  "$root/oddiya" up --stores-only --data "$work/home" >"$work/stores.log" 2>&1 &
  stores=$!
  eventually "the stores (see $work/stores.log)" test -f "$work/home/run/environment" -a -s "$work/stores.log"
  eventually "the stores (see $work/stores.log)" grep -q ODDIYA_GATEWAY_URL "$work/home/run/environment"
  rm -rf "$work/keys"
  cp -r "$work/home/keys" "$work/keys"
  chown -R 65532:65532 "$work/keys"
  sed "s/='/=/; s/'\$//; s|$work/home/keys|/etc/oddiya/keys|" "$work/home/run/environment" \
    | grep -vE '^ODDIYA_(VIDEO_WORKER_FOLDER|GATEWAY_URL)=' >"$work/environment"
}

# As the manifests have it: nobody's user, nothing writable but /tmp and /work, no capability.
run() {
  local service=$1 megabytes
  megabytes=$(awk -v service="$1" '$1 == service { print $2 }' "$root/deploy/images/limits")
  docker rm --force "oddiya-$service" >/dev/null 2>&1 || true
  docker run --detach --name "oddiya-$service" --network host --env-file "$work/environment" \
    --volume "$work/keys:/etc/oddiya/keys:ro" --read-only --tmpfs /tmp:mode=1777 --volume /work \
    --cap-drop ALL --security-opt no-new-privileges --memory "${megabytes}m" --memory-swap "${megabytes}m" \
    --cpuset-cpus 0,1 "oddiya-$service:$version" >/dev/null
}

ready() {
  local port
  port=$((9080 + $(printf '%s\n' "${services[@]}" | grep -nx "$1" | cut -d: -f1) - 1))
  eventually "$1 (docker logs oddiya-$1)" answers "http://127.0.0.1:$port/readyz" || { docker logs --tail 20 "oddiya-$1"; exit 1; }
}

answers() { curl --silent --fail --max-time 2 "$1"; }

eventually() {
  local what=$1 tries
  shift
  for ((tries = 0; tries < 180; tries++)); do
    ! "$@" >/dev/null 2>&1 || return 0
    sleep 1
  done
  echo "not there after 3 minutes: $what" >&2
  return 1
}

stop() {
  local service
  for service in "${services[@]}"; do
    docker logs "oddiya-$service" >"$work/$service.log" 2>&1 || true
    docker rm --force --volumes "oddiya-$service" >/dev/null 2>&1 || true
  done
  [ -z "${stores:-}" ] || { kill "$stores" && wait "$stores" || true; }
  [ -z "${dockerd:-}" ] || { kill "$dockerd" && wait "$dockerd" || true; }
}

main
