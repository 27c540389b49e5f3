# Read by ops/run and ops/bench after machine.sh: the program's jars and how Java is started with them.

modules=(gis-data map-web drills command-server ops)
# One folder for each state of the sources: a server that runs keeps its own jars while newer ones are built.
built="$top/ops/target/app"

# What the jars are made of, as one number.
sources_hash() {
  (
    cd "$top"
    find pom.xml "${modules[@]}" -path '*/target' -prune -o -path '*/src/test' -prune -o \
      -type f \( -name pom.xml -o -path '*/src/main/*' \) -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -d ' ' -f 1
}

# Test libraries are not fetched for this: the jars are made right after compiling.
build_if_changed() {
  local log module
  app="$built/$(sources_hash)"
  if [ -d "$app" ]; then return; fi
  both "正在编译（首次需从 Maven Central 下载依赖库，约几分钟）……" \
    "Building (the first time libraries come from Maven Central: some minutes) ..."
  log=$(mktemp)
  # In a session of its own, so that a signal to this script can end all of it.
  setsid bash -c 'set -euo pipefail; . "$0"; top=$1; shift; maven "$@"' "$top/ops/lib/machine.sh" "$top" \
    -Dquick -pl "$(IFS=,; echo "${modules[*]}")" compile jar:jar >"$log" 2>&1 &
  local build=$!
  trap 'kill -- -"$build" 2>/dev/null; rm -f "$log"; exit 143' INT TERM
  show_build_progress "$build" "$log"
  local outcome=0
  wait "$build" || outcome=$?
  trap - INT TERM
  if [ "$outcome" != 0 ]; then
    grep -E '^\[ERROR\]|BUILD' "$log" | head -30 >&2 || true
    both "编译失败，原因见上。若为网络问题，请检查能否访问 Maven Central 后重试。" \
      "The build failed, the reason stands above. If it is the network: check that Maven Central can be reached and try again."
    rm -f "$log"
    exit 1
  fi
  rm -rf "$log" "$built"
  mkdir -p "$built/unfinished"
  for module in "${modules[@]}"; do cp "$top/$module/target/$module"-[0-9]*-SNAPSHOT.jar "$built/unfinished/$module.jar"; done
  mv "$built/unfinished" "$app"
}

# Every few seconds where the build stands.
show_build_progress() {
  local last="" line
  while kill -0 "$1" 2>/dev/null; do
    line=$(grep -E 'Building Wanglou|files fetched' "$2" 2>/dev/null | tail -n 1 | sed 's/^\[INFO\] *//; s/Building //' || true)
    if [ -n "$line" ] && [ "$line" != "$last" ]; then say "  $line"; last=$line; fi
    sleep 0.5
  done
}

# run_java CLASS ARGUMENTS: replaces this shell, so that signals reach Java itself.
run_java() {
  local class=$1 path locale
  shift
  # ops first: its manifest has the libraries in order, with slf4j-api before whatever brings an older one.
  path="$app/ops.jar:$app/gis-data.jar:$app/map-web.jar:$app/drills.jar:$app/command-server.jar"
  # Java needs UTF-8 for file names; the reader's language stays what it was.
  locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  exec env -u LC_ALL LC_CTYPE=C.UTF-8 LC_MESSAGES="$locale" "$JAVA_HOME/bin/java" \
    -Xmx"${WANGLOU_HEAP:-256m}" -XX:+UseSerialGC -XX:ReservedCodeCacheSize=64m -XX:+ExitOnOutOfMemoryError \
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dwanglou.home="$top" -cp "$path" "$class" "$@"
}
