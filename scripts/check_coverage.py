"""Compares the check and the repair of coverages with GEOS; see scripts/check-coverage."""

import argparse
import collections
import glob
import json
import math
import os
import random
import subprocess
import sys
import time

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

GAP_WIDTH = 0.1


# Sound clusters ---------------------------------------------------------------------------------

def between(a, b, bends, spread, rng):
    """The positions of a border from a to b, without the last."""
    line = [a]
    for number in range(1, bends):
        share = number / bends
        line.append((a[0] + (b[0] - a[0]) * share + rng.uniform(-spread, spread),
                     a[1] + (b[1] - a[1]) * share + rng.uniform(-spread, spread)))
    return line


def sound(rng):
    """A lattice with crooked borders: cells as lists of parts of rings, their lattice places, the size."""
    while True:
        columns, rows = rng.randint(1, 7), rng.randint(1, 7)
        if 3 <= columns * rows <= 36:
            break
    size = 10 ** rng.uniform(0.7, 2.7)
    bends = rng.choice([1, 2, 3, 5])
    x0, y0 = rng.choice([(0, 0), (500000, 4400000)])
    corner = [[(x0 + size * (i + rng.uniform(-0.15, 0.15)), y0 + size * (j + rng.uniform(-0.15, 0.15)))
               for i in range(columns + 1)] for j in range(rows + 1)]
    spread = 0.05 * size
    across = [[between(corner[j][i], corner[j][i + 1], bends, spread, rng) for i in range(columns)]
              for j in range(rows + 1)]
    upward = [[between(corner[j][i], corner[j + 1][i], bends, spread, rng) for i in range(columns + 1)]
              for j in range(rows)]
    cells, places = [], []
    for j in range(rows):
        for i in range(columns):
            ring = (across[j][i] + upward[j][i + 1] + [corner[j + 1][i + 1]] + across[j + 1][i][:0:-1]
                    + [corner[j + 1][i]] + upward[j][i][:0:-1])
            cells.append([[ring]])
            places.append((i, j))
    # An island in some cells.
    for number in range(min(4, len(cells))):
        if rng.random() < 0.3:
            cx = sum(p[0] for p in cells[number][0][0]) / len(cells[number][0][0])
            cy = sum(p[1] for p in cells[number][0][0]) / len(cells[number][0][0])
            r = size * rng.uniform(0.05, 0.15)
            island = [(cx, cy - r), (cx + r, cy), (cx, cy + r), (cx - r, cy)]
            cells[number][0].append(island[::-1])
            cells.append([[island]])
            places.append(places[number])
    return cells, places, size


# Damage -----------------------------------------------------------------------------------------

def shell(cells, number):
    return cells[number][0][0]


def moved(ring, place, rng, least, most):
    angle, far = rng.uniform(0, 2 * math.pi), math.exp(rng.uniform(math.log(least), math.log(most)))
    x, y = ring[place]
    ring[place] = (x + far * math.cos(angle), y + far * math.sin(angle))


def corner_moved(cells, places, size, rng):
    """A position of one cell is somewhere else: an overlap or a gap."""
    for _ in range(rng.randint(1, 3)):
        ring = shell(cells, rng.randrange(len(cells)))
        moved(ring, rng.randrange(len(ring)), rng, size * 1e-4, size * 0.2)


def hairline(cells, places, size, rng):
    """A cell lies 1 nm to 1 cm beside its place."""
    number = rng.randrange(len(cells))
    far, angle = 10 ** rng.uniform(-9, -2), rng.uniform(0, 2 * math.pi)
    dx, dy = far * math.cos(angle), far * math.sin(angle)
    cells[number] = [[[(x + dx, y + dy) for x, y in ring] for ring in part] for part in cells[number]]


