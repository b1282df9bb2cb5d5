# shellcheck shell=bash
# What scripts/demo and scripts/test share; source it, do not run it.

# What the scripts read of gewu's answers, and what the READMEs show of them, is in English.
export LC_ALL=C.UTF-8

# The Debian packages that the build and the map need.
readonly GEWU_PACKAGES=(
  libspatialite-dev libsqlite3-dev libproj-dev zlib1g-dev libexpat1-dev libfreexl-dev
  libxlsxwriter-dev libssl-dev pkg-config libjs-leaflet
)

# The suites that take a minute and more together: 200 MB of text, a thousand damaged files, a million
# hostile positions. scripts/check and scripts/test --quick leave them out.
readonly GEWU_SLOW_SUITES='LongTextTests|FormatMutationTests|Imports of damaged files|HostilePointTests'

# Each argument is a line.
say() { printf '%s\n' "$@" >&2; }

die() {
  say "$@"
  exit 1
}

# Runs the tests with the options given. Where some fail, ends with what they said, which else stands
# somewhere among thousands of lines.
run_tests() {
  local log
  log=$(mktemp)
  if swift test "$@" 2>&1 | tee "$log"; then
    rm "$log"
    return
  fi
  say 'what failed:' "$(grep -E '✘|^ *↳|error:' "$log" | tail -n 200)"
  rm "$log"
  exit 1
}

# Stops unless Swift 6.2 or later is on the path.
need_swift() {
  command -v swift >/dev/null ||
    die "no Swift here: install Swift 6.2 or later (https://www.swift.org/install) and put it on PATH"
  local version major minor
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  if [[ -z $version ]] || ((major < 6 || (major == 6 && minor < 2))); then
    die "Swift ${version:-of an unknown version} is too old: install Swift 6.2 or later (https://www.swift.org/install)"
  fi
}

# The packages among the arguments that are not installed, one a line.
missing_packages() {
  local package
  for package in "$@"; do
    # pkgconf provides pkg-config on newer systems.
    if [[ $package == pkg-config ]] && command -v pkg-config >/dev/null; then continue; fi
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
      printf '%s\n' "$package"
  done
}

# Installs the Debian packages named, or says which line would.
need_packages() {
  if ! command -v dpkg-query >/dev/null; then
    pkg-config --exists spatialite sqlite3 proj zlib expat freexl xlsxwriter libcrypto 2>/dev/null ||
      die "not a Debian system, and pkg-config does not find all of spatialite, sqlite3, proj," \
        "zlib, expat, freexl, xlsxwriter and libcrypto: install their development files (on Debian: ${GEWU_PACKAGES[*]})"
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) && return
  if ((EUID == 0)); then
    say "installing ${missing[*]}"
    if ! { apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"; } >&2; then
      die "apt-get could not install ${missing[*]}: see its message above"
    fi
  else
    die "missing Debian packages; install them and run this again:" \
      "  sudo apt-get install ${missing[*]}"
  fi
}

# The version of the product, as the program says it.
product_version() {
  sed -n 's/.*static let current = "\(.*\)"$/\1/p' Sources/Gewu/Version.swift
}
