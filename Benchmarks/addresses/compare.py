#!/usr/bin/env python3
"""Written addresses of a demonstration district by gewu, cpca and pygeocoding; prints rates and ratios.

usage: compare.py GEWU STORE WORK [TEXTS]

STORE is an unsealed store with the files of `gewu demo make` imported and a register loaded. It is copied: in the copy
all rows are looked up as if for the first time, and once more. TEXTS (default 1,390,000) written addresses of its data
sets, taken in turn until there are so many, go through `gewu address --input`; its peers get a sample of them. cpca
finds province, city and county; pygeocoding road and building, too. Neither has a register of addresses.
"""
import csv
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import time

gewu, store, work = sys.argv[1], sys.argv[2], sys.argv[3]
wanted = int(sys.argv[4]) if len(sys.argv) > 4 else 1_390_000
SAMPLE = 20_000


def run(*arguments):
    """Wall and CPU seconds of a command, its greatest memory in MB, and its standard output."""
    start = time.perf_counter()
    with open(os.path.join(work, "output"), "w+") as output:
        child = subprocess.Popen([gewu, *arguments], stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        text = output.read()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"gewu {' '.join(arguments)} ended with {child.returncode}: {text[-500:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, text


def rate(rows, seconds):
    return f"{rows / seconds:>10,.0f}/s"


def rows_twice(copy):
    for suffix in ("", "-wal", "-shm", "-lock"):
        if os.path.exists(copy + suffix):
            os.remove(copy + suffix)
    shutil.copy(store, copy)
    with sqlite3.connect(copy) as database:
        database.execute("DELETE FROM address_match")
    cold = run("addresses", "match", "--store", copy, "--json")
    again = run("addresses", "match", "--store", copy, "--json")
    rows = sum(report["rows"] for report in json.loads(cold[3]))
    print(f"rows of data sets, looked up and kept: {rows:,}")
    print(f"  first time   {cold[0]:8.2f} s wall {cold[1]:8.2f} s CPU {cold[2]:6.0f} MB {rate(rows, cold[0])}")
    print(f"  once more    {again[0]:8.2f} s wall {again[1]:8.2f} s CPU {again[2]:6.0f} MB"
          f"   {cold[0] / again[0]:.0f} times as fast")
    total = {name: sum(report[name] for report in json.loads(cold[3])) for name in
             ("equal", "sure", "unsure", "none", "placed")}
    print("  " + ", ".join(f"{name} {count:,}" for name, count in total.items()))


def written(path):
    """Writes the texts as a table with one column; returns those of the sample."""
    texts = []
    with sqlite3.connect(store) as database:
        for name, table in database.execute("SELECT name, table_name FROM dataset ORDER BY name").fetchall():
            fields = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')
                      if row[1] == "address" or row[1].endswith("_address")]
            for field in fields:
                texts += [row[0] for row in database.execute(
                    f'SELECT "{field}" FROM "{table}" WHERE to_batch IS NULL AND "{field}" <> \'\'')]
    if not texts:
        sys.exit("the store has no written addresses: is it unsealed, and are its files imported?")
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["address"])
        for number in range(wanted):
            out.writerow([texts[number % len(texts)]])
    step = max(1, len(texts) // SAMPLE)
    return len(texts), len(set(texts)), texts[::step][:SAMPLE]


def peers(sample):
    import cpca
    from geocoding import Geocoding
    start = time.perf_counter()
    cpca.transform(sample)
    yield "cpca", len(sample), time.perf_counter() - start
    few = sample[:: max(1, len(sample) // 2_000)]
    other = Geocoding()
    other.normalizing(few[0])
    start = time.perf_counter()
    for text in few:
        other.normalizing(text)
    yield "pygeocoding", len(few), time.perf_counter() - start


print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
rows_twice(os.path.join(work, "copy.sqlite"))
table = os.path.join(work, "texts.csv")
count, distinct, sample = written(table)
wall, cpu, memory, _ = run(
    "address", "--store", store, "--input", table, "--column", "address", "--output", os.path.join(work, "matched.csv"))
print(f"written addresses through `gewu address --input`: {wanted:,} (of {count:,}, {distinct:,} of them different)")
print(f"  gewu         {wall:8.2f} s wall {cpu:8.2f} s CPU {memory:6.0f} MB {rate(wanted, wall)}")
for name, texts, seconds in peers(sample):
    print(f"  {name:12} {texts:,} of them in {seconds:.2f} s on one core {rate(texts, seconds)}"
          f"   gewu is {wanted / wall / (texts / seconds):.1f} times as fast")