def slit(cells, places, size, rng):
    """From border to border, 1 mm to 5 cm: everything beyond a column or a row is shifted."""
    axis = rng.randrange(2)
    lines = sorted({place[axis] for place in places})
    if len(lines) < 2:
        axis = 1 - axis
        lines = sorted({place[axis] for place in places})
    cut = rng.choice(lines[1:])
    far = 10 ** rng.uniform(-3, math.log10(0.05))
    for number, place in enumerate(places):
        if place[axis] >= cut:
            cells[number] = [[[(x + far * (axis == 0), y + far * (axis == 1)) for x, y in ring]
                              for ring in part] for part in cells[number]]


def vertex_lost(cells, places, size, rng):
    """A cell lacks a position that its neighbours have, or has one more on an edge."""
    for _ in range(rng.randint(1, 3)):
        ring = shell(cells, rng.randrange(len(cells)))
        if len(ring) > 4 and rng.random() < 0.5:
            del ring[rng.randrange(len(ring))]
        else:
            place = rng.randrange(len(ring))
            (ax, ay), (bx, by) = ring[place], ring[(place + 1) % len(ring)]
            share = rng.uniform(0.2, 0.8)
            ring.insert(place + 1, (ax + (bx - ax) * share, ay + (by - ay) * share))


def jitter(cells, places, size, rng):
    """Every position of every cell is up to 3 cm beside its place, each copy by itself."""
    far = 10 ** rng.uniform(-4, math.log10(0.03))
    for number in range(len(cells)):
        for part in cells[number]:
            for ring in part:
                for place in range(len(ring)):
                    moved(ring, place, rng, far / 10, far)


def cell_twice(cells, places, size, rng):
    """A cell is there twice."""
    number = rng.randrange(len(cells))
    cells.append([[list(ring) for ring in part] for part in cells[number]])
    places.append(places[number])


