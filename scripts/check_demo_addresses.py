"""Holds the written addresses of a demonstration district to the key: which entry of the register each row was given,
and which it truly has.

Usage: check_demo_addresses.py GEWU STORE KEY WORK
  STORE  an unsealed store with the files imported, the register loaded and the rows looked up; KEY: the folder `key`

Prints by data set: how many rows have an address, how many of them have a true one that the register has down to a
building or finer, how many of these were matched at building or better; how many matches are wrong (the entry is not
the true address or what holds it), and how many claim a finer level than the truth has. Rows in which the key names a
fault are counted apart. Then every seventh room is taken out of the register: no row of such a room may be given
another room.
"""
import collections
import csv
import os
import re
import shutil
import sqlite3
import subprocess
import sys

gewu, store, key, work = sys.argv[1:5]
FINE = {"building", "entrance", "floor", "room"}


def truths(file):
    with open(os.path.join(key, "rows", file + ".csv"), encoding="utf-8-sig", newline="") as rows:
        return {int(row["row"]): row for row in csv.DictReader(rows)}


def local(text):
    """An address without the divisions above its road or village, which some departments leave out."""
    return re.sub(r"^临江省云溪市格物区(?:[^\d路街巷大道]{2,8}?(?:街道|镇|乡))?", "", text)


def holds(entry, truth):
    """Whether an entry is the address or lies above it: 2幢 holds 2幢1单元, and 1号 does not hold 1号楼 of another."""
    entry, truth = local(entry), local(truth)
    return truth == entry or (truth.startswith(entry) and entry[-1:] not in "0123456789")


def look(path, removed=frozenset()):
    """By data set the counts; removed rooms are told by their texts."""
    database = sqlite3.connect(path)
    texts = dict(database.execute(
        "SELECT address_id, full_address FROM address_occurrence WHERE to_version IS NULL"))
    known = set(texts.values())
    buildings = {text for text, level in database.execute(
        "SELECT full_address, level FROM address_occurrence WHERE to_version IS NULL") if level in FINE}
    # A building of which only rooms are in the register is in it, too.
    for text in list(buildings):
        for end, sign in enumerate(text):
            if sign in "幢栋楼":
                buildings.add(text[:end + 1])
    table, wrong = collections.OrderedDict(), []
    tables = dict(database.execute("SELECT name, table_name FROM dataset"))
    for (dataset,) in database.execute("SELECT DISTINCT dataset FROM address_match ORDER BY dataset").fetchall():
        counts = collections.Counter()
        files = {}
        for batch, row, level, entry, match, faults in database.execute(
                f'''SELECT b.file_name, r.source_row, m.level, m.address_id, m.class, m.faults FROM address_match AS m
                JOIN "{tables[dataset]}" AS r ON r.id = m.row_id JOIN batch AS b ON b.id = r.from_batch
                WHERE m.dataset = ? AND r.to_batch IS NULL''', [dataset]):
            name = os.path.basename(batch)
            if name not in files:
                files[name] = truths(name)
            truth = files[name].get(row)
            counts["rows"] += 1
            if truth is None or not truth["address"]:
                counts["without a place in the key"] += 1
                continue
            true = truth["address"]
            kind = "faulty " if truth["faults"] else ""
            sure = match in "AB" and entry is not None
            if sure and not holds(texts[entry], true):
                counts[kind + "wrong"] += 1
                counts[kind + "wrong room"] += level == "room"
                if not kind:
                    wrong.append((dataset, name, row, texts[entry], true, level, faults))
            if removed:
                if true in removed:
                    counts["decoys"] += 1
                    counts["fell to what holds them"] += not sure or (level != "room" and holds(texts[entry], true))
                continue
            if true in known and true in buildings:
                counts[kind + "in register"] += 1
                counts[kind + "matched"] += sure and level in FINE
            if sure and len(texts[entry]) > len(true):
                counts[kind + "finer than the truth"] += 1
        table[dataset] = counts
    return table, wrong


def show(table, columns):
    print(f"{'data set':26}" + "".join(f"{column:>24}" for column in columns))
    total = collections.Counter()
    for dataset, counts in table.items():
        total.update(counts)
        if any(counts[column] for column in columns):
            print(f"{dataset:26}" + "".join(f"{counts[column]:>24,}" for column in columns))
    print(f"{'all':26}" + "".join(f"{total[column]:>24,}" for column in columns))
    return total


table, wrong = look(store)
total = show(table, ["rows", "in register", "matched", "wrong", "wrong room", "finer than the truth"])
print(f"matched at building or better: {total['matched'] / max(1, total['in register']):.4f} of the rows whose true address is in the register")
print(f"wrong rooms: {total['wrong room']} of {total['rows']:,} rows")
print("\nRows in which the key names a fault")
show(table, ["faulty in register", "faulty matched", "faulty wrong", "faulty wrong room", "without a place in the key"])
for dataset, name, row, entry, true, level, faults in wrong[:20]:
    print(f"  wrong: {dataset} {name} row {row}: {entry} ({level}) for {true}, with {faults or 'no fault'}")

copy = os.path.join(work, "decoys.sqlite")
for suffix in ("", "-wal", "-shm", "-lock"):
    if os.path.exists(copy + suffix):
        os.remove(copy + suffix)
shutil.copy(store, copy)
with sqlite3.connect(copy) as database:
    source = database.execute("SELECT table_name FROM dataset WHERE name = 'psb_std_address'").fetchone()[0]
    rooms = [row for row in database.execute(
        f'SELECT id, full_address FROM "{source}" WHERE to_batch IS NULL AND room <> \'\' ORDER BY id')][::7]
    for name in ("address_match", "address_alias", "address_position", "address_occurrence", "address", "address_register"):
        database.execute(f"DELETE FROM {name}")
    database.executemany(f'DELETE FROM "{source}" WHERE id = ?', [(row[0],) for row in rooms])
for arguments in (["load", os.path.join(os.path.dirname(__file__), "..", "Registers", "demo.yaml")], ["match"]):
    subprocess.run([gewu, "addresses", *arguments, "--store", copy], check=True, stdout=subprocess.DEVNULL)
print(f"\n{len(rooms):,} rooms taken out of the register")
decoys, _ = look(copy, {text for _, text in rooms})
total = show(decoys, ["decoys", "fell to what holds them"])
sys.exit(total["decoys"] != total["fell to what holds them"])
