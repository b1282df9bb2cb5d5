#!/bin/bash
# Look-up side by side with shapely and SpatiaLite SQL: points a second on one
# core, ratios, and differing answers (none may differ). Installs shapely by pip
# into Benchmarks/.venv; needs the spatialite shell (Debian: spatialite-bin).
# Usage: Benchmarks/lookup.sh        The last result is kept in lookup.txt.
set -euo pipefail
cd "$(dirname "$0")"
command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
command -v spatialite >/dev/null || {
  echo "the spatialite shell is missing; on Debian: apt-get install spatialite-bin" >&2
  exit 1
}
if [ ! -x .venv/bin/python ]; then
  python3 -m venv .venv || {
    echo "python3 has no venv module; on Debian: apt-get install python3-venv" >&2
    exit 1
  }
fi
.venv/bin/python -c 'import shapely' 2>/dev/null || .venv/bin/pip install --quiet shapely numpy
swift build --package-path lookup -c release --product LookupBenchmark >&2
program="$(swift build --package-path lookup -c release --show-bin-path)/LookupBenchmark"
.venv/bin/python lookup/compare.py "$program" lookup/.build/work | tee lookup.txt.new
mv lookup.txt.new lookup.txt
