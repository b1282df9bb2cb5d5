#!/usr/bin/env python3
"""Write COUNT reports in the box of make_city.py as a table, the same every time.

usage: make_points.py OUT.csv COUNT
"""
import random
import sys

out, count = sys.argv[1], int(sys.argv[2])
draw = random.Random(7).random
kinds = ["noise", "litter", "parking", "\"lamp, broken\"", "路灯损坏"]
with open(out, "w", encoding="utf-8") as file:
    file.write("number,kind,lon,lat,channel\n")
    for start in range(0, count, 100_000):
        file.writelines(
            f"{n},{kinds[n % 5]},{117 + 0.81 * draw():.7f},{36 + 0.72 * draw():.7f},12345\n"
            for n in range(start, min(start + 100_000, count)))
