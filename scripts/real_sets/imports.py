"""Tables of five cities: every row accounted for, and the named grid where a row names it."""

import csv
import gzip
import os
import shutil

import shapely

from suite import features, records

MANIFESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "manifests")
SHANGHAI = ("shanghai_Theatr_Cinema", "shanghai_bus", "shanghai_food", "shanghai_hospital",
            "shanghai_hotpot", "shanghai_school", "shanghai_urban", "中学", "大学", "小学", "幼儿园")


def run(suite):
    los_angeles(suite)
    shanghai(suite)
    outside(suite)
    companies(suite)
    deqing(suite)
    houston(suite)


def los_angeles(suite):
    store = suite.stores["councils"]
    ids, shapes = zip(*[(p["nc_id"], g) for p, g in features(
        suite.data("la311/neighborhood_councils_certified.geojson"))])
    tree = shapely.STRtree(shapes)
    for name in ("2018_mini_a", "2018_mini_b", "seeds_requests"):
        file = suite.data(f"la311/{name}.csv")
        rows = [{key.lower(): value for key, value in row.items()} for row in records(file)]
        code, (batch,), _ = suite.imported(store, file)
        suite.accounted(f"los angeles {name} (exit {code})", batch, len(rows))
        found = dict(suite.rows(store, "SELECT s.request_no, g.code FROM service_request s "
                                       "JOIN grid g ON g.id = s.grid_id"))
        named = [row for row in rows if row["nc"] in ids and row["latitude"]]
        same = sum(found.get(row["srnumber"]) == row["nc"] for row in named)
        points = shapely.points([(float(r["longitude"]), float(r["latitude"])) for r in named])
        holds = {}
        for point, cell in tree.query(points, predicate="intersects").T:
            holds.setdefault(point, set()).add(ids[cell])
        truth = sum(row["nc"] in holds.get(n, ()) for n, row in enumerate(named))
        suite.check(f"los angeles {name}: the named council is the one found",
                    same > 0.97 * len(named),
                    f"{same} of {len(named)}; by shapely the named council holds the place of {truth}")
        wrong = sum(found.get(row["srnumber"]) not in holds.get(n, {None})
                    for n, row in enumerate(named))
        suite.equal(f"los angeles {name}: rows in a council that does not hold them", wrong, 0)


def shanghai(suite):
    store = suite.stores["shanghai"]
    for name in SHANGHAI:
        file = suite.data(f"china/shanghai-poi/{name}.csv")
        code, (batch,), _ = suite.imported(store, file)
        suite.accounted(f"shanghai {name} (exit {code})", batch, len(records(file)))
    pairs = suite.rows(store, "SELECT p.district, g.name FROM place p LEFT JOIN grid g ON g.id = p.grid_id")
    same = sum(named == ours for named, ours in pairs)
    suite.check("shanghai: the named district is the one found", same > 0.9 * len(pairs),
                f"{same} of {len(pairs)} = {same / len(pairs):.4f}")


def unpack(suite, source, name):
    """A gzip file of the data as a plain one."""
    target = suite.path(name)
    with gzip.open(suite.data(source), "rb") as packed, open(target, "wb") as plain:
        shutil.copyfileobj(packed, plain)
    return target


def outside(suite):
    """Toronto's incidents into Leeds: another city's file, refused whole unless that is wanted."""
    file = unpack(suite, "files/toronto-mci-train.csv.gz", "toronto-mci-train.csv")
    store = suite.stores["leeds"]
    before = suite.digest(store)
    code, (refused,), _ = suite.imported(store, file)
    suite.equal("toronto into leeds: exit code, status, read",
                (code, refused["status"], refused["read"]), (4, "refused", 0))
    suite.check("toronto into leeds: the refusal names the system and asks for the district",
                "not near the district when read as EPSG:4326" in refused["refusal"]
                and "another district's file" in refused["refusal"], refused["refusal"])
    suite.check("toronto into leeds: nothing was changed", suite.digest(store) == before)
    code, (batch,), _ = suite.imported(store, file, "--max-errors", "100%")
    suite.accounted(f"toronto into leeds, all errors allowed (exit {code})", batch,
                    len(records(file)))
    suite.equal("toronto into leeds, all errors allowed: read, attached, quarantined",
                (batch["read"], batch["attached"], batch["quarantined"]), (210_992, 0, 210_992))
    suite.check("toronto into leeds, all errors allowed: too far, or at 0,0",
                set(batch["reasons"]) <= {"coordinate-far", "coordinate-zero"},
                f"{batch['reasons']}")
    kept = suite.rows(store, "SELECT count(*) FROM quarantine AS q JOIN batch AS b "
                      "ON b.id = q.batch_id WHERE b.dataset = 'major_crime'")[0][0]
    suite.equal("toronto into leeds, all errors allowed: rows kept whole", kept, 210_992)


def credit_code_is_valid(code):
    """GB 32100-2015: 18 characters of a 31-letter alphabet, the last a check character."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if len(code) != 18 or any(letter not in alphabet for letter in code):
        return False
    total = sum(alphabet.index(letter) * pow(3, place, 31) for place, letter in enumerate(code[:17]))
    return alphabet[(31 - total % 31) % 31] == code[17]


def companies(suite):
    """26,476 firms of Hunan; codes are checked as GB 32100 says."""
    file = unpack(suite, "china/companies-hunan.csv.gz", "companies-hunan.csv")
    rows = records(file)
    store = suite.make("companies", "area", 4490)
    code, (batch,), err = suite.imported(store, file, "--max-errors", "50%", manifests=MANIFESTS)
    suite.accounted(f"companies of hunan (exit {code})", batch, len(rows))
    wrong = [row for row in rows if not credit_code_is_valid(row["统一社会信用代码"].strip())]
    suite.check("companies of hunan: malformed credit codes quarantined, and nothing else",
                batch["quarantined"] == len(wrong) and code == 3,
                f"{batch['quarantined']} quarantined {batch['reasons']}, {len(wrong)} by Python")
    listed = suite.gewu("quarantine", "list", "--json", store=store).out
    suite.check("companies of hunan: quarantine list names the code and both languages",
                '"message_zh"' in listed and "credit_code" in listed, f"{batch['quarantined']} rows")


def deqing(suite):
    """A table in GBK with an unnamed column."""
    file = suite.data("china/deqing-gbk/an_example_of_place_name_list.CSV")
    rows = records(file, encoding="gb18030")
    store = suite.make("deqing", "area", 4490)
    code, (batch,), _ = suite.imported(store, file, manifests=MANIFESTS)
    suite.accounted(f"deqing in GBK (exit {code})", batch, len(rows))
    names = {row[0] for row in suite.rows(store, "SELECT name FROM firm")}
    suite.check("deqing: names equal to Python's gb18030",
                names == {row["企业名称"] for row in rows}, f"{len(names)} names")


def houston(suite):
    file = unpack(suite, "files/houston_crime_2010.csv.gz", "houston_crime_2010.csv")
    with open(file, newline="", encoding="utf-8") as stream:
        count = sum(1 for _ in csv.reader(stream)) - 1
    store = suite.make("houston", "area")
    code, (batch,), _ = suite.imported(store, file, manifests=MANIFESTS)
    suite.accounted(f"houston (exit {code})", batch, count)
    suite.equal("houston: kept without any grid", (batch["read"], batch["attached"]), (86_314, 0))
