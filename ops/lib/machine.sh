# Read by ops/run, ops/test and ops/bench: what the machine needs, and Maven with its progress shown.
# Expects: set -euo pipefail, and $top, the folder of the sources.

say() { printf '%s\n' "$*" >&2; }

# Chinese first: English only when the reader's locale says so.
chinese() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in en*) return 1 ;; *) return 0 ;; esac
}

# both CHINESE ENGLISH: the one that the reader reads.
both() { if chinese; then say "$1"; else say "$2"; fi; }

# The options of ops/run, in both languages where the locale names neither, as on a bare server.
help() {
  local texts="$top/ops/src/main/resources/help"
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh*) cat "$texts/zh_CN.txt" ;;
    en*) cat "$texts/en.txt" ;;
    *) cat "$texts/zh_CN.txt" "$texts/en.txt" ;;
  esac
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# major JAVAC: 17 for a JDK 17, 0 where there is none.
major() { { "$1" -version 2>/dev/null || true; } | sed -n 's/^javac \([0-9]*\).*/\1/p' | grep . || echo 0; }

# The JDK to build and run with: the one JAVA_HOME names, the distribution's 17, the one on the path.
find_jdk() {
  local home javac
  javac=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/java-17-openjdk-* ${javac:+"$(dirname "$(dirname "$(readlink -f "$javac")")")"}; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(major "$home/bin/javac")" -ge 17 ]; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}

# The PostgreSQL version whose PostGIS is wanted: an installed one in the launcher's order, else the distribution's.
postgres_version() {
  local version
  for version in 15 16 17 18 14; do
    if [ -x "/usr/lib/postgresql/$version/bin/initdb" ]; then echo "$version"; return; fi
  done
  . /etc/os-release
  case "${VERSION_ID:-12}" in 13*) echo 17 ;; *) echo 15 ;; esac
}

# What is needed to build and run, one Debian package a word; only what is missing.
missing_packages() {
  local pg package missing=()
  pg=$(postgres_version)
  find_jdk || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  for package in "postgresql-$pg" "postgresql-$pg-postgis-3" gdal-bin fonts-noto-cjk "$@"; do
    installed "${package/PG/$pg}" || missing+=("${package/PG/$pg}")
  done
  echo "${missing[*]}"
}

# install_packages MORE...: says what is missing and installs it. PG in a name stands for the PostgreSQL version.
install_packages() {
  local missing sudo="" no_main=""
  missing=$(missing_packages "$@")
  if [ -z "$missing" ]; then find_jdk; return; fi
  if ! command -v apt-get >/dev/null; then
    both "缺少：$missing。本机没有 apt-get，请用本机的包管理工具安装后重试。" \
      "Missing: $missing. This machine has no apt-get: install them by its own means and try again."
    exit 1
  fi
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      both "缺少：$missing。请让管理员执行：apt-get install $missing" \
        "Missing: $missing. Ask an administrator to run: apt-get install $missing"
      exit 1
    }
    sudo=sudo
  fi
  both "将安装 Debian 软件包：$missing" "Installing these Debian packages: $missing"
  # The system gets no database cluster of ours, and none by the way either.
  if ! installed postgresql-common; then
    no_main=/etc/postgresql-common/createcluster.d/wanglou.conf
    $sudo mkdir -p "${no_main%/*}"
    echo "create_main_cluster = false" | $sudo tee "$no_main" >/dev/null
  fi
  $sudo apt-get update -q
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null
  if [ -n "$no_main" ]; then $sudo rm -f "$no_main"; fi
  find_jdk
}

# Maven with its arguments; libraries are counted instead of listed, everything else is shown.
maven() {
  (cd "$top" && mvn -B "$@" </dev/null 2>&1) | awk '
    / Downloading from | Downloaded from |Progress \(/ {
      if (/ Downloaded from / && ++n % 50 == 0) { print "[INFO] " n " files fetched from Maven Central"; fflush() }
      next
    }
    { print; fflush() }'
}
