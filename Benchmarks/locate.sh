#!/bin/bash
# `gewu locate --input -` on ten million rows through pipes, beside cat (the ceiling), Miller and
# shapely. Installs shapely by pip into Benchmarks/.venv.
# Usage: Benchmarks/locate.sh        The last result is kept in locate.txt.
#        GEWU=PATH uses a program that is built already.
set -euo pipefail
cd "$(dirname "$0")"
if [ ! -x .venv/bin/python ]; then
  python3 -m venv .venv || {
    echo "python3 has no venv module; on Debian: apt-get install python3-venv" >&2
    exit 1
  }
fi
.venv/bin/python -c 'import shapely' 2>/dev/null || .venv/bin/pip install --quiet shapely numpy
if [ -z "${GEWU:-}" ]; then
  command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
  swift build --package-path .. -c release --product gewu >&2
  GEWU="$(swift build --package-path .. -c release --show-bin-path)/gewu"
fi
python3 serve/locate_table.py "$GEWU" serve/.build/work "$@" | tee locate.txt.new
mv locate.txt.new locate.txt
