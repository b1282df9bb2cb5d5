#!/usr/bin/env python3
"""Import 1.39 million rows by gewu, sqlite3 and ogr2ogr in turn; print times, ratios and memory.

usage: compare.py GEWU WORK [ROWS] [ROUNDS] [LONG]

LONG (default 10): once, a file that many times as long is imported, for its memory; 0 leaves that
out. Wall time and CPU time are both given: on a machine with other work the first one says little.
"""
import os
import platform
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
gewu, work = sys.argv[1], sys.argv[2]
rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_390_000
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
longer = int(sys.argv[5]) if len(sys.argv) > 5 else 10
os.makedirs(work, exist_ok=True)
people = os.path.join(work, "people-%d.csv" % rows)
lattice = os.path.join(work, "lattice.geojson")
empty = os.path.join(work, "empty.sqlite")
out = os.path.join(work, "out.sqlite")


def clean(path):
    for suffix in ("", "-wal", "-shm", "-journal", "-lock"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    shutil.rmtree(path + "-files", ignore_errors=True)


def run(command):
    """The wall and CPU seconds of a command, its greatest memory in MB, and what it wrote."""
    with open(os.path.join(work, "output"), "w+") as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        text = output.read()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("%s ended with %d:\n%s" % (command[0], child.returncode, text[-2000:]))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, text


def make_people(path, count):
    if not os.path.exists(path):
        subprocess.run(
            [sys.executable, os.path.join(HERE, "make_people.py"), path, str(count)], check=True)


make_people(people, rows)
subprocess.run([sys.executable, os.path.join(HERE, "make_lattice.py"), lattice], check=True)
clean(empty)
run([gewu, "init", "--unsealed", "--store", empty, "--srid", "4326", "--levels", "grid"])
run([gewu, "grids", "load", lattice, "--store", empty, "--level", "grid", "--code", "code",
     "--activate"])
sealed = os.path.join(work, "sealed.sqlite")
key = os.path.join(work, "key")
clean(sealed)
shutil.copy(empty, sealed)
run([gewu, "seal", "store", "--store", sealed, "--key", key])


# Four sealed columns, of which two are searched: name, resident ID (the key), address, telephone.
marked = os.path.join(work, "marked")
os.makedirs(marked, exist_ok=True)
with open(os.path.join(HERE, "people.yaml")) as file:
    text = file.read()
for field, mark in [("registered_address", None), ("identity", "searchable"), ("phone", "searchable")]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "{name: %s," % field in line:
            lines[number] = (
                line.replace(", gewu: {sensitive: personal}", "") if mark is None
                else line.replace("sensitive: personal", "sensitive: personal, searchable: true"))
    text = "\n".join(lines)
with open(os.path.join(marked, "people.yaml"), "w") as file:
    file.write(text)


def ours(file=people, *options, store=empty, manifests=HERE):
    clean(out)
    shutil.copy(store, out)
    return run([gewu, "import", file, "--store", out, "--dataset", "people", "--manifests",
                manifests, "--json", "--quiet", *options])


def shell():
    clean(out)
    return run(["sqlite3", out, ".import --csv %s people" % people])


def ogr(index):
    clean(out)
    return run([
        "ogr2ogr", "-f", "SQLite", "-dsco", "SPATIALITE=YES", "-lco", "SPATIAL_INDEX=" + index,
        "-oo", "X_POSSIBLE_NAMES=经度", "-oo", "Y_POSSIBLE_NAMES=纬度", "-a_srs", "EPSG:4326",
        "-gt", "100000", out, people])


peers = [
    ("gewu import: checked, keyed, both indexes, 704 grids",
     lambda: ours(people, "--no-archive")),
    ("the same, and a copy of the file in the archive", ours),
    ("sealed: four columns, two of them searched",
     lambda: ours(people, "--no-archive", "--key", key, store=sealed, manifests=marked)),
    ("the same, and a sealed copy of the file",
     lambda: ours(people, "--key", key, store=sealed, manifests=marked)),
    ("sqlite3 .import --csv: text, no key, no index", shell),
    ("ogr2ogr to SpatiaLite, with its spatial index", lambda: ogr("YES")),
]
best = {}
report = ""
for _ in range(rounds):
    for name, work_of in peers:
        wall, cpu, memory, text = work_of()
        old = best.get(name, (float("inf"), float("inf"), 0))
        best[name] = (min(old[0], wall), min(old[1], cpu), max(old[2], memory))
        if name == peers[0][0]:
            report = text.strip()
clean(out)
size = os.path.getsize(people) / 1e6
print("%d rows of 12 columns, %.0f MB; best of %d alternating rounds; %d cores, load %.1f, %s" % (
    rows, size, rounds, os.cpu_count(), os.getloadavg()[0], platform.machine()))
base = best[peers[0][0]]
print("%-54s %7s %7s %10s %10s %10s" % (
    "", "wall s", "CPU s", "ours/wall", "ours/CPU", "memory MB"))
for name, _ in peers:
    wall, cpu, memory = best[name]
    print("%-54s %7.2f %7.2f %10.3f %10.3f %10.0f" % (
        name, wall, cpu, base[0] / wall, base[1] / cpu, memory))
if longer:
    many = os.path.join(work, "people-%d.csv" % (rows * longer))
    make_people(many, rows * longer)
    wall, cpu, memory, _ = ours(many, "--no-archive")
    clean(out)
    print("%-54s %7.2f %7.2f %10s %10s %10.0f" % (
        "gewu import of a file %d times as long" % longer, wall, cpu, "", "", memory))
print(report)