def bow_tie(cells, places, size, rng):
    """Two positions of a ring are exchanged."""
    ring = shell(cells, rng.randrange(len(cells)))
    first = rng.randrange(len(ring))
    second = (first + rng.randint(1, max(1, len(ring) // 2))) % len(ring)
    ring[first], ring[second] = ring[second], ring[first]


def ring_twice(cells, places, size, rng):
    """A part, a hole or a ring's run is there twice, or a hole is where none can be."""
    number = rng.randrange(len(cells))
    part = cells[number][0]
    sort = rng.randrange(6)
    cx, cy = (sum(p[k] for p in part[0]) / len(part[0]) for k in (0, 1))
    hole = [(cx + size * 0.02 * u, cy + size * 0.02 * v) for u, v in ((0, -1), (1, 0), (0, 1), (-1, 0))]
    if sort == 0:
        cells[number].append([list(ring) for ring in part])
    elif sort == 1:
        part[0] = part[0] + part[0]
    elif sort == 2:
        part += [hole, hole]
    elif sort == 3:
        part.append(list(part[0]))
    elif sort == 4:
        part.append([(x + 20 * size, y) for x, y in hole])
    else:
        cells[number].append([hole])


def swollen(cells, places, size, rng):
    """A cell is up to a tenth larger or smaller about its middle."""
    number = rng.randrange(len(cells))
    ring = shell(cells, number)
    cx, cy = (sum(p[k] for p in ring) / len(ring) for k in (0, 1))
    factor = 1 + rng.choice([-1, 1]) * 10 ** rng.uniform(-4, -1)
    cells[number] = [[[(cx + (x - cx) * factor, cy + (y - cy) * factor) for x, y in ring] for ring in part]
                     for part in cells[number]]


def small_on_top(cells, places, size, rng):
    """A small cell lies over others, wholly or in part."""
    for _ in range(rng.randint(1, 4)):
        ring = shell(cells, rng.randrange(len(cells)))
        x, y = ring[rng.randrange(len(ring))]
        w, h, angle = size * rng.uniform(0.01, 0.3), size * rng.uniform(0.002, 0.1), rng.uniform(0, math.pi)
        c, s = math.cos(angle), math.sin(angle)
        cells.append([[[(x + u * w * c - v * h * s, y + u * w * s + v * h * c)
                        for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1))]]])
        places.append((0, 0))


KINDS = [corner_moved, hairline, slit, vertex_lost, jitter, cell_twice, bow_tie, ring_twice, swollen,
         small_on_top]


def cluster(kind, seed):
    rng = random.Random(f"{kind.__name__ if kind else 'sound'}:{seed}")
    cells, places, size = sound(rng)
    if kind:
        kind(cells, places, size, rng)
    return cells


# Both verdicts ----------------------------------------------------------------------------------

def closed(ring):
    return ring if ring[0] == ring[-1] else ring + [ring[0]]


def geometry(cell):
    parts = [Polygon(closed(part[0]), [closed(ring) for ring in part[1:]]) for part in cell]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def geos(shapes, width=GAP_WIDTH):
    """Whether each cell is valid, and whether the coverage is."""
    valid = shapely.is_valid(shapes)
    # The check of a coverage takes valid polygons for granted.
    coverage = bool(valid.all()) and bool(shapely.coverage_is_valid(shapes, gap_width=width))
    return valid, coverage


def ask(binary, clusters, *options, width=GAP_WIDTH):
    lines = "".join(json.dumps(cells, separators=(",", ":")) + "\n" for cells in clusters)
    run = subprocess.run([binary, str(width), *options], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def reason(answer, shapes, valid, coverage, width=GAP_WIDTH):
    """Why the two differ."""
    kinds = sorted({problem["kind"] for problem in answer["problems"]})
    if kinds and coverage:
        widths = [2 * p["area"] / (p.get("around") or 1) for p in answer["problems"] if p["kind"] == "gap"]
        del widths
        return "gewu: " + " ".join(kinds)
    if not valid.all():
        why = shapely.is_valid_reason(shapes[int((~valid).argmax())]).split("[")[0]
        noted = "noted" if answer["notes"] else "without a word"
        return f"GEOS: {why}, {noted}"
    if shapely.coverage_is_valid(shapes):
        return "GEOS: nearly parallel within the gap width"
    return "GEOS: edges that do not match"


def compare(binary, count, first):
    rows, examples = [], collections.defaultdict(list)
    differ = collections.Counter()
    for kind in [None] + KINDS:
        name = kind.__name__ if kind else "sound"
        clusters = [cluster(kind, first + seed) for seed in range(count)]
        both = [0, 0, 0, 0]
        for seed, (cells, answer) in enumerate(zip(clusters, ask(binary, clusters))):
            shapes = [geometry(cell) for cell in cells]
            valid, coverage = geos(shapes)
            ours = not answer["problems"]
            both[2 * ours + coverage] += 1
            if ours != coverage:
                why = reason(answer, shapes, valid, coverage)
                differ[(name, why)] += 1
                examples[(name, why)].append(first + seed)
        rows.append((name, count, both[0], both[3], both[1], both[2]))
    print(f"{'damage':14} clusters  both invalid  both valid  only gewu invalid  only GEOS invalid")
    for name, total, invalid, valid, only_ours, only_theirs in rows:
        print(f"{name:14} {total:8} {invalid:13} {valid:11} {only_ours:18} {only_theirs:18}")
    print("\nWhere they differ (damage, why, clusters, first seeds)")
    for (name, why), number in sorted(differ.items()):
        print(f"{name:14} {why}: {number}  {examples[(name, why)][:3]}")


# Repair -----------------------------------------------------------------------------------------

def invalid_edges(shapes):
    return [not edge.is_empty for edge in shapely.coverage_invalid_edges(shapes, gap_width=GAP_WIDTH)]


def repair(binary, count, first):
    print(f"{'damage':14} clusters  invalid  mended  made invalid  new faults  second run  most lost  most won")
    bad = 0
    for kind in [None] + KINDS:
        name = kind.__name__ if kind else "sound"
        clusters = [cluster(kind, first + seed) for seed in range(count)]
        totals = collections.Counter()
        lost = won = 0.0
        seeds = collections.defaultdict(list)
        check = mend = 0.0
        for seed, (cells, answer) in enumerate(zip(clusters, ask(binary, clusters, "repair"))):
            before = [geometry(cell) for cell in cells]
            after = [geometry(cell) if cell else Polygon() for cell in answer["cells"]]
            check, mend = check + answer["seconds"][0], mend + answer["seconds"][1]
            was, is_now = shapely.is_valid(before), shapely.is_valid(after)
            if answer["problems"]:
                totals["invalid"] += 1
                totals["mended"] += not answer["left"]
            if (was & ~is_now).any():
                totals["made"] += 1
                seeds["made"].append(first + seed)
            if was.all() and is_now.all():
                if any(now and not then for then, now in zip(invalid_edges(before), invalid_edges(after))):
                    totals["new"] += 1
                    seeds["new"].append(first + seed)
            if answer["again"]:
                totals["again"] += 1
                seeds["again"].append(first + seed)
            for one, other, ok in zip(before, after, was & is_now):
                if ok and one.area and not one.equals_exact(other, 0):
                    # Overlays of shapes that are all but equal can go wrong; this is the most it can be.
                    most = one.hausdorff_distance(other) * max(one.length, other.length) / one.area
                    less = min(most, one.difference(other).area / one.area)
                    more = min(most, other.difference(one).area / one.area)
                    if less > lost:
                        lost, seeds["lost"] = less, [first + seed]
                    won = max(won, more)
        bad += totals["made"] + totals["again"]
        print(f"{name:14} {count:8} {totals['invalid']:8} {totals['mended']:7} {totals['made']:13} {totals['new']:11}"
              f" {totals['again']:11} {lost:10.2%} {won:9.2%}   repair/check {mend / max(check, 1e-9):.1f}"
              f"  {dict((key, value[:3]) for key, value in seeds.items())}")
    return bad


# Real coverages ---------------------------------------------------------------------------------

def real(binary, folder):
    print("\nReal coverages (in metres about their middle), gap width 0.1 m")
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.geojson"), recursive=True)):
        if os.path.getsize(path) < 20000:
            continue
        with open(path, encoding="utf-8") as file:
            features = json.load(file).get("features") or []
        shapes = [shapely.force_2d(shape(f["geometry"])) for f in features
                  if (f.get("geometry") or {}).get("type") in ("Polygon", "MultiPolygon")]
        if len(shapes) < 3 or 2 * len(shapes) < len(features):
            continue
        bounds = shapely.total_bounds(shapes)
        middle = math.radians((bounds[1] + bounds[3]) / 2)
        if bounds[2] <= 360:
            shapes = [shapely.transform(s, lambda p: p * [111195 * math.cos(middle), 111195]) for s in shapes]
        cells = [[[[list(p[:2]) for p in ring.coords] for ring in [part.exterior, *part.interiors]]
                  for part in getattr(s, "geoms", [s])] for s in shapes]
        answer = ask(binary, [cells])[0]
        start = time.time()
        valid, coverage = geos(shapes)
        ours = collections.Counter(problem["kind"] for problem in answer["problems"])
        same = "agree" if bool(ours) != coverage else "differ: " + reason(answer, shapes, valid, coverage)
        invalid = int((~valid).sum())
        edges = sum(invalid_edges(shapes)) if valid.all() else "-"
        print(f"{'/'.join(path.split('/')[-2:])}: {len(shapes)} cells; gewu {dict(ours) or 'valid'}, {answer['pieces']} pieces;"
              f" GEOS {'valid' if coverage else 'invalid'} ({invalid} cells invalid, {edges} with invalid edges); {same}")
        sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--real")
    parser.add_argument("--only", choices=["check", "repair", "real"])
    options = parser.parse_args()
    print(f"shapely {shapely.__version__}, GEOS {'.'.join(map(str, shapely.geos_version))}; gap width {GAP_WIDTH} m")
    if options.only in (None, "check"):
        compare(options.binary, options.count, options.first)
    bad = 0
    if options.only in (None, "repair"):
        print()
        bad = repair(options.binary, options.count, options.first)
    if options.real and options.only in (None, "real"):
        real(options.binary, options.real)
    sys.exit(1 if bad else 0)


main()
