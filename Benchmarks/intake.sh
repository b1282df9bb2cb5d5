#!/bin/bash
# Durable reports a second over HTTP at 1, 8 and 64 clients beside pgbench on PostgreSQL 15 writing the same
# row on the same disk, with the syncs that each makes and that the disk can make.
# Installs wrk and postgresql-15 from Debian where it can.
# Usage: Benchmarks/intake.sh [SECONDS [ROUNDS]]        The last result is kept in intake.txt.
#        SYNC_DELAY_US=4300 shows a disk that syncs some 220 times a second; that result is kept in no file.
#        GEWU=PATH uses a program that is built already; WORK=DIR a folder on the disk to be measured.
set -euo pipefail
cd "$(dirname "$0")"
for need in wrk:wrk /usr/lib/postgresql/15/bin/pgbench:postgresql-15; do
  command -v "${need%%:*}" >/dev/null && continue
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get install -y -q "${need##*:}" >&2
  else
    echo "${need##*:} is missing; on Debian: apt-get install ${need##*:}" >&2
    exit 1
  fi
done
if [ -z "${GEWU:-}" ]; then
  command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
  swift build --package-path .. -c release --product gewu >&2
  GEWU="$(swift build --package-path .. -c release --show-bin-path)/gewu"
fi
python3 intake/intake.py "$(realpath "$GEWU")" "${WORK:-/var/tmp/gewu-intake}" "$@" | tee intake.txt.new
if [ -n "${SYNC_DELAY_US:-}" ]; then rm intake.txt.new; else mv intake.txt.new intake.txt; fi
