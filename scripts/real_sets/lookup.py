"""Look-ups against shapely: random places, every vertex, every middle of an edge."""

from fractions import Fraction

import numpy as np
import shapely

from suite import features

POINTS = 200_000


def run(suite):
    sets = [("leeds", suite.data("leeds/oa.geojson"), "OA11CD", "wgs84"),
            ("wards", suite.data("leeds/wards.geojson"), "WD13CD", "wgs84"),
            ("nta", suite.data("nyc/nta.geojson"), "NTACode", "wgs84"),
            ("boroughs", suite.data("nyc/borough.geojson"), "BoroCode", "wgs84")]
    for name, file, field, crs in sets:
        codes, shapes = zip(*[(str(p[field]), g) for p, g in features(file)])
        interior(suite, name, codes, shapes, crs)
        border(suite, name, codes, shapes, crs)
    exported(suite)
    overlapping(suite)


def exported(suite):
    """Sets that are no GeoJSON: the truth is what gewu exports (coordinates with 17 digits)."""
    for name, crs in (("shanghai", "cgcs2000"), ("shenzhen", "cgcs2000")):
        file = suite.path(f"{name}.geojson")
        suite.must("grids", "export", file, store=suite.stores[name])
        codes, shapes = zip(*[(p["code"], g) for p, g in features(file)])
        interior(suite, name, codes, shapes, crs)
        if suite.grids_check(suite.stores[name])["valid"]:
            border(suite, name, codes, shapes, crs)


def random_points(shapes, seed):
    west, south, east, north = shapely.total_bounds(shapes)
    generator = np.random.default_rng(seed)
    return np.column_stack((generator.uniform(west, east, POINTS),
                            generator.uniform(south, north, POINTS)))


def holders(shapes, points):
    """For each point the cells that hold it, border included."""
    found = {}
    for point, cell in shapely.STRtree(shapes).query(shapely.points(points), predicate="intersects").T:
        found.setdefault(int(point), []).append(int(cell))
    return found


def interior(suite, name, codes, shapes, crs):
    points = random_points(shapes, seed=1)
    answers = suite.locate(suite.stores[name], points.tolist(), crs)
    found = holders(shapes, points)
    inside = differ = 0
    for n, (code, status) in enumerate(answers):
        cells = found.get(n, [])
        inside += bool(cells)
        if not cells:
            differ += status != "outside"
        else:
            differ += code not in [codes[cell] for cell in cells]
    suite.equal(f"{name}: of {POINTS} random places, {inside} of them inside, answers that differ "
                "from shapely", differ, 0)


def edges_of(shapes):
    """Each undirected edge with the cells that have it."""
    edges = {}
    for cell, shape in enumerate(shapes):
        for part in shapely.get_parts(shape):
            for ring in (part.exterior, *part.interiors):
                line = shapely.get_coordinates(ring).tolist()
                for a, b in zip(line, line[1:]):
                    key = (tuple(a), tuple(b)) if a <= b else (tuple(b), tuple(a))
                    if key[0] != key[1]:
                        edges.setdefault(key, []).append(cell)
    return edges


def on_segment(point, a, b):
    """Whether the point is on the line of the edge, in exact arithmetic."""
    (px, py), (ax, ay), (bx, by) = ([Fraction(v) for v in c] for c in (point, a, b))
    return (bx - ax) * (py - ay) == (by - ay) * (px - ax)


def border(suite, name, codes, shapes, crs):
    store = suite.stores[name]
    edges = edges_of(shapes)
    touching = {}
    for (a, b), cells in edges.items():
        touching.setdefault(a, set()).update(cells)
        touching.setdefault(b, set()).update(cells)
    vertices = list(touching)
    answers = suite.locate(store, vertices, crs)
    wrong = sum(status != "border" or code not in {codes[cell] for cell in touching[vertex]}
                for vertex, (code, status) in zip(vertices, answers))
    suite.equal(f"{name}: of {len(vertices)} vertices, those without exactly one grid that has them",
                wrong, 0)
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in edges]
    answers = suite.locate(store, middles, crs)
    lost = wrong = rounded = 0
    for ((a, b), cells), middle, (code, status) in zip(edges.items(), middles, answers):
        if status != "outside":
            wrong += code not in {codes[cell] for cell in cells}
        elif len(cells) == 1 and not on_segment(middle, a, b):
            rounded += 1  # The nearest double to the middle is beyond the outer border.
        else:
            lost += 1
    suite.equal(f"{name}: of {len(edges)} middles of edges, those outside, and those in a third grid "
                f"({rounded} of the outer border round to beyond it)", (lost, wrong), (0, 0))


def overlapping(suite):
    """Coverages let in as invalid: the answer is always a cell that holds the place."""
    for name, file, field, crs in (
        ("councils", "la311/neighborhood_councils_certified.geojson", "nc_id", "wgs84"),
        ("china-district", "china/district.geojson", "gb", "cgcs2000"),
    ):
        codes, shapes = zip(*[(p[field], g) for p, g in features(suite.data(file))
                              if g.geom_type == "MultiPolygon"])
        # A ring that touches itself is accepted by the even-odd rule, which shapely needs mended.
        shapes = tuple(g if g.is_valid else shapely.make_valid(g) for g in shapes)
        interior(suite, name, codes, shapes, crs)
