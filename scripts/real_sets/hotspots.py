"""Gi* against numpy and esda."""

import io
import json
import math
from contextlib import redirect_stderr, redirect_stdout

import numpy as np
import shapely
from libpysal.weights import Queen, fill_diagonal

from suite import features

PERMUTATIONS = 9_999


def run(suite):
    store = suite.stores["leeds"]
    for level in ("lsoa", "oa"):
        question = ["hotspots", "--of", "street_crime", "--category", "Burglary", "--level", level,
                    "--permutations", PERMUTATIONS, "--json"]
        first = suite.must(*question, store=store)
        second = suite.must(*question, "--threads", "1", store=store)
        suite.check(f"{level}: the same answer from a second run, with one thread",
                    first.out == second.out, f"{len(first.out)} bytes")
        answer = json.loads(first.out)
        cells = answer["cells"]
        weights = neighbours(suite, store, level, [cell["code"] for cell in cells])
        counts(suite, store, level, cells)
        compare(suite, f"{level} burglary", cells, weights, [cell["count"] for cell in cells])
        permutation(suite, level, cells, weights)
        classes(suite, level, cells)
    rates(suite, store)


def neighbours(suite, store, level, codes):
    """Queen weights by libpysal of the boundaries that gewu exports, in the order of the cells."""
    file = suite.path(f"hotspots-{level}.geojson")
    suite.must("grids", "export", file, "--level", level, store=store)
    shapes = {properties["code"]: shape for properties, shape in features(file)}
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        weights = Queen.from_iterable([shapes[code] for code in codes])
    weights.transform = "B"
    return weights


def counts(suite, store, level, cells):
    """The counts, by SQL along the parents."""
    sql = {"oa": "g.code", "lsoa": "g.parent_code"}[level]
    truth = dict(suite.rows(store, f"SELECT {sql}, count(*) FROM street_crime s JOIN grid g "
                                   "ON g.id = s.grid_id WHERE crime_type = 'Burglary' GROUP BY 1"))
    suite.equal(f"{level}: cells whose count differs from SQL",
                sum(truth.get(cell["code"], 0) != cell["count"] for cell in cells), 0)


def compare(suite, what, cells, weights, values):
    """z by the formula of Ord and Getis (1995), binary weights that include the cell itself."""
    x = np.array(values, float)
    n, mean, deviation = len(x), x.mean(), x.std()
    worst = 0.0
    for i, cell in enumerate(cells):
        near = weights.neighbors[i]
        k = len(near) + 1
        z = (x[near].sum() + x[i] - k * mean) / (deviation * math.sqrt((n * k - k * k) / (n - 1)))
        worst = max(worst, abs(z - cell["z"]), abs(math.erfc(abs(z) / math.sqrt(2)) - cell["p"]))
    suite.check(f"{what}: z and p equal the formula, {n} cells", worst < 1e-9,
                f"largest difference {'below 1e-9' if worst < 1e-9 else worst}")


def permutation(suite, level, cells, weights):
    """Two-sided p of conditional permutation, twice the smaller tail, from esda's simulations."""
    from esda.getisord import G_Local

    x = np.array([cell["count"] for cell in cells], float)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        local = G_Local(x, fill_diagonal(weights), transform="B", star=True,
                        permutations=PERMUTATIONS, seed=7, n_jobs=1, keep_simulations=True)
    observed, simulated = local.Gs, local.sim
    simulated = simulated if simulated.shape[0] == len(x) else simulated.T
    # Counts are whole numbers: half a count apart in the sum is not rounding.
    half = 0.5 / x.sum()
    high = (simulated > observed[:, None] - half).sum(axis=1)
    low = (simulated < observed[:, None] + half).sum(axis=1)
    tail = (np.minimum(high, low) + 1) / (PERMUTATIONS + 1)
    theirs = np.minimum(1, 2 * tail)
    ours = np.array([cell["p_permutation"] for cell in cells])
    error = 2 * np.sqrt(2 * np.minimum(tail, 0.5) * (1 - np.minimum(tail, 0.5)) / PERMUTATIONS)
    error = np.maximum(error, 4 / PERMUTATIONS)
    scores = np.abs(ours - theirs) / error
    suite.check(f"{level}: permutation p agrees with esda within Monte-Carlo error, "
                f"{PERMUTATIONS} permutations",
                np.quantile(scores, 0.95) < 2.5 and scores.max() < 6,
                f"differences in standard errors: median {np.median(scores):.2f}, "
                f"95 % below {np.quantile(scores, 0.95):.2f}, largest {scores.max():.2f}")


def classes(suite, level, cells):
    """Adjusted p by Benjamini and Hochberg from the permutation p, and the class from it."""
    p = np.array([cell["p_permutation"] for cell in cells])
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1, np.minimum.accumulate(scaled[::-1])[::-1])
    worst = max(abs(a - cell["p_adjusted"]) for a, cell in zip(adjusted, cells))
    wrong = 0
    for cell in cells:
        band = next((name for limit, name in ((0.01, "99"), (0.05, "95"), (0.1, "90"))
                     if cell["p_adjusted"] <= limit), None)
        expected = "none" if band is None else ("hot" if cell["z"] > 0 else "cold") + band
        wrong += expected != cell["class"]
    kinds = sorted({cell["class"] for cell in cells})
    figures = ", ".join(f"{kind} {sum(c['class'] == kind for c in cells)}" for kind in kinds)
    suite.check(f"{level}: adjusted p is Benjamini-Hochberg's, classes follow from it",
                worst < 1e-12 and wrong == 0, figures)


def rates(suite, store):
    """Crimes for each resident: Gi* of the rates; refused where the exposure is not known."""
    result = suite.must("hotspots", "--of", "street_crime", "--level", "lsoa", "--per", "residents",
                        "--json", store=store)
    cells = json.loads(result.out)["cells"]
    worst = max(abs(cell["count"] / cell["exposure"] - cell["rate"]) for cell in cells)
    suite.check("rates at lsoa are count by exposure", worst < 1e-15, f"{len(cells)} cells")
    weights = neighbours(suite, store, "lsoa", [cell["code"] for cell in cells])
    compare(suite, "lsoa, crimes for each resident", cells, weights, [c["rate"] for c in cells])
    result = suite.gewu("hotspots", "--of", "street_crime", "--level", "oa", "--per", "residents",
                        store=store)
    suite.check("rates at oa are refused, the exposure is not known there",
                result.code == 1 and "residents" in result.err, result.err.strip())
