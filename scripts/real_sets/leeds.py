"""Leeds: four levels from tables, the digitised levels above, two months of crime."""

import collections

import numpy as np
import shapely

from suite import features, records

CRIME = {"2016-07": (27_176, 25_829, 9_244), "2017-07": (28_537, 26_996, 9_670)}


def make(suite, name="leeds"):
    """The district as the demonstration loads it, without tables."""
    table = suite.data("leeds/lsoa-msoa-lad.csv")
    store = suite.make(name, "city,msoa,lsoa,oa")
    suite.load(store, suite.data("leeds/oa.geojson"), "oa", "OA11CD",
               "--parents", suite.data("leeds/oa-lsoa.csv"))
    suite.load(store, table, "lsoa", "LSOA11CD", "--name", "LSOA11NM", "--parent", "MSOA11CD")
    suite.load(store, table, "msoa", "MSOA11CD", "--name", "MSOA11NM", "--parent", "LAD11CD")
    last = suite.load(store, table, "city", "LAD11CD", "--name", "LAD11NM", "--activate")
    return store, last


def run(suite):
    store, last = make(suite)
    suite.equal("four levels load and become active, exit code", last.code, 0)
    answer = suite.grids_check(store)
    suite.equal("the coverage is valid", answer["valid"], True)
    cells = {level["level"]: level["cells"] for level in answer["levels"]}
    suite.equal("cells", cells, {"city": 1, "msoa": 107, "lsoa": 482, "oa": 2543})
    notes = [note for level in answer["levels"] for note in level["notes"]]
    suite.equal("notes of rings that touch themselves",
                [len(notes), {note["kind"] for note in notes}], [8, {"self_touch"}])
    crime(suite, store)
    code, batches, _ = suite.imported(store, suite.data("leeds/population-households-2011.csv"))
    suite.accounted("population", batches[0],
                    len(records(suite.data("leeds/population-households-2011.csv"))))
    suite.equal("population attached by its code", (code, batches[0]["attached"]), (0, 482))
    digitised(suite)
    containment(suite)


def crime(suite, store):
    codes, shapes = zip(*[(p["OA11CD"], g) for p, g in features(suite.data("leeds/oa.geojson"))])
    tree = shapely.STRtree(shapes)
    for month, (read, located, attached) in CRIME.items():
        file = suite.data(f"leeds/{month}-west-yorkshire-street.csv")
        rows = records(file)
        code, (batch,), _ = suite.imported(store, file)
        suite.equal(f"{month}: exit code", code, 0)
        suite.accounted(month, batch, len(rows))
        points = [(float(r["Longitude"]), float(r["Latitude"])) for r in rows if r["Longitude"]]
        suite.equal(f"{month}: rows read, with coordinates", (batch["read"], len(points)),
                    (read, located))
        inside = len(set(tree.query(shapely.points(points), predicate="intersects")[0].tolist()))
        suite.equal(f"{month}: attached by gewu, in the district by shapely",
                    (batch["attached"], inside), (attached, attached))
        before = suite.digest(store)
        again, (same,), _ = suite.imported(store, file)
        suite.check(f"{month}: the same file again changes nothing",
                    (again, same["status"]) == (0, "unchanged") and suite.digest(store) == before,
                    f"exit {again}, {same['status']}")
    attached_rows = suite.rows(store, "SELECT s.lsoa_code, g.parent_code FROM street_crime s "
                                      "JOIN grid g ON g.id = s.grid_id")
    same = sum(published == ours for published, ours in attached_rows)
    suite.check("published LSOA of attached rows agrees (places are snapped to streets)",
                same > 0.95 * len(attached_rows),
                f"{same} of {len(attached_rows)} = {same / len(attached_rows):.4f}")


def holes(shapes):
    """The holes of the union; none of the shapes has one of its own."""
    return sum(len(part.interiors) for part in shapely.get_parts(shapely.union_all(shapes)))


def digitised(suite):
    """The levels that were digitised on their own: refused, with every hole listed."""
    origin = np.array([-1.5, 53.75])
    for level, raw_holes, gaps in (("msoa", 1897, 1897), ("lsoa", 3374, 4570)):
        file = suite.data(f"leeds/{level}.geojson")
        store = suite.make(f"digitised-{level}", level)
        before = suite.digest(store)
        result = suite.load(store, file, level, f"{level.upper()}11CD", "--activate")
        suite.equal(f"{level} as digitised is refused, exit code", result.code, 4)
        suite.check(f"{level} as digitised leaves the store as it was",
                    suite.digest(store) == before and not suite.rows(store, "SELECT * FROM generation"),
                    "no generation")
        listed = sum(line.split()[:1] == ["gap"] for line in result.out.splitlines())
        shapes = [geometry for _, geometry in features(file)]
        raw = holes(shapes)
        moved = holes([shapely.transform(g, lambda xy: xy - origin) for g in shapes])
        suite.equal(f"{level} holes listed by gewu, found by shapely on raw coordinates, and after "
                    "moving them near the origin", (listed, raw, moved), (gaps, raw_holes, gaps))
    print("     why they differ: GEOS rounds each crossing to the nearest double, near latitude 53.8 "
          "to about 1 nm, and thinner holes close; moving all coordinates by (1.5, -53.75) is exact "
          "and leaves finer doubles, and then GEOS finds every hole that exact arithmetic finds")


def containment(suite):
    """Without a table the parent is the cell that holds most of the cell."""
    truth = {row["OA11CD"]: row["LSOA11CD"] for row in records(suite.data("leeds/oa-lsoa.csv"))}
    oa = (suite.data("leeds/oa.geojson"), "oa", "OA11CD")
    lsoa = (suite.data("leeds/lsoa.geojson"), "lsoa", "LSOA11CD")
    for name, order in (("leaf first", (oa, lsoa)), ("leaf last", (lsoa, oa))):
        store = suite.make(f"containment-{name.replace(' ', '-')}", "lsoa,oa")
        for file, level, field in order:
            suite.load(store, file, level, field)
        suite.gewu("grids", "activate", "1", "--allow-invalid", store=store)
        found = dict(suite.rows(store, "SELECT code, parent_code FROM current_grid WHERE level = 'oa'"))
        wrong = collections.Counter(found.get(code) == parent for code, parent in truth.items())
        suite.equal(f"parents by containment, {name}, equal to the table", wrong[True], 2543)
        least = suite.rows(store, "SELECT min(parent_share) FROM current_grid WHERE level = 'oa'")
        suite.check(f"smallest share kept, {name}", 0.5 < least[0][0] <= 1, f"{least[0][0]:.6f}")
