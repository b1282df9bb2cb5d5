"""Boundaries that load, and those that are refused for the right reason."""

import itertools
import json
import subprocess

import shapely

from suite import features


def run(suite):
    valid(suite)
    shenzhen(suite)
    tracts(suite)
    china(suite)
    councils(suite)


def valid(suite):
    for name, file, code, cells, srid, extra in (
        ("wards", "leeds/wards.geojson", "WD13CD", 33, 4326, ("--name", "WD13NM")),
        ("nta", "nyc/nta.geojson", "NTACode", 195, 4326, ("--name", "NTAName")),
        ("boroughs", "nyc/borough.geojson", "BoroCode", 5, 4326, ()),
        ("shanghai", "china/shanghai_shp/区县界_area.shp", "ADMINCODE", 17, 4490, ("--name", "NAME")),
    ):
        store = suite.make(name, "area", srid)
        result = suite.load(store, suite.data(file), "area", code, *extra, "--activate")
        answer = suite.grids_check(store)
        suite.equal(f"{name}: exit code, valid, cells",
                    (result.code, answer["valid"], answer["levels"][0]["cells"]), (0, True, cells))
    names = {row[0] for row in suite.rows(suite.stores["shanghai"], "SELECT name FROM current_grid")}
    suite.check("shanghai: names out of GBK", {"宝山区", "杨浦区", "闵行区", "普陀区", "松江区"} <= names,
                " ".join(sorted(names)))


def shenzhen(suite):
    """9,005 regular cells without .prj; their code is made of two columns."""
    file = suite.data("china/shenzhen/grid.shp")
    store = suite.make("shenzhen", "grid", 4490)
    result = suite.load(store, file, "grid", "HBLON", "--activate")
    suite.check("shenzhen: refused without --crs", result.code == 1 and "--crs" in result.err,
                f"exit {result.code}: {result.err.strip()}")
    result = suite.load(store, file, "grid", "HBLON", "--crs", "wgs84")
    suite.check("shenzhen: a code that repeats is refused", result.code == 1 and "code" in result.err,
                f"exit {result.code}: {result.err.strip()}")
    package = suite.path("shenzhen.gpkg")
    sql = "SELECT LONCOL || '-' || LATCOL AS code, geometry FROM grid"
    try:
        subprocess.run(["ogr2ogr", "-f", "GPKG", package, file, "-dialect", "sqlite", "-sql", sql,
                        "-nln", "cells", "-a_srs", "EPSG:4326"], check=True, capture_output=True)
    except FileNotFoundError:
        suite.skip("shenzhen as GeoPackage", "gdal-bin is not installed")
        return
    options = ("--crs", "cgcs2000", "--activate", "--json")
    result = suite.load(store, package, "grid", "code", *options)
    if result.code == 4:
        report = json.loads(result.out)["levels"][0]
        kinds = [p["kind"] for p in report["problems"]]
        figures = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds)))
        suite.check("shenzhen as GeoPackage: refused for its faults", figures, figures)
        result = suite.load(store, package, "grid", "code", *options, "--allow-invalid")
    cells = suite.rows(store, "SELECT count(*) FROM current_grid")[0][0]
    suite.equal("shenzhen as GeoPackage: exit code, cells", (result.code, cells), (0, 9005))


def tracts(suite):
    """New York's tracts, in US survey feet."""
    file = suite.data("nyc/nyct2010_20a/nyct2010.shp")
    for srid in (2263, 4326):
        store = suite.make(f"tracts-{srid}", "tract", srid)
        before = suite.digest(store)
        result = suite.load(store, file, "tract", "BoroCT2010", "--activate", "--json")
        report = json.loads(result.out)
        problems = [p for level in report["levels"] for p in level["problems"]]
        kinds = sorted({p["kind"] for p in problems})
        named = {cell for p in problems for cell in p["cells"]}
        largest = max(p["area"] for p in problems)
        suite.check(f"tracts in a store of EPSG:{srid}: refused, store unchanged",
                    result.code == 4 and suite.digest(store) == before,
                    f"exit {result.code}, {len(problems)} problems ({' '.join(kinds)}) of {len(named)} "
                    f"cells, the largest {largest:.2g} m²")
        result = suite.load(store, file, "tract", "BoroCT2010", "--activate", "--allow-invalid")
        count = suite.rows(store, "SELECT count(*) FROM current_grid")[0][0]
        suite.equal(f"tracts in a store of EPSG:{srid} with --allow-invalid: exit code, cells",
                    (result.code, count), (0, 2165))
        if srid == 2263:
            shapes = tract_shapes(suite, file)
            if shapes:
                edges = shapely.coverage_invalid_edges([g for _, g in shapes])
                theirs = {p["BoroCT2010"] for (p, _), edge in zip(shapes, edges) if not edge.is_empty}
                suite.equal("tracts: cells with mismatched edges by GEOS, of them not named by gewu",
                            (len(theirs), sorted(theirs - named)), (162, []))


