"""Look-up of points side by side: Gewu, shapely (STRtree, within), geopandas, DuckDB, PostGIS, SpatiaLite SQL.

Prints points a second of processor time (all run on one thread), ratios, and how many points the
answers differ on. A peer that is not installed is named and left out. Usage: compare.py PROGRAM WORK_FOLDER
"""
import json
import os
import pathlib
import random
import subprocess
import sys

import numpy
import shapely

import peers

POINTS = 2_000_000
program, work = sys.argv[1], pathlib.Path(sys.argv[2])
work.mkdir(parents=True, exist_ok=True)


def district(columns, rows, bends, seed):
    """A district of columns x rows cells in degrees, every border line with `bends` steps."""
    r = random.Random(seed)
    size = 0.01

    def jitter(x, y, by):
        return (117 + (x + r.uniform(-by, by)) * size, 36 + (y + r.uniform(-by, by)) * size)

    corner = [[jitter(i, j, 0.2) for i in range(columns + 1)] for j in range(rows + 1)]

    def line(a, b):
        inner = []
        for k in range(1, bends):
            x, y = (((p + (q - p) * k / bends) - o) / size for p, q, o in zip(a, b, (117, 36)))
            inner.append(jitter(x, y, 0.3 / bends))
        return [a] + inner

    across = [[line(corner[j][i], corner[j][i + 1]) for i in range(columns)] for j in range(rows + 1)]
    upward = [[line(corner[j][i], corner[j + 1][i]) for i in range(columns + 1)] for j in range(rows)]
    cells = []
    for j in range(rows):
        for i in range(columns):
            ring = (across[j][i] + upward[j][i + 1] + [corner[j + 1][i + 1]]
                    + across[j + 1][i][:0:-1] + [corner[j + 1][i]] + upward[j][i][:0:-1])
            cells.append(shapely.MultiPolygon([shapely.Polygon(ring)]))
    return cells


def leeds():
    path = pathlib.Path(os.environ.get("GEWU_REAL_DATA", "")) / "leeds/oa.geojson"
    if not path.exists():
        print("skipped: the census areas of Leeds; set GEWU_REAL_DATA to a folder with leeds/", file=sys.stderr)
        return None
    features = json.loads(path.read_text())["features"]
    shapes = [shapely.from_geojson(json.dumps(f["geometry"])) for f in features]
    return [s if s.geom_type == "MultiPolygon" else shapely.MultiPolygon([s]) for s in shapes]


def own(cells, points, name):
    hexes, raw, out = (work / f"{name}.{e}" for e in ("hex", "f64", "i32"))
    hexes.write_text("\n".join(shapely.to_wkb(cells, hex=True)) + "\n")
    points.astype("<f8").tofile(raw)
    run = subprocess.run([program, hexes, raw, out], check=True, capture_output=True, text=True)
    return numpy.fromfile(out, "<i4"), json.loads(run.stdout)


def report(name, cells):
    box = shapely.total_bounds(cells)
    random_points = numpy.random.default_rng(1).uniform(box[:2], box[2:], (POINTS, 2))
    vertices = int(shapely.get_num_coordinates(cells).sum())
    mine, figures = own(cells, random_points, name)
    bytes_an_edge = figures["bytes"] / figures["edges"]
    print(f"{name}: {len(cells)} cells, {vertices} vertices, {figures['edges']} edges; decoding "
          f"{figures['decode']:.3f} s, check {figures['check']:.3f} s, index {figures['index']:.3f} s, "
          f"index of cells known to be valid {figures['index_valid']:.3f} s, with {figures['threads']} threads by the "
          f"clock {figures['index_valid_by_threads']:.3f} s; "
          f"{figures['bytes'] / 1e6:.2f} MB, {bytes_an_edge:.1f} bytes an edge; file mapped and checked in "
          f"{figures['mapping'] * 1000:.1f} ms; valid {figures['valid']}")
    base = POINTS / figures["single"]
    rows = [("gewu, one call a point", base, ""), ("gewu, batch", POINTS / figures["batch"], "")]
    wrong = 0
    for label, run, count in peers.ALL:
        count = min(count, POINTS)
        try:
            theirs, taken = run(cells, random_points[:count], work)
        except peers.Missing as reason:
            rows.append((label, None, f"left out: {reason}"))
            continue
        # A ring that touches itself is no valid shape for GEOS; its answers there count all the same.
        differing = int((mine[:count] != theirs).sum())
        wrong += differing
        rows.append((label, count / taken, f"{differing} of {count} answers differ"))
    for label, rate, note in rows:
        if rate is None:
            print(f"  {label:24} {note}")
        else:
            print(f"  {label:24} {rate / 1e6:9.3f} million points/s   gewu is {base / rate:8.1f} times as fast   {note}".rstrip())
    print(f"  two threads: {figures['one_thread'] / figures['two_threads']:.2f} times one "
          f"({POINTS / figures['two_threads'] / 1e6:.1f} million points/s by the clock)")
    return wrong


print(f"shapely {shapely.__version__}, GEOS {shapely.geos_version_string}, {peers.versions()}; "
      f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {POINTS} random points "
      "(fewer for SQL), best of seven for gewu; a second is one of processor time, one thread each")
wrong = report("district", district(26, 27, 33, 1)) + report("city", district(72, 81, 23, 2))
real = leeds()
if real:
    wrong += report("leeds", real)
sys.exit(1 if wrong else 0)
