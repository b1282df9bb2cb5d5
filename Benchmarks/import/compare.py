#!/usr/bin/env python3
"""Import 1.39 million rows by gewu, sqlite3 and ogr2ogr in turn; print times and ratios.

usage: compare.py GEWU WORK [ROWS] [ROUNDS]

Wall time and CPU time are both given: on a machine with other work the first one says little.
"""
import os
import platform
import resource
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
gewu, work = sys.argv[1], sys.argv[2]
rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_390_000
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
os.makedirs(work, exist_ok=True)
people = os.path.join(work, "people.csv")
lattice = os.path.join(work, "lattice.geojson")
empty = os.path.join(work, "empty.sqlite")
out = os.path.join(work, "out.sqlite")


def clean(path):
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)


def run(command):
    """The wall and CPU seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit("%s ended with %d:\n%s" % (command[0], done.returncode, done.stderr[-2000:]))
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout


if not os.path.exists(people):
    subprocess.run(
        [sys.executable, os.path.join(HERE, "make_people.py"), people, str(rows)], check=True)
subprocess.run([sys.executable, os.path.join(HERE, "make_lattice.py"), lattice], check=True)
clean(empty)
run([gewu, "init", "--store", empty, "--srid", "4326", "--levels", "grid"])
run([gewu, "grids", "load", lattice, "--store", empty, "--level", "grid", "--code", "code",
     "--activate"])


def ours():
    clean(out)
    shutil.copy(empty, out)
    return run([gewu, "import", people, "--store", out, "--manifests", HERE, "--json", "--quiet"])


def shell():
    clean(out)
    return run(["sqlite3", out, ".import --csv %s people" % people])


def ogr():
    clean(out)
    return run([
        "ogr2ogr", "-f", "SQLite", "-dsco", "SPATIALITE=YES", "-lco", "SPATIAL_INDEX=NO",
        "-oo", "X_POSSIBLE_NAMES=经度", "-oo", "Y_POSSIBLE_NAMES=纬度", "-a_srs", "EPSG:4326",
        "-gt", "100000", out, people])


peers = [
    ("gewu import: checked, keyed, indexed, attached to 704 grids", ours),
    ("sqlite3 .import --csv: text, no key", shell),
    ("ogr2ogr to SpatiaLite, no spatial index", ogr),
]
best = {}
report = ""
for _ in range(rounds):
    for name, work_of in peers:
        wall, cpu, text = work_of()
        old = best.get(name, (float("inf"), float("inf")))
        best[name] = (min(old[0], wall), min(old[1], cpu))
        if work_of is ours:
            report = text.strip()
clean(out)
size = os.path.getsize(people) / 1e6
print("%d rows of 12 columns, %.0f MB; best of %d alternating rounds; %d cores, load %.1f, %s" % (
    rows, size, rounds, os.cpu_count(), os.getloadavg()[0], platform.machine()))
base = best[peers[0][0]]
print("%-62s %8s %8s %12s %12s" % ("", "wall s", "CPU s", "wall/ours", "CPU/ours"))
for name, _ in peers:
    wall, cpu = best[name]
    print("%-62s %8.2f %8.2f %12.2f %12.2f" % (name, wall, cpu, wall / base[0], cpu / base[1]))
print(report)
