"""Whether the planted hot spots are found, and nothing where none is planted. See check-demo.

Usage: gewu demo check DISTRICT --json | check_demo_hot_spots.py LABEL
Each of five questions is asked of all grids at once, with the false discovery rate held at 5 %. With plants every
question must show hot cells where its cluster is, and most of all hot cells must lie there; without plants one
question at most may show any, as one in twenty does by chance. Prints a line and ends with 1 where that fails.
"""
import json
import sys

spots = json.load(sys.stdin)["hot_spots"]
planted = [s for s in spots if s["planted"]]
hot, there = sum(s["hot"] for s in spots), sum(s["hot_there"] for s in spots)
each = ", ".join(
    f"{s['category']} {s['hot_there']} of {s['hot']}" if planted else f"{s['category']} {s['hot']}" for s in spots)
if planted:
    found = sum(s["hot_there"] > 0 for s in planted)
    holds = len(planted) == 5 and found == 5 and there * 4 >= hot * 3
    text = f"{found} of {len(planted)} planted found; hot cells there: {each}"
else:
    shown = sum(s["hot"] > 0 for s in spots)
    holds = len(spots) == 5 and shown <= 1
    text = f"nothing planted, {shown} of {len(spots)} questions show any; hot cells: {each}"
print("ok  " if holds else "FAIL", f"hot spots, {sys.argv[1]}: {text}")
sys.exit(0 if holds else 1)
