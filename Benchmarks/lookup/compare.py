"""Look-up of points side by side: Gewu, shapely (STRtree, within), SpatiaLite SQL.

Prints points a second of processor time (all run on one thread), ratios, and how many interior points the
answers differ on. Usage: compare.py PROGRAM WORK_FOLDER
"""
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import time

import numpy
import shapely

POINTS, SQL_POINTS = 2_000_000, 20_000
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
    path = pathlib.Path(__file__).parent / "../../../shared/data/leeds/oa.geojson"
    if not path.exists():
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


def by_shapely(cells, points):
    shapes = shapely.points(points)
    tree = shapely.STRtree(cells)
    tree.query(shapes[:1000], predicate="within")
    start = time.process_time()
    found = tree.query(shapes, predicate="within")
    taken = time.process_time() - start
    answers = numpy.full(len(points), -1)
    answers[found[0]] = found[1]
    return answers, taken


def children_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def by_spatialite(cells, points, name):
    """SQL over an R*Tree, timed inside one process of the spatialite shell."""
    base = work / f"{name}.sqlite"
    base.unlink(missing_ok=True)
    lines = ["SELECT InitSpatialMetaData(1,'NONE');", "BEGIN;", "CREATE TABLE cell (id INTEGER PRIMARY KEY);",
             "SELECT AddGeometryColumn('cell','geom',-1,'MULTIPOLYGON','XY');",
             "CREATE TABLE point (id INTEGER PRIMARY KEY, x DOUBLE, y DOUBLE);"]
    for i, h in enumerate(shapely.to_wkb(cells, hex=True)):
        lines.append(f"INSERT INTO cell VALUES ({i}, GeomFromWKB(x'{h}', -1));")
    for i, (x, y) in enumerate(points.tolist()):
        lines.append(f"INSERT INTO point VALUES ({i}, {x!r}, {y!r});")
    lines += ["COMMIT;", "SELECT CreateSpatialIndex('cell','geom');"]
    subprocess.run(["spatialite", "-silent", base], input="\n".join(lines), text=True, check=True,
                   capture_output=True)
    query = """SELECT p.id, c.id FROM point AS p JOIN cell AS c ON c.id IN (
      SELECT pkid FROM idx_cell_geom WHERE xmin <= p.x AND xmax >= p.x AND ymin <= p.y AND ymax >= p.y)
      AND ST_Contains(c.geom, MakePoint(p.x, p.y));"""
    taken = []
    for sql in ("SELECT count(*) FROM point;", query):
        start = children_time()
        run = subprocess.run(["spatialite", "-silent", base], input=sql, text=True, check=True,
                             capture_output=True)
        taken.append(children_time() - start)
    answers = numpy.full(len(points), -1)
    for line in run.stdout.split():
        point, cell = line.split("|")
        answers[int(point)] = int(cell)
    return answers, taken[1] - taken[0]


def report(name, cells):
    box = shapely.total_bounds(cells)
    random_points = numpy.random.default_rng(1).uniform(box[:2], box[2:], (POINTS, 2))
    vertices = int(shapely.get_num_coordinates(cells).sum())
    mine, figures = own(cells, random_points, name)
    theirs, tree_time = by_shapely(cells, random_points)
    # A ring that touches itself is no valid shape for GEOS; its answers there count all the same.
    differing = int((mine != theirs).sum())
    sql, sql_time = by_spatialite(cells, random_points[:SQL_POINTS], name)
    sql_differing = int((mine[:SQL_POINTS] != sql).sum())
    rates = {"gewu, one call a point": POINTS / figures["single"], "gewu, batch": POINTS / figures["batch"],
             "shapely STRtree within": POINTS / tree_time, "SpatiaLite SQL": SQL_POINTS / sql_time}
    distinct = len(numpy.unique(shapely.get_coordinates(cells), axis=0))
    print(f"{name}: {len(cells)} cells, {vertices} vertices ({distinct} distinct); check {figures['check']:.3f} s, "
          f"index {figures['index']:.3f} s, {figures['bytes'] / 1e6:.1f} MB, valid {figures['valid']}")
    base = rates["gewu, one call a point"]
    for label, rate in rates.items():
        print(f"  {label:24} {rate / 1e6:9.3f} million points/s   gewu is {base / rate:8.1f} times as fast")
    print(f"  different answers: {differing} of {POINTS} from shapely, "
          f"{sql_differing} of {SQL_POINTS} from SpatiaLite")
    return differing + sql_differing


print(f"shapely {shapely.__version__}, GEOS {shapely.geos_version_string}, "
      f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {POINTS} random points "
      f"({SQL_POINTS} for SQL), best of five for gewu; "
      "a second is one of processor time, one thread each")
wrong = report("district", district(26, 27, 33, 1)) + report("city", district(72, 81, 23, 2))
real = leeds()
if real:
    wrong += report("leeds", real)
sys.exit(1 if wrong else 0)
