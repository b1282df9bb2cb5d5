"""The peers of the look-up benchmark: each takes cells, points and a work folder, and gives the cell of each
point (-1 for none) and the seconds of processor time that the join took, on one thread."""
import contextlib
import glob
import importlib
import importlib.metadata
import os
import pathlib
import pwd
import resource
import shutil
import subprocess
import tempfile
import time

import numpy
import shapely


class Missing(Exception):
    """A peer that is not installed, and how to install it."""


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Missing(f"no Python module {name}: pip install {name}") from error


def versions():
    """The versions of what is installed."""
    found = []
    for name in ("geopandas", "duckdb"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found.append(f"{name} {importlib.metadata.version(name)}")
    return ", ".join(found) or "no other Python peers"


def answers(count, points, cells):
    """An answer for each point from the pairs of a join."""
    found = numpy.full(count, -1)
    found[points] = cells
    return found


def by_shapely(cells, points, _):
    shapes = shapely.points(points)
    tree = shapely.STRtree(cells)
    tree.query(shapes[:1000], predicate="within")
    start = time.process_time()
    found = tree.query(shapes, predicate="within")
    taken = time.process_time() - start
    return answers(len(points), *found), taken


def by_geopandas(cells, points, _):
    geopandas = module("geopandas")
    left = geopandas.GeoDataFrame(geometry=shapely.points(points))
    right = geopandas.GeoDataFrame(geometry=cells)
    geopandas.sjoin(left[:1000], right, predicate="within")
    start = time.process_time()
    found = geopandas.sjoin(left, right, predicate="within")
    taken = time.process_time() - start
    return answers(len(points), found.index, found["index_right"]), taken


def by_duckdb(cells, points, _):
    duckdb, pandas = module("duckdb"), module("pandas")
    if importlib.util.find_spec("duckdb_extension_spatial") is None:
        raise Missing("no spatial extension: pip install duckdb-extension-spatial (of duckdb's version)")
    base = duckdb.connect(config={"threads": 1})
    module("duckdb_extensions").import_extension("spatial", con=base)
    base.execute("LOAD spatial")
    cell = pandas.DataFrame({"id": range(len(cells)), "wkb": shapely.to_wkb(cells)})
    point = pandas.DataFrame({"id": range(len(points)), "x": points[:, 0], "y": points[:, 1]})
    base.register("cell_frame", cell)
    base.register("point_frame", point)
    base.execute("CREATE TABLE cell AS SELECT id, ST_GeomFromWKB(wkb) AS geom FROM cell_frame")
    base.execute("CREATE TABLE point AS SELECT id, ST_Point(x, y) AS geom FROM point_frame")
    start = time.process_time()
    found = base.execute(
        "SELECT p.id AS p, c.id AS c FROM point AS p JOIN cell AS c ON ST_Within(p.geom, c.geom)").fetchnumpy()
    taken = time.process_time() - start
    return answers(len(points), found["p"], found["c"]), taken


def processor_time(pid):
    """Seconds of processor time that a process has taken."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def cluster():
    """A PostgreSQL server of our own in a temporary folder, reached by a socket there."""
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    if not folders or not glob.glob("/usr/share/postgresql/*/extension/postgis.control"):
        raise Missing("no PostGIS: apt-get install postgresql postgresql-postgis")
    programs = folders[-1]
    work = tempfile.mkdtemp(prefix="gewu-postgis-")
    user = []
    if os.geteuid() == 0:
        # The server refuses to run as root.
        owner = pwd.getpwnam("postgres")
        os.chown(work, owner.pw_uid, owner.pw_gid)
        user = ["runuser", "-u", "postgres", "--"]

    def run(*command):
        subprocess.run([*user, *command], check=True, capture_output=True, cwd=work)

    try:
        run(f"{programs}/initdb", "-D", f"{work}/data", "-U", "bench", "--auth=trust")
        run(f"{programs}/pg_ctl", "-D", f"{work}/data", "-w", "-l", f"{work}/log", "-o",
            f"-k {work} -c listen_addresses= -c shared_buffers=512MB -c max_parallel_workers_per_gather=0", "start")
        try:
            yield module("psycopg2").connect(host=work, user="bench", dbname="postgres")
        finally:
            run(f"{programs}/pg_ctl", "-D", f"{work}/data", "-m", "fast", "stop")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def by_postgis(cells, points, _):
    with cluster() as base, base.cursor() as cursor:
        cursor.execute("CREATE EXTENSION postgis")
        cursor.execute("CREATE TABLE cell (id int, geom geometry); CREATE TABLE point (id int, geom geometry)")
        for number, binary in enumerate(shapely.to_wkb(cells)):
            cursor.execute("INSERT INTO cell VALUES (%s, ST_GeomFromWKB(%s))", (number, binary))
        cursor.execute("CREATE TABLE raw (id int, x float8, y float8)")
        rows = ",".join(f"({i},{x!r},{y!r})" for i, (x, y) in enumerate(points.tolist()))
        cursor.execute(f"INSERT INTO raw VALUES {rows}")
        cursor.execute("INSERT INTO point SELECT id, ST_Point(x, y) FROM raw")
        cursor.execute("CREATE INDEX ON cell USING gist (geom)")
        base.commit()
        base.autocommit = True
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
        start = processor_time(pid)
        cursor.execute("SELECT p.id, c.id FROM point AS p JOIN cell AS c ON ST_Contains(c.geom, p.geom)")
        taken = processor_time(pid) - start
        found = numpy.array(cursor.fetchall())
        base.close()
    return answers(len(points), found[:, 0], found[:, 1]), taken


def children_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def by_spatialite(cells, points, work):
    """SQL over an R*Tree, timed inside one process of the spatialite shell."""
    if shutil.which("spatialite") is None:
        raise Missing("no spatialite shell: apt-get install spatialite-bin")
    base = work / "cells.sqlite"
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
    pairs = numpy.array([line.split("|") for line in run.stdout.split()], int)
    return answers(len(points), pairs[:, 0], pairs[:, 1]), taken[1] - taken[0]


# With the number of points each gets: SQL by the row is slow.
ALL = [
    ("shapely STRtree within", by_shapely, 2_000_000),
    ("geopandas sjoin within", by_geopandas, 2_000_000),
    ("DuckDB spatial", by_duckdb, 2_000_000),
    ("PostGIS ST_Contains", by_postgis, 200_000),
    ("SpatiaLite SQL", by_spatialite, 20_000),
]
