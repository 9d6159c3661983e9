#!/bin/bash
# Makes the parts of the images that are not ours: two run-time images of Java, and file systems with the C library.
set -euo pipefail
readonly to=$1

# What the services' class paths ask for (jdeps), and what no class names: TLS's elliptic curves, the locale data of
# four languages, zip file systems. The worker draws, so it has java.desktop; the rest does without its 15 MB.
readonly modules=java.base,java.compiler,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

main() {
  local java
  java=$(dirname -- "$(dirname -- "$(readlink -f -- "$(command -v java || echo "$JAVA_HOME/bin/java")")")")
  runtime "$java" "$modules" "$to/runtime"
  runtime "$java" "$modules,java.desktop" "$to/runtime-worker"
  root "$to/root"
  root "$to/root-worker"
  libraries "$to/root" "$to/runtime"
  libraries "$to/root-worker" "$to/runtime-worker"
  # What ffmpeg is linked to, and the shell that bounds it.
  library "$to/root-worker" libstdc++.so.6 libgcc_s.so.1 libmvec.so.1
  mkdir -p "$to/root-worker/bin" "$to/root-worker/work"
  cp -L /bin/sh "$to/root-worker/bin/sh"
  needs "$to/root-worker" /bin/sh
  chown 65532:65532 "$to/root-worker/work"
}

# Names of variables and numbers of lines in Java's own classes would take 2 MB of each service.
runtime() {
  "$1/bin/jlink" --add-modules "$2" --include-locales en,ko,ja,zh --no-header-files --no-man-pages \
    --strip-java-debug-attributes --compress zip-0 --output "$3"
}

root() {
  mkdir -p "$1/etc" "$1/tmp"
  chmod 1777 "$1/tmp"
  echo 'oddiya:x:65532:65532::/tmp:/sbin/nologin' >"$1/etc/passwd"
  echo 'oddiya:x:65532:' >"$1/etc/group"
  echo 'hosts: files dns' >"$1/etc/nsswitch.conf"
}

# All that the run-time image's programs and libraries are linked to, and what glibc loads by name.
libraries() {
  local file
  while IFS= read -r file; do
    needs "$1" "$file"
  done < <(find "$2" -type f \( -path '*/bin/*' -o -name '*.so' \))
  library "$1" libnss_files.so.2 libnss_dns.so.2 libresolv.so.2
}

# Where the loader finds them, there they lie in the image.
needs() {
  local found
  while IFS= read -r found; do
    put "$1" "$found"
  done < <(ldd "$2" 2>/dev/null | grep -oE '/[^ ]+\.so[^ ]*' | grep -v "^$to" | sort -u)
}

library() {
  local into=$1 name found
  shift
  for name in "$@"; do
    found=$(ldconfig -p | grep -F "$name " | grep -F x86-64 | sed 's/.*=> //' | head -n 1)
    [ -z "$found" ] || put "$into" "$found"
  done
}

put() {
  mkdir -p "$1$(dirname -- "$2")"
  cp -L "$2" "$1$2"
}

main
