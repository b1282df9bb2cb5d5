#!/bin/bash
# Subjects of the demonstration district: all assembled, once more with nothing to do, and after a second month, with
# time and peak memory; and whether they are equal for one and two threads, for files in the opposite order, and for
# what was assembled bit by bit and as a whole.
# Usage: Benchmarks/subjects.sh [PERCENT]    rows of the district, 100 if omitted
#        GEWU=PATH uses a program that is built already. The last result is kept in subjects.txt.
# Ends with 1 where subjects that must be equal are not.
set -euo pipefail
cd "$(dirname "$0")"
percent="${1:-100}"
if [ -z "${GEWU:-}" ]; then
  command -v swift >/dev/null || { echo "swift is not on the PATH; install Swift 6.2 or later." >&2; exit 1; }
  swift build --package-path .. -c release --product gewu >&2
  GEWU="$(swift build --package-path .. -c release --show-bin-path)/gewu"
fi
command -v /usr/bin/time >/dev/null || { echo "GNU time is missing; install it (apt-get install time)." >&2; exit 1; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$GEWU" demo make "$work/district" --rows-percent "$percent" --months 2 --row-key none --quiet >&2

init() {
  export GEWU_STORE="$1"
  local grids="$work/district/grids"
  "$GEWU" init --unsealed --levels district,street,community,grid --zone Asia/Shanghai >&2
  "$GEWU" grids load "$grids/grids.geojson" --level grid --code code --name name --parent community >&2
  "$GEWU" grids load "$grids/communities.csv" --level community --code code --name name --parent parent >&2
  "$GEWU" grids load "$grids/streets.csv" --level street --code code --name name --parent parent >&2
  "$GEWU" grids load "$grids/district.csv" --level district --code code --name name --activate >&2
}

# Ends with 3 or 4: there are rows to be refused in nearly every file, and from the second month on whole files.
import() { "$GEWU" import "$@" --quiet >/dev/null 2>&1 || (($? == 3 || $? == 4)); }

# timed NAME COMMAND...: the time and the memory of a command on a line, what it says on standard error.
timed() {
  local name="$1"
  shift
  /usr/bin/time -f "%e %M" -o "$work/time" "$@" >&2
  read -r seconds kilobytes <"$work/time"
  printf '%-46s %8.1f s %6d MB\n' "$name" "$seconds" "$((kilobytes / 1024))"
}

digest() { "$GEWU" subjects digest --json "$@"; }

# same NAME ONE OTHER: whether two digests are equal.
same() {
  if [ "$2" = "$3" ]; then
    printf '%-46s equal\n' "$1"
  else
    printf '%-46s NOT EQUAL\n' "$1"
    touch "$work/differs"
  fi
}

measure() {
  echo "gewu $("$GEWU" --version), $percent % of the rows, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
  init "$work/one.sqlite"
  import "$work/district/files"
  "$GEWU" addresses load ../Registers/demo.yaml >&2
  timed "assembled whole" "$GEWU" subjects assemble ../Subjects
  timed "nothing to do" "$GEWU" subjects assemble ../Subjects
  local first
  first="$(digest)"
  "$GEWU" subjects assemble ../Subjects --whole --threads 1 >&2
  same "one thread, two threads" "$first" "$(digest)"

  init "$work/other.sqlite"
  find "$work/district/files" -type f | LC_ALL=C sort -r | while read -r file; do import "$file"; done
  "$GEWU" addresses load ../Registers/demo.yaml >&2
  "$GEWU" subjects assemble ../Subjects >&2
  same "files in the opposite order" "$first" "$(digest)"

  export GEWU_STORE="$work/one.sqlite"
  import "$work/district/files-2" --later
  "$GEWU" addresses match >&2
  timed "second month, what has changed" "$GEWU" subjects assemble ../Subjects
  same "what has changed, whole" "$(digest)" "$(digest --whole)"
  size_of_keys
}

# What the keys of subjects take in the store.
size_of_keys() {
  python3 - "$GEWU_STORE" <<'END'
import sqlite3, sys
store = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
rows, = store.execute("SELECT count(*) FROM subject_link").fetchone()
own, = store.execute("SELECT ifnull(sum(length(links)), 0) FROM subject").fetchone()
members, = store.execute("SELECT count(*) FROM subject_member").fetchone()
try:
    pages, = store.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'subject_link'").fetchone()
except sqlite3.OperationalError:
    pages = 17 * rows
print(f"{rows} keys of {members} members: {(pages + own) / 1e6:.1f} MB")
END
}

measure | tee subjects.txt.new
mv subjects.txt.new subjects.txt
[ ! -e "$work/differs" ]
