#!/bin/bash
# The look-up index from C and from Python, through include/gewu.h: positions a second, four million
# random ones, at the 706 grids of the demonstration and at a city of 5,832. lookup.txt has the same in
# Swift. Needs cc and python3; NumPy is used where it is installed.
# Usage: Benchmarks/embedding.sh [GEWU LIBRARY]     The last result is kept in embedding.txt.
#        With both, a program and a library are used that are built already.
set -euo pipefail
unset gewu
(($# == 0 || $# == 2)) || { echo "usage: $0 [GEWU LIBRARY]" >&2; exit 64; }
if (($# == 2)); then gewu=$(realpath -e "$1") library=$(realpath -e "$2"); fi
cd "$(dirname "$0")"
for tool in cc python3; do
  command -v "$tool" >/dev/null || { echo "no $tool here; on Debian: apt-get install gcc libc6-dev python3" >&2; exit 1; }
done
if [ -z "${gewu:-}" ]; then
  command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
  for product in gewu GewuC; do swift build --package-path .. -c release --product "$product" >&2; done
  built=$(swift build --package-path .. -c release --show-bin-path)
  gewu=$built/gewu library=$built/libGewuC.so
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -I ../include embedding/speed.c \
  -L "$(dirname "$library")" -lGewuC -Wl,-rpath,"$(dirname "$library")" -o "$work/speed"
"$gewu" demo make "$work/district" --rows-percent 1 --manifests ../Importers --quiet >&2
mv "$work/district/grids/grids.geojson" "$work/district.geojson"
python3 serve/make_city.py "$work/city.geojson"
{
  echo "$(nproc) cores, load $(cut -d ' ' -f 1 /proc/loadavg), $(python3 --version); 4000000 random positions," \
    "best of seven; a second is one of processor time unless it says otherwise"
  for name in district city; do
    export GEWU_STORE=$work/$name.sqlite
    "$gewu" init --unsealed --levels grid >&2
    "$gewu" grids load "$work/$name.geojson" --level grid --code code --activate >&2
    "$gewu" grids index "$work/$name.index" >&2
    echo "$name: $(python3 - "$work/$name.geojson" "$work/$name.points" <<'PYTHON'
import array
import json
import random
import sys

features = json.load(open(sys.argv[1], encoding="utf-8"))["features"]
positions = [p for f in features for ring in f["geometry"]["coordinates"] for p in ring]
draw = random.Random(4)
axes = [(min(axis), max(axis)) for axis in zip(*positions)]
with open(sys.argv[2], "wb") as file:
    array.array("d", (draw.uniform(*axis) for _ in range(4_000_000) for axis in axes)).tofile(file)
print(len(features), "cells")
PYTHON
    )"
    "$work/speed" "$work/$name.index" "$work/$name.points" "$work/$name.answers"
    GEWU_LIBRARY=$library python3 embedding/speed.py "$work/$name.index" "$work/$name.points" "$work/$name.answers"
  done
} | tee embedding.txt.new
mv embedding.txt.new embedding.txt
