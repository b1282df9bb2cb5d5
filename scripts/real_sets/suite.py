"""What every part uses: running gewu, checking, remembering the stores that were made."""

import csv
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import traceback
from collections import namedtuple

Result = namedtuple("Result", "code out err")
IDENTITY = ("inserted", "updated", "unchanged", "duplicate", "quarantined", "blank")
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Suite:
    """Runs checks and counts them."""

    def __init__(self, binary, data, work):
        self.binary, self.data_folder, self.work = binary, data, work
        self.passed = self.failed = self.skipped = 0
        self.stores = {}

    def part(self, name, run):
        """Runs one part; a fault of the part itself is a failed check, not the end."""
        try:
            run(self)
        except Exception as error:  # noqa: BLE001 - a broken part must not hide the others
            last = traceback.extract_tb(error.__traceback__)[-1]
            self.check(f"{name} ran to its end", False,
                       f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})")

    def check(self, what, passed, figures=""):
        """Prints one line; returns whether it passed."""
        self.passed += bool(passed)
        self.failed += not passed
        text = f"{'ok  ' if passed else 'FAIL'} {what}" + (f": {figures}" if figures != "" else "")
        print(self.clean(text))
        return passed

    def equal(self, what, actual, expected):
        """Checks that a figure is the expected one, and prints it."""
        return self.check(what, actual == expected,
                          f"{actual}" if actual == expected else f"{actual}, expected {expected}")

    def skip(self, what, why):
        """Prints what cannot be checked here."""
        self.skipped += 1
        print(self.clean(f"skip {what}: {why}"))

    def clean(self, text):
        """Without what differs from machine to machine."""
        for folder in (self.data_folder, self.work, ROOT):
            text = text.replace(folder + "/", "").replace(folder, ".")
        return text.replace("\n", " ")

    def data(self, *parts):
        return os.path.join(self.data_folder, *parts)

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def gewu(self, *arguments, store=None, text=None, cwd=None):
        """Runs gewu; the answer has the exit code and both outputs as text."""
        command = [self.binary, *map(str, arguments)]
        if store:
            command += ["--store", store]
        done = subprocess.run(command, input=None if text is None else text.encode(),
                              capture_output=True, cwd=cwd or ROOT, timeout=900)
        return Result(done.returncode, done.stdout.decode(errors="replace"),
                      done.stderr.decode(errors="replace"))

    def must(self, *arguments, **options):
        """Runs gewu where it is expected to end with 0."""
        result = self.gewu(*arguments, **options)
        if result.code != 0:
            raise RuntimeError(f"gewu {' '.join(map(str, arguments))} ended with {result.code}: "
                               f"{result.err.strip()[:300]}")
        return result

    def make(self, name, levels, srid=4326):
        """A new store."""
        store = self.path(f"{name}.sqlite")
        self.must("init", "--unsealed", "--srid", srid, "--levels", levels, store=store)
        self.stores[name] = store
        return store

    def load(self, store, file, level, code, *options):
        return self.gewu("grids", "load", file, "--level", level, "--code", code, *options,
                         store=store)

    def grids_check(self, store):
        """The answer of `grids check --json`."""
        return json.loads(self.gewu("grids", "check", "--json", store=store).out)

    def imported(self, store, *arguments, manifests=None):
        """The exit code and the objects of `import --json`, one a batch."""
        result = self.gewu("import", *arguments, "--manifests", manifests or f"{ROOT}/Importers",
                           "--json", "--quiet", store=store)
        return result.code, [json.loads(line) for line in result.out.splitlines()], result.err

    def accounted(self, what, batch, records):
        """Checks promise 2: every record of the file, by an independent reader, is in one pile."""
        total = sum(batch[name] for name in IDENTITY)
        piles = " + ".join(f"{batch[name]} {name}" for name in IDENTITY if batch[name])
        return self.check(f"{what}: every row accounted for",
                          batch["read"] == total == records,
                          f"{records} records, {batch['read']} read = {piles or 0}")

    def rows(self, store, sql):
        """Rows of a store that nobody writes to."""
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def digest(self, store):
        """A checksum over all contents of a store, and not over its pages.

        SpatiaLite's own log of tables that were made and dropped is left out, and the numbers that
        SQLite gives out next. Opened for writing: only then may SQLite roll back what a killed load
        has left.
        """
        connection = sqlite3.connect(store)
        digest = hashlib.sha256()
        try:
            names = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'idx_%' "
                "AND name NOT IN ('spatialite_history', 'sqlite_sequence') AND sql NOT LIKE 'CREATE VIRTUAL%' "
                "ORDER BY name").fetchall()
            for (name,) in names:
                digest.update(name.encode())
                for row in connection.execute(f'SELECT * FROM "{name}"'):
                    digest.update(repr(row).encode())
        finally:
            connection.close()
        return digest.hexdigest()

    def locate(self, store, points, crs):
        """(code, status) of each position, through a pipe as CSV."""
        table = "x,y\n" + "".join(f"{x!r},{y!r}\n" for x, y in points)
        result = self.must("locate", "--input", "-", "--output", "-", "--lon", "x", "--lat", "y",
                           "--crs", crs, store=store, text=table)
        return [(row[2], row[3]) for row in list(csv.reader(io.StringIO(result.out)))[1:]]


def records(file, encoding="utf-8-sig"):
    """The records of a CSV file, by Python's reader; without the header."""
    with open(file, newline="", encoding=encoding) as stream:
        return list(csv.DictReader(stream))


def features(file):
    """Code-to-be and geometry of a GeoJSON file: (properties, shapely geometry)."""
    from shapely.geometry import shape

    with open(file, encoding="utf-8") as stream:
        return [(feature["properties"], shape(feature["geometry"]))
                for feature in json.load(stream)["features"]]
