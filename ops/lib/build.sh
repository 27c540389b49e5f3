# Read by ops/run and ops/bench after machine.sh: the program's jars and how Java is started with them.

modules=(gis-data map-web drills command-server ops)
# One folder for each state of the sources, with all jars in it: a server that runs keeps its own while newer ones are
# built, whoever can read the folder can run it, and it can be moved.
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
  if [ ! -w "$top" ] || [ -d "$top/ops/target" -a ! -w "$top/ops/target" ]; then
    both "程序尚未按当前源码编译，而用户 $(id -un) 对 $top 没有写权限。请由其所有者执行：$top/ops/run --build-only" \
      "The program is not built for the present sources, and user $(id -un) may not write $top. Its owner has to run: $top/ops/run --build-only"
    exit 1
  fi
  both "正在编译（首次需从 Maven Central 下载依赖库，约几分钟）……" \
    "Building (the first time libraries come from Maven Central: some minutes) ..."
  log=$(mktemp)
  # In a session of its own, so that a signal to this script can end all of it; others than the builder may run it.
  setsid bash -c 'set -euo pipefail; umask 022; . "$0"; top=$1; shift; maven "$@"' "$top/ops/lib/machine.sh" "$top" \
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
  rm -f "$log"
  (umask 022; gather_jars)
}

# Puts the jars of the modules and of their libraries into the folder $app, whole or not at all. The state built before
# this one stays, for the server that may still run with it.
gather_jars() {
  local unfinished="$built/unfinished" module jar manifest libraries
  rm -rf "$unfinished"
  mkdir -p "$unfinished"
  cp "$top"/ops/target/ops-[0-9]*-SNAPSHOT.jar "$unfinished/ops.jar"
  # Lines of a manifest are folded at 72 bytes.
  manifest=$(cd "$unfinished" && "$JAVA_HOME/bin/jar" xf ops.jar META-INF/MANIFEST.MF &&
    tr -d '\r' <META-INF/MANIFEST.MF | LC_ALL=C sed -e ':more' -e 'N' -e 's/\n //' -e 't more' -e 'P' -e 'D' && rm -r META-INF)
  libraries=$(sed -n 's/^Libraries-From: //p' <<<"$manifest")
  for jar in $(sed -n 's/^Class-Path: //p' <<<"$manifest"); do
    mkdir -p "$unfinished/${jar%/*}"
    case "$jar" in
      lib/org/wanglou/*)
        module=${jar#lib/org/wanglou/}
        cp "$top/${module%%/*}/target/${jar##*/}" "$unfinished/$jar"
        ;;
      *) cp --no-preserve=mode "$libraries/${jar#lib/}" "$unfinished/$jar" ;;
    esac
  done
  mv "$unfinished" "$app"
  find "$built" -mindepth 1 -maxdepth 1 -printf '%T@ %p\0' | sort -zrn | tail -zn +3 | cut -zd ' ' -f 2- | xargs -0r rm -rf
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
  local class=$1 locale
  shift
  # Java needs UTF-8 for file names, and falls back to ASCII when any category names a locale that is not installed;
  # the reader's language goes beside it.
  locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  exec env LC_ALL=C.UTF-8 WANGLOU_LOCALE="$locale" "$JAVA_HOME/bin/java" \
    -Xmx"${WANGLOU_HEAP:-256m}" -XX:+UseSerialGC -XX:ReservedCodeCacheSize=64m -XX:+ExitOnOutOfMemoryError \
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dwanglou.home="$top" -cp "$app/ops.jar" "$class" "$@"
}