def tract_shapes(suite, file):
    """The polygons as they are in the Shapefile, in feet."""
    plain = suite.path("tracts.geojson")
    try:
        subprocess.run(["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=NO", "-lco",
                        "COORDINATE_PRECISION=17", plain, file], check=True, capture_output=True)
    except FileNotFoundError:
        suite.skip("tracts against GEOS", "gdal-bin is not installed")
        return []
    return features(plain)


def china(suite):
    for name, cells, lines in (("province", 34, 8), ("city", 375, 13), ("district", 2891, 7)):
        file = suite.data(f"china/{name}.geojson")
        store = suite.make(f"china-{name}", "area", 4490)
        before = suite.digest(store)
        result = suite.load(store, file, "area", "gb", "--name", "name", "--activate")
        faults = [line.strip() for line in result.out.splitlines()
                  if line.split()[:1] in (["gap"], ["overlap"])]
        suite.check(f"china {name}: refused for its faults, store unchanged",
                    result.code == 4 and suite.digest(store) == before and len(faults) >= 5,
                    f"exit {result.code}; " + "; ".join(faults))
        result = suite.load(store, file, "area", "gb", "--name", "name", "--activate",
                            "--allow-invalid", "--json")
        report = json.loads(result.out)
        suite.equal(f"china {name} with --allow-invalid: exit code, cells, lines without code left out",
                    (result.code, report["cells"], len(report["skipped"])), (0, cells, lines))
        if name == "district":
            result = suite.load(store, file, "area", "name")
            suite.check("china district: --code name is refused, its names repeat and lines have one",
                        result.code == 1 and "feature" in result.err, result.err.strip())


def councils(suite):
    """Los Angeles: overlaps as cities really have them."""
    file = suite.data("la311/neighborhood_councils_certified.geojson")
    store = suite.make("councils", "council")
    before = suite.digest(store)
    result = suite.load(store, file, "council", "nc_id", "--name", "name", "--activate", "--json")
    problems = json.loads(result.out)["levels"][0]["problems"]
    kinds = {k: sum(p["kind"] == k for p in problems) for k in sorted({p["kind"] for p in problems})}
    suite.check("councils: refused with the overlaps listed, store unchanged",
                result.code == 4 and kinds.get("overlap", 0) > 0 and suite.digest(store) == before,
                f"exit {result.code}, {kinds}")
    ours = {pair for p in problems if p["kind"] == "overlap"
            for pair in itertools.combinations(sorted(p["cells"]), 2)}
    ids, shapes = zip(*[(p["nc_id"], g) for p, g in features(file)])
    tree = shapely.STRtree(shapes)
    theirs = {tuple(sorted((ids[i], ids[j]))) for i, j in tree.query(shapes, predicate="overlaps").T
              if i < j and shapes[i].intersection(shapes[j]).area > 1e-13}
    suite.check("councils: every pair that shapely finds to overlap is listed", theirs <= ours,
                f"{len(theirs)} pairs by shapely, {len(ours)} by gewu, missing {sorted(theirs - ours)}")
    result = suite.load(store, file, "council", "nc_id", "--name", "name", "--activate",
                        "--allow-invalid")
    suite.equal("councils with --allow-invalid: exit code", result.code, 0)
    answer = suite.must("locate", "-118.205", "34.06", "--json", store=store)
    suite.equal("councils: a look-up says that the coverage is invalid",
                json.loads(answer.out)["coverage_valid"], False)
