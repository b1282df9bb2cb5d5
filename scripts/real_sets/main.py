"""Runs the parts of scripts/real-sets and prints one line a check."""

import argparse
import os
import sys

import bad_input
import boundaries
import formats
import hotspots
import imports
import leeds
import lookup
import service
from suite import Suite

PARTS = {
    "leeds": leeds.run,
    "boundaries": boundaries.run,
    "imports": imports.run,
    "lookup": lookup.run,
    "hotspots": hotspots.run,
    "formats": formats.run,
    "bad-input": bad_input.run,
    "service": service.run,
}


def main():
    parser = argparse.ArgumentParser()
    for name in ("binary", "data", "work", "only"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    suite = Suite(os.path.abspath(options.binary), os.path.abspath(options.data), options.work)
    wanted = options.only.split(",") if options.only else list(PARTS)
    for name in wanted:
        print(f"\n== {name}")
        suite.part(name, PARTS[name])
    print(f"\n{suite.passed} ok, {suite.failed} failed, {suite.skipped} skipped")
    sys.exit(1 if suite.failed else 0)


main()
