#!/bin/bash
# Written addresses of the demonstration district: all rows looked up for the first time and once more, and 1.39 million
# texts through a pipe, beside cpca and pygeocoding (from PyPI, in Benchmarks/.venv).
# Usage: Benchmarks/addresses.sh [STORE]     an unsealed store of the demonstration with its register; made where absent
#        GEWU=PATH uses a program that is built already. The last result is kept in addresses.txt.
set -euo pipefail
cd "$(dirname "$0")"
if [ -z "${GEWU:-}" ]; then
  command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
  swift build --package-path .. -c release --product gewu >&2
  GEWU="$(swift build --package-path .. -c release --show-bin-path)/gewu"
fi
work=addresses/.build/work
mkdir -p "$work"
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -c 'import cpca, geocoding' 2>/dev/null || .venv/bin/pip install -q cpca==0.5.5 pygeocoding==1.1.3 >&2
store="${1:-}"
if [ -z "$store" ]; then
  store="$work/district.sqlite"
  rm -rf "$work/district" "$store"*
  "$GEWU" demo make "$work/district" --row-key none --quiet >&2
  grids="$work/district/grids"
  export GEWU_STORE="$store"
  "$GEWU" init --unsealed --levels district,street,community,grid --zone Asia/Shanghai >&2
  "$GEWU" grids load "$grids/grids.geojson" --level grid --code code --name name --parent community >&2
  "$GEWU" grids load "$grids/communities.csv" --level community --code code --name name --parent parent >&2
  "$GEWU" grids load "$grids/streets.csv" --level street --code code --name name --parent parent >&2
  "$GEWU" grids load "$grids/district.csv" --level district --code code --name name --activate >&2
  # Ends with 3: there are rows to be refused in nearly every file.
  "$GEWU" import "$work/district/files" --quiet >/dev/null 2>&1 || (($? == 3))
  "$GEWU" addresses load ../Registers/demo.yaml >&2
fi
.venv/bin/python addresses/compare.py "$GEWU" "$store" "$work" | tee addresses.txt.new
mv addresses.txt.new addresses.txt
