"""Asks for the hot spots of every data set of stores, and goes over the rows of each answer by SQL. See check-balance."""
import collections, json, sqlite3, subprocess, sys, time
from pathlib import Path

binary, stores = sys.argv[1], sys.argv[2:]
FATES = ("counted", "other_level", "earlier_generation", "unattached", "quarantined", "outside_period", "without_exposure")


def ask(store, *question):
    run = subprocess.run([binary, "hotspots", "--store", store, "--permutations", "0", "--json",
                          "--purpose", "check of the balance", *question],
                         capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else run.stderr.strip()


def cells(db):
    """The active generation's cells: their level, and the cells above each of them."""
    generation = db.execute("SELECT id FROM generation WHERE status = 'active' AND net_id = 1").fetchone()[0]
    found = {}
    for cell, level, code, parent in db.execute(
            "SELECT g.id, l.rank, g.code, g.parent_code FROM grid AS g JOIN level AS l ON l.id = g.level_id "
            "WHERE l.net_id = 1 AND from_generation <= ? AND (to_generation IS NULL OR to_generation >= ?)",
            (generation, generation)):
        found[cell] = (level, code, parent)
    by_code = {(level, code): cell for cell, (level, code, _) in found.items()}
    above = {cell: by_code.get((level - 1, parent)) for cell, (level, _, parent) in found.items()}
    return sorted({level for level, _, _ in found.values()}), found, above


def path(cell, above):
    while cell is not None:
        yield cell
        cell = above[cell]


def refused(db, dataset):
    """The open refused rows, each once; of data sets that are loaded whole those of the last load."""
    manifest = db.execute("SELECT manifest FROM dataset WHERE name = ?", (dataset,)).fetchone()[0]
    last = None
    if "load: full" in manifest:
        last = db.execute("SELECT max(id) FROM batch WHERE dataset = ? AND status = 'published' AND kind = 'import' "
                          "AND NOT is_history", (dataset,)).fetchone()[0]
    rows = db.execute("SELECT coalesce(q.first_id, q.id), coalesce(b.parent_batch, b.id) FROM quarantine AS q "
                      "JOIN batch AS b ON b.id = q.batch_id WHERE b.dataset = ? AND b.status = 'published' "
                      "AND NOT b.is_history AND q.status = 'open'", (dataset,)).fetchall()
    return len({number for number, batch in rows if last is None or batch == last})


failed = 0
for store in stores:
    db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    ranks, found, above = cells(db)
    names = dict(db.execute("SELECT rank, name FROM level WHERE net_id = 1"))
    sets = db.execute("SELECT name, table_name, exposures FROM dataset ORDER BY name").fetchall()
    exposures = [(entry["name"], dataset, entry["field"]) for dataset, _, offers in sets for entry in json.loads(offers)]
    tables = {name: table for name, table, _ in sets}
    asked = rows_asked = slowest = 0
    sums = collections.Counter()
    for dataset, table, _ in sets:
        counts = dict(db.execute(f'SELECT grid_id, count(*) FROM "{table}" WHERE to_batch IS NULL GROUP BY 1'))
        expected_refused = refused(db, dataset)
        for rank in ranks:
            for exposure in [None] + exposures:
                question = ["--of", dataset, "--level", names[rank]]
                if exposure:
                    question += ["--per", exposure[0]]
                begun = time.monotonic()
                answer = ask(store, *question)
                slowest = max(slowest, time.monotonic() - begun)
                if isinstance(answer, str):
                    if exposure and "has no value" in answer:
                        continue
                    print(f"FAIL {store} {' '.join(question)}: {answer}")
                    failed += 1
                    continue
                told = answer["provenance"]["rows"]
                want = collections.Counter(quarantined=expected_refused)
                amounts = {}
                if exposure:
                    field, source = exposure[2], tables[exposure[1]]
                    amounts = dict(db.execute(f'SELECT grid_id, sum("{field}") FROM "{source}" WHERE to_batch IS NULL '
                                              f'AND grid_id IS NOT NULL GROUP BY 1 HAVING count(*) = count("{field}")'))
                parts = collections.defaultdict(list)
                for cell, parent in above.items():
                    parts[parent].append(cell)

                def amount(cell):
                    if cell in amounts:
                        return amounts[cell]
                    known = [a for a in map(amount, parts[cell]) if a is not None]
                    return sum(known) if known else None

                def whole(cell):
                    return cell in amounts or bool(parts[cell]) and all(map(whole, parts[cell]))

                for cell, count in counts.items():
                    way = list(path(cell, above)) if cell in found else []
                    target = next((c for c in way if found[c][0] == rank), None)
                    if cell is None:
                        want["unattached"] += count
                    elif cell not in found:
                        want["earlier_generation"] += count
                    elif target is None:
                        want["other_level"] += count
                    elif exposure and not ((amount(target) or 0) > 0 and any(
                            map(whole, way[:way.index(target) + 1]))):
                        want["without_exposure"] += count
                    else:
                        want["counted"] += count
                asked += 1
                rows_asked += told["total"]
                sums.update({fate: told[fate] for fate in FATES})
                used = sum(c["count"] for c in answer["cells"] if c["class"] != "low_data")
                if (any(told[fate] != want[fate] for fate in FATES) or told["total"] != sum(told[f] for f in FATES)
                        or told["total"] != sum(counts.values()) + expected_refused
                        or not used == answer["provenance"]["rows_used"] == told["counted"]):
                    print(f"FAIL {store} {' '.join(question)}: told {told}, by SQL {dict(want)}, in cells {used}")
                    failed += 1
    name = Path(store).name
    print(f"{'FAIL' if failed else 'ok  '} {name}: {len(sets)} data sets, {asked} questions, {rows_asked} rows = "
          + " + ".join(f"{sums[fate]} {fate}" for fate in FATES) + f"; the slowest {slowest:.2f} s")
sys.exit(1 if failed else 0)
