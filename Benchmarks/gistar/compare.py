"""Gi* with permutations, ours beside esda's, alternating in one run. Called by ../gistar.sh."""
import os, platform, subprocess, sys, tempfile, time, warnings
from pathlib import Path
import numpy as np, libpysal, esda, numba
from esda.getisord import G_Local

warnings.simplefilter("ignore")
program, permutations, rounds = sys.argv[1], 999, 9


def hexagons(columns, rows, count):
    """The first `count` cells, row by row, of a lattice of hexagons: neighbours of each."""
    at = {(i % columns, i // columns): i for i in range(count)}
    links = []
    for (x, y) in at:
        odd = y % 2
        around = [(x - 1, y), (x + 1, y), (x - 1 + odd, y - 1), (x + odd, y - 1), (x - 1 + odd, y + 1),
                  (x + odd, y + 1)]
        links.append(sorted(at[a] for a in around if a in at))
    return links


def sample(count, kind):
    """Clustered counts, or the rates of such counts per thousand people; from a seed."""
    random = np.random.default_rng(20_240_601)
    counts = random.poisson(random.gamma(1.5, 6, count)).astype(float)
    return counts if kind == "counts" else counts / random.integers(300, 3000, count) * 1000


def theirs(values, weights):
    start = time.perf_counter()
    result = G_Local(values, weights, transform="B", star=True, permutations=permutations,
                     keep_simulations=False, n_jobs=1, seed=1)
    return time.perf_counter() - start, result


def ours(source, target, threads):
    done = subprocess.run([program, source, target, str(permutations), str(threads)], check=True,
                          capture_output=True, text=True)
    return float(done.stdout)


print(f"Gi* with {permutations} permutations, best of {rounds} alternating rounds; {os.cpu_count()} cores, "
      f"load {os.getloadavg()[0]:.1f}, "
      f"{platform.machine()}; esda {esda.__version__}, libpysal {libpysal.__version__}, "
      f"numba {numba.__version__} (warm, 1 job)")
print("cells values   ours 1 thread   2 threads   esda 1 job   esda/ours   max|dz|  max|dp|")
with tempfile.TemporaryDirectory() as folder:
    for columns, count in ((26, 706), (76, 5816)):
        links = hexagons(columns, -(-count // columns), count)
        for kind in ("counts", "rates"):
            values = sample(count, kind)
            source, one, two = (str(Path(folder) / name) for name in ("in", "one", "two"))
            Path(source).write_text("\n".join(
                " ".join([repr(float(v)), *map(str, l)]) for v, l in zip(values, links)))
            weights = libpysal.weights.W(dict(enumerate(links)), silence_warnings=True)
            theirs(values, weights)  # compiles
            times = [[], [], []]
            for _ in range(rounds):
                times[0].append(ours(source, one, 1))
                times[1].append(ours(source, two, 2))
                seconds, peer = theirs(values, weights)
                times[2].append(seconds)
            a, b, c = map(min, times)
            table = np.loadtxt(one)
            assert np.array_equal(table, np.loadtxt(two)), "2 threads differ from 1"
            dz = np.abs(table[:, 0] - peer.Zs).max()
            # esda's p is that of the smaller tail; twice that is two-sided.
            dp = np.abs(table[:, 1] - np.minimum(1, 2 * peer.p_sim)).max()
            print(f"{count:5} {kind:8} {a:11.3f} s {b:9.3f} s {c:10.3f} s {c / a:11.2f}   {dz:.1e}  {dp:.3f}")
print("dp: two-sided p against twice esda's smaller-tail p; 999 draws each, so chance alone gives up to 0.17 among thousands of cells.")
