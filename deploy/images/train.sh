#!/bin/bash
# Runs all services on the run-time images they will have, has one trip go through them, and makes their AOT caches.
set -euo pipefail
readonly packages=/build/packages out=/build/out
readonly services=(gateway auth user plan llm-agent video video-worker)

# The place in the image is told in the arguments; here the jars lie elsewhere, which a cache allows for.
java "@$packages/local/java.args" -Doddiya.packages=$packages -Doddiya.training=true -Doddiya.runtime=/build/runtime \
  -Doddiya.runtime.video-worker=/build/runtime-worker app.oddiya.apps.local.Main --root /build/run demo \
  --days 1 --seconds 15 --out /build/run/demo --processes \
  || { tail -n 40 /build/run/.oddiya/demo/logs/*; exit 1; }

for service in "${services[@]}"; do
  runtime=/build/runtime
  [ "$service" != video-worker ] || runtime=/build/runtime-worker
  "$runtime/bin/java" -XX:AOTMode=create "-XX:AOTConfiguration=$packages/$service/app.aotconf" \
    "-XX:AOTCache=$packages/$service/app.aot" "@$packages/$service/java.args"
  mkdir -p "$out/$service"
  cp -a "$packages/$service"/{app.jar,app.aot,lib} "$out/$service/"
  cp -a "$packages/images/$service.args" "$out/$service/java.args"
done
