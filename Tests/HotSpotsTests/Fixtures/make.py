"""Makes the esda fixtures beside this file.

    python make.py STATISTICS

STATISTICS is the folder with columbus/, stl/, sids2/ as libpysal ships them and with esda/, tables
of Gi and Gi* made by esda earlier; every number that both have is compared before it is written.
"""
import csv, sys, importlib.metadata as metadata
from pathlib import Path
import numpy as np, libpysal, geopandas
from esda.getisord import G_Local
from esda.significance import calculate_significance

root, out = Path(sys.argv[1]), Path(__file__).parent
PERMUTATIONS, SEED = 99_999, 20_240_601


def gal(path):
    w = libpysal.io.open(str(path)).read()
    order = list(w.neighbors)
    at = {key: place for place, key in enumerate(order)}
    return [sorted(at[k] for k in w.neighbors[key]) for key in order]


def contiguity(path, kind):
    frame = geopandas.read_file(path)
    w = kind.from_dataframe(frame, use_index=False, silence_warnings=True)
    return [sorted(w.neighbors[i]) for i in range(len(frame))]


sets = {
    "columbus_CRIME_queen": lambda: gal(root / "columbus/columbus.gal"),
    "columbus_CRIME_rook": lambda: contiguity(root / "columbus/columbus.shp", libpysal.weights.Rook),
    "sids2_SIDR74_queen": lambda: contiguity(root / "sids2/sids2.shp", libpysal.weights.Queen),
    "sids2_SIDR74_rook": lambda: contiguity(root / "sids2/sids2.shp", libpysal.weights.Rook),
    "stl_HR7984_queen": lambda: contiguity(root / "stl/stl_hom.shp", libpysal.weights.Queen),
    "stl_HR7984_rook": lambda: gal(root / "stl/stl_hom_rook.gal"),
}
for name, neighbours in sets.items():
    rows, links = list(csv.DictReader(open(root / "esda" / f"{name}.csv"))), neighbours()
    assert [len(l) for l in links] == [int(float(r["n_neighbors"])) for r in rows], name
    x = np.array([float(r["value"]) for r in rows])
    w = libpysal.weights.W(dict(enumerate(links)), silence_warnings=True)
    plain = G_Local(x, w, transform="B", star=None, permutations=0)
    star = G_Local(x, w, transform="B", star=True, permutations=PERMUTATIONS, seed=SEED, n_jobs=1)
    # G_Local of esda 2.9 cannot be told an alternative; its simulations can.
    esda_p = calculate_significance(star.Gs, star.rGs, alternative="two-sided").flatten()
    slack = 1e-12 * star.Gs[:, None].clip(min=1 / len(x))
    tail = np.minimum((star.rGs >= star.Gs[:, None] - slack).sum(1),
                      (star.rGs <= star.Gs[:, None] + slack).sum(1))
    tail_p = np.minimum(1, 2 * (tail + 1) / (PERMUTATIONS + 1))
    given = lambda column: np.array([float(r[column]) for r in rows])
    assert np.allclose(plain.Zs, given("G_z"), rtol=1e-10, atol=1e-12), name
    assert np.allclose(star.Zs, given("Gstar_z_ord1995"), rtol=1e-10, atol=1e-12), name
    assert np.allclose(star.Gs, given("Gstar"), rtol=1e-10), name
    with open(out / f"{name}.csv", "w") as file:
        file.write("value,neighbours,gi,gi_z,gi_star,gi_star_z,p_esda,p_tails\n")
        for i, row in enumerate(rows):
            file.write(",".join([row["value"], " ".join(map(str, links[i])), row["G"], row["G_z"],
                                 row["Gstar"], row["Gstar_z_ord1995"],
                                 f"{esda_p[i]:.6g}", f"{tail_p[i]:.6g}"]) + "\n")
    print(name, len(rows), "cells; largest difference of the two p:", abs(esda_p - tail_p).max())
print({p: metadata.version(p) for p in ("esda", "libpysal", "numba", "numpy")})
