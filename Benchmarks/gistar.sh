#!/bin/bash
# Gi* side by side with esda (warm, 1 job): times, their ratio, and the largest
# difference of z. Installs esda by pip into Benchmarks/.venv. Where GEWU_REAL_DATA names a folder
# with leeds/, also adaptive permutations beside 199,999 fixed ones on 4,588 areas.
# Usage: Benchmarks/gistar.sh        The last result is kept in gistar.txt.
set -euo pipefail
cd "$(dirname "$0")"
command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
if [ ! -x .venv/bin/python ]; then
  python3 -m venv .venv || {
    echo "python3 has no venv module; on Debian: apt-get install python3-venv" >&2
    exit 1
  }
fi
.venv/bin/python -c 'import esda, libpysal, numba' 2>/dev/null ||
  .venv/bin/pip install --quiet 'esda==2.9.0' libpysal numba
swift build --package-path gistar -c release --product GiStarBenchmark >&2
program="$(swift build --package-path gistar -c release --show-bin-path)/GiStarBenchmark"
.venv/bin/python gistar/compare.py "$program" | tee gistar.txt.new
if [ -d "${GEWU_REAL_DATA:-}/leeds" ]; then
  .venv/bin/python gistar/west_yorkshire.py "$program" "$GEWU_REAL_DATA" | tee -a gistar.txt.new
else
  echo "GEWU_REAL_DATA names no folder with leeds/: the case of 4,588 areas is left out" >&2
fi
mv gistar.txt.new gistar.txt
