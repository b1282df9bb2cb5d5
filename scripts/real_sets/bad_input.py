"""What must not work: one clear message, the right exit code, the store as it was."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time

import leeds
from suite import ROOT

CRIME = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
         "Crime type,Last outcome category,Context\n"
         ",2016-07,W,W,-1.55,53.8,On or near X,E01033008,Leeds 111A,Burglary,None,\n")


def feature(code, ring):
    return {"type": "Feature", "properties": {"c": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]}}


def write(suite, name, content):
    path = suite.path("bad", name)
    with open(path, "wb") as stream:
        stream.write(content if isinstance(content, bytes) else content.encode())
    return path


def run(suite):
    os.makedirs(suite.path("bad"))
    store, _ = leeds.make(suite, "bad-input")
    boundaries(suite, store)
    tables(suite, store)
    positions(suite, store)
    stores(suite, store)
    full_disk(suite)
    killed(suite, store)


def refused(suite, what, store, code, *arguments, text=None):
    """One refusal: exit code, one message on standard error, nothing changed."""
    before = suite.digest(store)
    result = suite.gewu(*arguments, store=store, text=text)
    message = [line for line in result.err.splitlines() if line]
    clean = len(message) == 1 or code == 64
    suite.check(f"{what}: exit {code}, one message, store unchanged",
                result.code == code and clean and message and suite.digest(store) == before,
                f"exit {result.code}, {len(message)} lines: {message[0][:240] if message else ''}")


def boundaries(suite, store):
    with open(suite.data("leeds/wards.geojson"), "rb") as stream:
        wards = stream.read()
    with open(suite.data("nyc/nyct2010_20a/nyct2010.shp"), "rb") as stream:
        shapes = stream.read()
    bow = {"type": "FeatureCollection",
           "features": [feature("A", [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]])]}
    files = {
        "a missing file": suite.path("bad", "missing.geojson"),
        "an empty file": write(suite, "empty.geojson", ""),
        "a directory": suite.path("bad"),
        "a truncated GeoJSON": write(suite, "cut.geojson", wards[:20_000]),
        "a truncated Shapefile": write(suite, "cut.shp", shapes[:20_000]),
        "GeoJSON without features": write(suite, "none.geojson",
                                          '{"type":"FeatureCollection","features":[]}'),
        "a position NaN, 0": write(suite, "nan.geojson", json.dumps({
            "type": "FeatureCollection",
            "features": [feature("A", [[0, 0], [1, 1], [float("nan"), 0], [0, 0]])]})),
    }
    package = suite.path("bad", "whole.gpkg")
    try:
        subprocess.run(["ogr2ogr", "-f", "GPKG", package, suite.data("leeds/wards.geojson")],
                       check=True, capture_output=True)
        with open(package, "rb") as stream:
            content = stream.read()
        files["a truncated GeoPackage"] = write(suite, "cut.gpkg", content[:60_000])
    except FileNotFoundError:
        suite.skip("a truncated GeoPackage", "gdal-bin is not installed")
    for what, file in files.items():
        refused(suite, what, store, 1, "grids", "load", file, "--level", "oa", "--code", "c",
                "--activate")
    single = suite.make("bow", "area")
    refused(suite, "a ring that crosses itself", single, 4, "grids", "load",
            write(suite, "bow.geojson", json.dumps(bow)), "--level", "area", "--code", "c",
            "--activate")
    for crs in ("EPSG:999999", "nonsense"):
        refused(suite, f"the reference system {crs}", store, 1, "grids", "load",
                suite.data("leeds/wards.geojson"), "--level", "oa", "--code", "WD13CD", "--crs", crs)


def tables(suite, store):
    manifests = ("--manifests", f"{ROOT}/Importers")
    bad = b",2016-07,a%sb,W,-1.55,53.8,x,y,z,Burglary,,\n"
    for what, code, content in (
        ("an empty table", 1, ""),
        ("a short row beyond the limit", 4, CRIME + "abc,2016-07,x\n"),
        ("a NUL byte", 1, CRIME.encode() + bad % b"\0"),
        ("bytes that are neither UTF-8 nor GB18030", 1, CRIME.encode() + bad % b"\xff\xfe"),
        ("a table without the key columns", 1, "a,b,c\n1,2,3\n"),
        ("a position NaN, 0 beyond the limit", 4,
         CRIME + ",2016-07,W,W,NaN,0,x,y,z,Burglary,,\n"),
    ):
        file = write(suite, "2016-07-bad-street.csv", content)
        refused(suite, what, store, code, "import", file, "--quiet", *manifests)
    refused(suite, "a missing table", store, 1, "import",
            suite.path("bad", "2016-07-no-street.csv"), *manifests)
    refused(suite, "a folder without tables", store, 1, "import", os.path.join(ROOT, "docs"),
            *manifests)
    file = write(suite, "2016-07-short-street.csv",
                 CRIME + "abc,2016-07,x\n,2016-07,W,W,NaN,0,x,y,z,Arson,,\n")
    code, (batch,), _ = suite.imported(store, file, "--max-errors", "90%")
    suite.check("a short row and a position NaN, 0 within the limit are quarantined",
                (code, batch["quarantined"], batch["inserted"]) == (3, 2, 1),
                f"exit {code}, {batch['reasons']}")


def positions(suite, store):
    refused(suite, "locate NaN 0", store, 64, "locate", "NaN", "0")
    refused(suite, "locate in an unknown reference system", store, 1, "locate", "-1.5", "53.8",
            "--crs", "EPSG:999999")
    result = suite.gewu("locate", "--input", "-", store=store, text="id,lon,lat\n1,NaN,0\n2,,\n3,x,1\n4,200,95\n")
    suite.equal("a table of positions that are none: exit code, grid_status",
                (result.code, [line.rsplit(",", 1)[1] for line in result.out.splitlines()[1:]]),
                (0, ["invalid"] * 4))


def stores(suite, store):
    result = suite.gewu("locate", "1", "2", store=suite.path("bad", "none.sqlite"))
    suite.check("no store: exit 10", result.code == 10, result.err.strip())
    result = suite.gewu("locate", "1", "2", store=write(suite, "text.sqlite", "hello\n" * 500))
    suite.check("a store that is no database: exit 1", result.code == 1, result.err.strip())
    refused(suite, "making a store that is there", store, 1, "init")
    refused(suite, "an unknown option", store, 64, "grids", "list", "--nope")
    blocker = subprocess.Popen(
        ["python3", "-c", "import sqlite3, sys, time\n"
         f"c = sqlite3.connect({store!r}, isolation_level=None)\nc.execute('BEGIN IMMEDIATE')\n"
         "print('locked', flush=True)\ntime.sleep(600)"], stdout=subprocess.PIPE)
    blocker.stdout.readline()
    try:
        refused(suite, "a second writer", store, 11, "import",
                suite.data("leeds/2016-07-west-yorkshire-street.csv"), "--quiet",
                "--manifests", f"{ROOT}/Importers")
    finally:
        blocker.kill()
        blocker.wait()


def full_disk(suite):
    """Stores on small file systems, and a file that does not fit: kept whole or not at all."""
    file = suite.data("leeds/2016-07-west-yorkshire-street.csv")
    for size in (6, 8, 10, 12, 14, 16, 20):
        folder = suite.path(f"disk-{size}")
        os.makedirs(folder)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", folder],
                              capture_output=True, check=False)
        if done.returncode != 0:
            suite.skip("a full disk", "a tmpfs cannot be mounted here")
            return
        try:
            store = os.path.join(folder, "small.sqlite")
            suite.must("init", "--unsealed", "--srid", "4326", "--levels", "area", store=store)
            suite.load(store, suite.data("leeds/wards.geojson"), "area", "WD13CD", "--activate")
            before = copied(suite, store)
            result = suite.gewu("import", file, "--quiet", "--manifests", f"{ROOT}/Importers",
                                store=store)
            same = copied(suite, store) == before
            looked = suite.gewu("locate", "-1.55", "53.8", store=store)
            suite.check(f"a disk of {size} MB: refused and the store unchanged, or published",
                        (result.code, same) in ((0, False), (1, True)) and looked.code in (0, 1)
                        and len(result.err.splitlines()) == (result.code != 0),
                        f"exit {result.code}, {'unchanged' if same else 'changed'}: "
                        f"{result.err.strip() or 'published'}; a look-up ends with {looked.code}")
        finally:
            subprocess.run(["umount", folder], check=True)


def copied(suite, store):
    """The digest of a store on a disk that may be too full to open it."""
    folder = suite.path("copy")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for end in ("", "-wal"):
        if os.path.exists(store + end):
            shutil.copy(store + end, folder)
    copy = os.path.join(folder, os.path.basename(store))
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    return suite.digest(copy)


def killed(suite, store):
    """kill -9 in the middle of a staged import: readers see what was there, and verify is content."""
    file = suite.path("bad", "2016-07-large-street.csv")
    with open(suite.data("leeds/2017-07-west-yorkshire-street.csv"), "rb") as stream:
        header, body = stream.read().split(b"\n", 1)
    with open(file, "wb") as stream:
        stream.write(header + b"\n" + body * 20)
    published = "SELECT id, dataset, status FROM batch WHERE status = 'published' ORDER BY id"
    before = (suite.rows(store, published), suite.rows(store, "SELECT * FROM dataset"))
    size = os.path.getsize(store)
    command = [suite.binary, "import", file, "--quiet", "--store", store,
               "--manifests", f"{ROOT}/Importers"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        written = sum(os.path.getsize(store + end) for end in ("", "-wal") if os.path.exists(store + end))
        if written > size + 20_000_000:
            break
        time.sleep(0.005)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    verified = suite.gewu("verify", store=store)
    after = (suite.rows(store, published), suite.rows(store, "SELECT * FROM dataset"))
    suite.check("kill -9 in the middle of an import: nothing is published, and verify is clean",
                running and after == before and verified.code == 0,
                "killed after 20 MB were written")
    code, (batch,), _ = suite.imported(store, suite.data("leeds/2016-07-west-yorkshire-street.csv"))
    suite.equal("kill -9: the next import", (code, batch["attached"]), (0, 9_244))
