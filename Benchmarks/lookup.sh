#!/bin/bash
# Look-up side by side with shapely, geopandas, DuckDB spatial, PostGIS and SpatiaLite SQL: points a
# second on one core, ratios, and differing answers (none may differ). Then a country of grids, made
# here: speed, memory and time to build (8 GB of memory while it is built; COUNTRY="COLUMNS ROWS" for another
# size, COUNTRY= for none).
# Installs the Python peers by pip into Benchmarks/.venv; needs the spatialite shell (Debian:
# spatialite-bin). PostGIS (Debian: postgresql postgresql-postgis) is run in a folder of its own
# where it is installed, and left out where it is not.
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
.venv/bin/python -c 'import shapely, geopandas, duckdb, duckdb_extension_spatial, psycopg2' 2>/dev/null ||
  .venv/bin/pip install --quiet shapely numpy geopandas psycopg2-binary \
    duckdb==1.5.5 duckdb-extensions==1.5.5 duckdb-extension-spatial==1.5.5
swift build --package-path lookup -c release >&2
programs="$(swift build --package-path lookup -c release --show-bin-path)"
country="${COUNTRY-2121 2122}"
{
  .venv/bin/python lookup/compare.py "$programs/LookupBenchmark" lookup/.build/work
  # shellcheck disable=SC2086 # two numbers
  if [ -n "$country" ]; then "$programs/CountryBenchmark" $country 4000000; fi
} | tee lookup.txt.new
mv lookup.txt.new lookup.txt
