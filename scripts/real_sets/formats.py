"""Other people's tools: ogrinfo reads the store, frictionless reads the manifests."""

import glob
import json
import re
import subprocess

import yaml

from suite import ROOT


def run(suite):
    ogrinfo(suite)
    manifests(suite)


def ogrinfo(suite):
    for name in ("leeds", "shanghai"):
        store = suite.stores[name]
        registered = suite.rows(store, "SELECT f_table_name FROM geometry_columns UNION "
                                       "SELECT view_name FROM views_geometry_columns ORDER BY 1")
        try:
            done = subprocess.run(["ogrinfo", "-ro", "-so", "-al", store], capture_output=True,
                                  text=True, check=False)
        except FileNotFoundError:
            suite.skip("ogrinfo", "gdal-bin is not installed")
            return
        layers = re.findall(r"Layer name: (\S+)\n(?:.*\n)*?Geometry: (.+)\nFeature Count: (\d+)"
                            r"(?:\nExtent: (.+))?", done.stdout)
        seen = {layer[0] for layer in layers}
        missing = [row[0] for row in registered if row[0] not in seen]
        suite.check(f"ogrinfo lists every spatial table and view of {name}",
                    done.returncode == 0 and not missing,
                    ", ".join(f"{l[0]} ({l[1]}, {l[2]})" for l in layers) +
                    (f"; missing: {missing}" if missing else ""))
        bare = [layer[0] for layer in layers if int(layer[2]) and not layer[3]]
        suite.equal(f"ogrinfo: layers of {name} with rows and no extent", bare, [])


def manifests(suite):
    from frictionless import Schema

    files = sorted(glob.glob(f"{ROOT}/Importers/*/*.yaml"))
    refused = []
    for file in files:
        with open(file, encoding="utf-8") as stream:
            descriptor = yaml.safe_load(stream)
        try:
            Schema.from_descriptor(json.loads(json.dumps(descriptor, default=str)))
        except Exception as error:  # noqa: BLE001 - whatever it raises is a refusal
            refused.append(f"{file}: {getattr(error, 'error', error)}; "
                           f"{[str(r) for r in getattr(error, 'reasons', [])]}")
    suite.check("frictionless accepts every manifest as a Table Schema", not refused,
                f"{len(files)} manifests" + "".join(f"; {line}" for line in refused))
