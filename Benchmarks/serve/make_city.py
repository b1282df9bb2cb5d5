#!/usr/bin/env python3
"""Write a city of adjoining cells with crooked edges as GeoJSON, the same for the same arguments.

usage: make_city.py OUT.geojson [COLUMNS ROWS BENDS [PREFIX [SEED]]]

5,832 cells with 272,000 vertices where nothing else is asked for; codes are PREFIX, row and column.
"""
import json
import random
import sys

WEST, SOUTH, SIZE = 117.0, 36.0, 0.01


def city(columns, rows, bends, prefix="C", seed=1):
    """The features: every border line has `bends` steps and is shared exactly."""
    draw = random.Random(seed)

    def jitter(x, y, by):
        x, y = x + draw.uniform(-by, by), y + draw.uniform(-by, by)
        return [round(WEST + x * SIZE, 9), round(SOUTH + y * SIZE, 9)]

    corner = [[jitter(i, j, 0.2) for i in range(columns + 1)] for j in range(rows + 1)]

    def line(a, b):
        inner = []
        for k in range(1, bends):
            x = (a[0] + (b[0] - a[0]) * k / bends - WEST) / SIZE
            y = (a[1] + (b[1] - a[1]) * k / bends - SOUTH) / SIZE
            inner.append(jitter(x, y, 0.3 / bends))
        return [a] + inner

    across = [[line(corner[j][i], corner[j][i + 1]) for i in range(columns)] for j in range(rows + 1)]
    upward = [[line(corner[j][i], corner[j + 1][i]) for i in range(columns + 1)] for j in range(rows)]
    for j in range(rows):
        for i in range(columns):
            ring = (across[j][i] + upward[j][i + 1] + [corner[j + 1][i + 1]]
                    + across[j + 1][i][:0:-1] + [corner[j + 1][i]] + upward[j][i][:0:-1])
            yield {
                "type": "Feature",
                "properties": {
                    "code": f"{prefix}{j:03}{i:03}", "name": f"第{j}街第{i}网格",
                    "street": f"S{prefix}{j:03}"},
                "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]},
            }


if __name__ == "__main__":
    out, *rest = sys.argv[1:]
    columns, rows, bends = (int(n) for n in (rest + [81, 72, 23][len(rest):])[:3])
    features = list(city(columns, rows, bends, *rest[3:4], *(int(n) for n in rest[4:5])))
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False)
