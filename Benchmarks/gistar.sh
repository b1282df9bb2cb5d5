#!/bin/bash
# Gi* side by side with esda (warm, 1 job): times, their ratio, and the largest
# difference of z. Installs esda by pip into Benchmarks/.venv.
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
mv gistar.txt.new gistar.txt
