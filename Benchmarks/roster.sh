#!/bin/bash
# The look-up of the service with posts beside the same without: CPU time of the service per request over one
# connection, rounds in turn. May be 3 % dearer at most.
# Usage: GEWU=.build/release/gewu Benchmarks/roster.sh [FOLDER of a demo district]
# The last result is kept in roster.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
gewu="${GEWU:-.build/release/gewu}"
folder="${1:-}"
if [ -z "$folder" ]; then
  folder="$(mktemp -d)"
  trap 'rm -rf "$folder"' EXIT
  "$gewu" demo make "$folder" --rows-percent 1 --row-key none --quiet >&2
fi
python3 Benchmarks/roster/roster.py "$gewu" "$folder" | tee Benchmarks/roster.txt.new
mv Benchmarks/roster.txt.new Benchmarks/roster.txt
