"""Null maps through GiStarBenchmark: the share of p <= alpha, and of maps with a discovery. See check-hotspots."""
import subprocess, sys, tempfile
from pathlib import Path
import numpy as np

program, maps = sys.argv[1], int(sys.argv[2])
SIDE = 24
LEVELS = (0.01, 0.05, 0.10, 0.50)


def rows():
    """Queen neighbours of a square lattice."""
    cells = [(x, y) for y in range(SIDE) for x in range(SIDE)]
    at = {cell: index for index, cell in enumerate(cells)}
    return [[at[x + dx, y + dy] for dy in (-1, 0, 1) for dx in (-1, 0, 1)
             if (dx or dy) and (x + dx, y + dy) in at] for x, y in cells]


def adjusted(p):
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    result = np.empty(len(p))
    result[order] = np.minimum(1, np.minimum.accumulate(scaled[::-1])[::-1])
    return result


KINDS = {
    "normal": lambda random, count: random.normal(size=count),
    "Poisson of mean 1": lambda random, count: random.poisson(1, count).astype(float),
    "gamma rates, skewed": lambda random, count: random.gamma(0.3, 1, count),
}
neighbours = rows()
count = len(neighbours)
# Cells five apart have no window in common: 25 of a map are all but independent.
apart = [y * SIDE + x for y in range(2, SIDE, 5) for x in range(2, SIDE, 5)]
failed = False
print(f"Null maps of {SIDE} x {SIDE} cells with queen neighbours, adaptive permutations, {maps} maps of each kind.")
print("Of cells that have no window in common, the share with p <= alpha, and alpha + 4 standard errors; of maps, "
      "the share with an adjusted p <= 0.05.")
with tempfile.TemporaryDirectory() as folder:
    source, target = Path(folder) / "in", Path(folder) / "out"
    for kind, draw in KINDS.items():
        random = np.random.default_rng(sum(map(ord, kind)))
        found, p = 0, []
        for _ in range(maps):
            values = draw(random, count)
            source.write_text("\n".join(" ".join([repr(float(v)), *map(str, row)])
                                        for v, row in zip(values, neighbours)))
            subprocess.run([program, source, target, "adaptive", "2"], check=True, stdout=subprocess.DEVNULL)
            table = np.loadtxt(target)
            found += bool((adjusted(table[:, 1]) <= 0.05).any())
            p.append(table[apart, 1])
        p = np.concatenate(p)
        parts, bad = [], False
        for level in LEVELS:
            bound = level + 4 * np.sqrt(level * (1 - level) / len(p))
            share = (p <= level).mean()
            bad |= share > bound
            parts.append(f"{level:.2f}: {share:.4f} (at most {bound:.4f})")
        bound = 0.05 + 4 * np.sqrt(0.05 * 0.95 / maps)
        bad |= found / maps > bound
        failed |= bad
        print(f"{'FAIL' if bad else 'ok  '} {kind}: {len(p)} cells, {', '.join(parts)}; "
              f"maps with a discovery {found / maps:.4f} (at most {bound:.4f})")
sys.exit(1 if failed else 0)
