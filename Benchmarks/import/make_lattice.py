#!/usr/bin/env python3
"""Write 704 adjoining cells (22 x 32) with 64 vertices each as GeoJSON: the grids of the benchmark.

usage: make_lattice.py OUT.geojson

Each line of the lattice is displaced by a sum of sines, so that neighbours share crooked edges
exactly. The box is that of make_people.py.
"""
import json
import math
import sys

COLUMNS, ROWS, STEPS = 32, 22, 16
MINX, MINY, MAXX, MAXY = -1.80, 53.70, -1.29, 53.95


def vertex(i, j):
    """The vertex at step i of COLUMNS*STEPS and j of ROWS*STEPS."""
    x, y = i / (COLUMNS * STEPS), j / (ROWS * STEPS)
    dx = 0.006 * math.sin(41 * y + 7 * x) + 0.002 * math.sin(173 * y)
    dy = 0.008 * math.sin(37 * x + 5 * y) + 0.003 * math.sin(151 * x)
    return [round(MINX + (x + dx) * (MAXX - MINX), 7), round(MINY + (y + dy) * (MAXY - MINY), 7)]


def cell(column, row):
    left, right = column * STEPS, (column + 1) * STEPS
    bottom, top = row * STEPS, (row + 1) * STEPS
    ring = [vertex(i, bottom) for i in range(left, right)]
    ring += [vertex(right, j) for j in range(bottom, top)]
    ring += [vertex(i, top) for i in range(right, left, -1)]
    ring += [vertex(left, j) for j in range(top, bottom, -1)]
    return ring + [ring[0]]


features = [
    {
        "type": "Feature",
        "properties": {"code": "C%02d%02d" % (row, column)},
        "geometry": {"type": "Polygon", "coordinates": [cell(column, row)]},
    }
    for row in range(ROWS)
    for column in range(COLUMNS)
]
with open(sys.argv[1], "w", encoding="utf-8") as f:
    json.dump({"type": "FeatureCollection", "features": features}, f)
