"""4,588 areas of West Yorkshire outside Leeds: adaptive permutations beside 199,999 fixed ones and esda.

The areas are made: the Voronoi cells of 4,588 of the police's anchor points of July 2017 in Bradford,
Calderdale, Kirklees and Wakefield, chosen so that they lie as the rows do. The rows are real, those of July 2016.
Called by ../gistar.sh where GEWU_REAL_DATA has leeds/.
"""
import csv, os, subprocess, sys, tempfile, time, warnings
from collections import Counter
from pathlib import Path
import numpy as np, libpysal
from esda.getisord import G_Local
from scipy.spatial import Delaunay, cKDTree

warnings.simplefilter("ignore")
program, folder = sys.argv[1], Path(sys.argv[2]) / "leeds"
AREAS, FIXED = 4588, 199_999
DISTRICTS = ("Bradford ", "Calderdale ", "Kirklees ", "Wakefield ")


def rows(year):
    with open(folder / f"{year}-07-west-yorkshire-street.csv", newline="") as file:
        return [row for row in csv.DictReader(file)
                if row["Longitude"] and row["LSOA name"].startswith(DISTRICTS)]


def plane(points):
    return np.array([(float(lon) * np.cos(np.radians(53.7)), float(lat)) for lon, lat in points])


def areas():
    """Anchor points, each at least so far from those before it that 4,588 are left."""
    anchors = plane(sorted({(row["Longitude"], row["Latitude"]) for row in rows(2017)}))
    order = np.random.default_rng(4588).permutation(len(anchors))
    if len(anchors) < AREAS:
        sys.exit(f"{folder}: {len(anchors)} anchor points, {AREAS} are needed")
    tree, low, high = cKDTree(anchors), 0.0, 0.01

    def thinned(reach):
        taken, dead = [], np.zeros(len(anchors), bool)
        for place in order:
            if not dead[place]:
                taken.append(place)
                dead[tree.query_ball_point(anchors[place], reach)] = True
        return taken
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if len(thinned(middle)) >= AREAS else (low, middle)
    return anchors[thinned(low)[:AREAS]]


def sample(seeds, kind):
    points = plane([(row["Longitude"], row["Latitude"]) for row in rows(2016)
                    if kind in ("all kinds", row["Crime type"])])
    counts = np.zeros(AREAS)
    np.add.at(counts, cKDTree(seeds).query(points)[1], 1)
    return counts


def classes(table):
    """As gewu gives them: Benjamini-Hochberg over p, the side by z."""
    z, p = table[:, 0], table[:, 1]
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1, np.minimum.accumulate(scaled[::-1])[::-1])
    level = sum((adjusted <= limit * (1 + 1e-12)).astype(int) for limit in (0.1, 0.05, 0.01))
    return level * np.sign(z).astype(int)


def run(source, target, permutations, threads):
    done = subprocess.run([program, source, target, str(permutations), str(threads)], check=True,
                          capture_output=True, text=True)
    return float(done.stdout), np.loadtxt(target)


seeds = areas()
indptr, indices = Delaunay(seeds).vertex_neighbor_vertices
links = [sorted(map(int, indices[indptr[i]:indptr[i + 1]])) for i in range(AREAS)]
weights = libpysal.weights.W(dict(enumerate(links)), silence_warnings=True)
print(f"\nWest Yorkshire outside Leeds, rows of July 2016 in {AREAS} areas (Voronoi cells of anchor points), "
      f"{sum(map(len, links)) / AREAS:.1f} neighbours; load {os.getloadavg()[0]:.1f}")
print("rows            draws per cell   adaptive 2 threads  1 thread   fixed 199,999 2 threads   "
      "hot cold (adaptive)  hot cold (fixed)  other class  swapped   esda 9,999 1 job  ours 9,999 1 thread")
with tempfile.TemporaryDirectory() as place:
    source, target = str(Path(place) / "in"), str(Path(place) / "out")
    for kind in ("all kinds", "Anti-social behaviour", "Burglary"):
        values = sample(seeds, kind)
        Path(source).write_text("\n".join(
            " ".join([repr(float(v)), *map(str, l)]) for v, l in zip(values, links)))
        two, table = min((run(source, target, "adaptive", 2) for _ in range(5)), key=lambda r: r[0])
        one, same = min((run(source, target, "adaptive", 1) for _ in range(3)), key=lambda r: r[0])
        assert np.array_equal(table, same), "2 threads differ from 1"
        long, fixed = run(source, target, FIXED, 2)
        ours = min(run(source, target, 9_999, 1)[0] for _ in range(3))

        def peer():
            start = time.perf_counter()
            G_Local(values, weights, transform="B", star=True, permutations=9_999, keep_simulations=False,
                    n_jobs=1, seed=1)
            return time.perf_counter() - start
        peer()  # compiles
        theirs = min(peer() for _ in range(3))
        a, b = classes(table), classes(fixed)
        print(f"{kind:22} {table[:, 2].mean():7.0f} {two:18.2f} s {one:8.2f} s {long:22.1f} s "
              f"{(a > 1).sum():12} {(a < -1).sum():4} {(b > 1).sum():18} {(b < -1).sum():4} "
              f"{(a != b).mean():14.2%} {(a * b < 0).sum():7} {theirs:16.2f} s {ours:17.2f} s")
print("hot, cold: adjusted p at most 0.05. The classes compared are the seven of 90, 95 and 99 %.")
