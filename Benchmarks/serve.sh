#!/bin/bash
# The HTTP service under wrk beside a bare SwiftNIO server, and its batches.
# Installs wrk and curl from Debian where it can.
# Usage: Benchmarks/serve.sh        The last result is kept in serve.txt.
#        GEWU=PATH uses a program that is built already.
set -euo pipefail
cd "$(dirname "$0")"
for tool in wrk curl; do
  command -v "$tool" >/dev/null && continue
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get install -y -q "$tool" >&2
  else
    echo "$tool is missing; on Debian: apt-get install $tool" >&2
    exit 1
  fi
done
command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
if [ -z "${GEWU:-}" ]; then
  swift build --package-path .. -c release --product gewu >&2
  GEWU="$(swift build --package-path .. -c release --show-bin-path)/gewu"
fi
swift build --package-path serve -c release --product BareServer >&2
bare="$(swift build --package-path serve -c release --show-bin-path)/BareServer"
python3 serve/serve.py "$GEWU" "$bare" serve/.build/work "$@" | tee serve.txt.new
mv serve.txt.new serve.txt
