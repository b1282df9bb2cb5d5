#!/bin/bash
# Import side by side with `sqlite3 .import` and ogr2ogr: the 1.39-million-row table of fictional
# people, checked, keyed and attached by ours. Installs its peers from Debian where it can.
# Usage: Benchmarks/import.sh        The last result is kept in import.txt.
#        GEWU=PATH uses a program that is built already.
set -euo pipefail
cd "$(dirname "$0")"
for tool in sqlite3:sqlite3 ogr2ogr:gdal-bin python3:python3; do
  command -v "${tool%%:*}" >/dev/null && continue
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get install -y -q "${tool##*:}" >&2
  else
    echo "${tool%%:*} is missing; on Debian: apt-get install ${tool##*:}" >&2
    exit 1
  fi
done
if [ -z "${GEWU:-}" ]; then
  command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
  swift build --package-path .. -c release --product gewu >&2
  GEWU="$(swift build --package-path .. -c release --show-bin-path)/gewu"
fi
python3 import/compare.py "$GEWU" import/.build/work | tee import.txt.new
mv import.txt.new import.txt
