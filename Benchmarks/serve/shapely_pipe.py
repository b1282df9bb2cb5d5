"""The same work as `gewu locate --input -` by shapely: a table in, the rows with their grids out.

usage: shapely_pipe.py CITY.geojson < TABLE > TABLE
"""
import csv
import itertools
import json
import sys

import numpy
import shapely

features = json.load(open(sys.argv[1], encoding="utf-8"))["features"]
codes = [f["properties"]["code"] for f in features]
tree = shapely.STRtree([shapely.from_geojson(json.dumps(f["geometry"])) for f in features])
rows = csv.reader(sys.stdin)
writer = csv.writer(sys.stdout, lineterminator="\n")
header = next(rows)
lon, lat = header.index("lon"), header.index("lat")
writer.writerow(header + ["grid_code", "grid_status"])
while chunk := list(itertools.islice(rows, 100_000)):
    points = shapely.points(numpy.array([[float(r[lon]), float(r[lat])] for r in chunk]))
    found = dict(reversed(tree.query(points, predicate="intersects").T.tolist()))
    for number, row in enumerate(chunk):
        cell = found.get(number)
        row += ["", "outside"] if cell is None else [codes[cell], "inside"]
    writer.writerows(chunk)
