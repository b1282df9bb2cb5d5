"""Whether a made district hangs together: keys resolve, counts agree, pairs are pairs. See check-demo.

Usage: check_demo.py DISTRICT [STORE]: the folder of `gewu demo make`, and its store (DISTRICT/s.sqlite).
A value that does not resolve is excused only by what the key of rows says: a fault in that very column.
Between two files as many keys may be missing as the other file has refused rows. Prints a line a check
and ends with 1 where one fails.
"""
import csv
import json
import re
import sqlite3
import sys
from collections import Counter
from pathlib import Path

folder = Path(sys.argv[1])
store = Path(sys.argv[2]) if len(sys.argv) > 2 else folder / "s.sqlite"
db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
key = json.loads((folder / "key.json").read_text())
files = {one["dataset"]: one for one in key["files"]}
failures = 0


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def say(holds, text):
    global failures
    failures += 0 if holds else 1
    print("ok  " if holds else "FAIL", text)


def rows(sql):
    return db.execute(sql).fetchall()


def one(sql):
    return rows(sql)[0][0]


def refused(dataset):
    return files[dataset]["quarantined"] + files[dataset]["blank"]


# MARK: The truth

tables = folder / "key"
persons = {p["resident_id"] for p in table(tables / "persons.csv")}
old = {p[:6] + p[8:17] for p in persons if len(p) == 18}
firms = {f["credit_code"] for f in table(tables / "firms.csv")}
dwellings = {d["code"] for d in table(tables / "dwellings.csv")}
buildings = {b["building"]: b["grid"] for b in table(tables / "buildings.csv")}
units = set()
for name in ("communities", "streets", "district"):
    units |= {u["code"] for u in table(folder / "grids" / f"{name}.csv")}
units.add("990100")  # the city
units |= {f["properties"]["code"] for f in json.loads((folder / "grids" / "grids.geojson").read_text())["features"]}


def faults(dataset):
    """The faults of each row that was taken, by its number in the file."""
    path = tables / "rows" / (files[dataset]["file"] + ".csv")
    return {int(r["row"]): r["faults"] for r in table(path) if r["outcome"] == "taken" and r["faults"]}


def offset(dataset):
    """How many lines of the file stand before its first row."""
    path = tables / "rows" / (files[dataset]["file"] + ".csv")
    numbers = [int(r["row"]) for r in table(path) if r["outcome"] == "taken"]
    found = [r[0] for r in rows(f"SELECT source_row FROM {dataset} ORDER BY source_row")]
    return found[0] - numbers[0] if found else 0


KINDS = [
    ("resident IDs", re.compile(r"resident_id$"), lambda v: v in persons or v in old),
    ("credit codes", re.compile(r"credit_code$"), lambda v: v in firms),
    ("dwellings", re.compile(r"^house_code$"), lambda v: v in dwellings),
    ("grids, communities and streets", re.compile(r"^(grid|community|parent)_code$"),
     lambda v: v in units or v[:12] in units and v[12:] == "000"),
]
PAPERS = re.compile(r"^[A-Z]{1,2}\d{7,9}$|^[89]\d{17}$|^\d{8}$")

for label, pattern, resolves in KINDS:
    total = masked = stated = papers = 0
    unresolved = Counter()
    examples = {}
    columns = 0
    for dataset in sorted(files):
        own = [c[1] for c in rows(f"PRAGMA table_info({dataset})")]
        if label.startswith("grids") and dataset in ("org_party_org",):
            own.remove("parent_code")
        for column in (c for c in own if pattern.search(c)):
            columns += 1
            known = None
            for number, value in db.execute(f'SELECT source_row, "{column}" FROM {dataset} WHERE "{column}" IS NOT NULL'):
                total += 1
                value = str(value).strip()
                if resolves(value) or resolves(value.upper()):
                    continue
                if "*" in value:
                    masked += 1
                    continue
                if label == "resident IDs" and PAPERS.match(value):
                    papers += 1
                    continue
                if known is None:
                    known, start = faults(dataset), offset(dataset)
                if f":{column}" in known.get(number - start, "") or "columnsExchanged" in known.get(number - start, ""):
                    stated += 1
                else:
                    unresolved[f"{dataset}.{column}"] += 1
                    examples.setdefault(f"{dataset}.{column}", value)
    text = f"{label}: {total} in {columns} columns; {masked} masked, {papers} other papers, {stated} stated errors"
    say(not unresolved, text + f"; {sum(unresolved.values())} of nobody" + "".join(
        f"\n       {c}: {n}, as {examples[c]}" for c, n in unresolved.most_common(12)))

# MARK: Keys between files


def within(dataset, column, *targets, condition="1"):
    """Each value of a column is one of the other files', but for rows that those refused."""
    union = " UNION ".join(f"SELECT {c} FROM {d}" for d, c in targets)
    known = {str(r[0]) for r in rows(union)}
    values = {str(r[0]) for r in rows(f"SELECT DISTINCT {column} FROM {dataset} WHERE {column} IS NOT NULL AND {condition}")}
    missing = values - known
    allowed = sum(refused(d) for d, _ in targets) + refused_faults(dataset, column)
    say(len(missing) <= allowed, f"{dataset}.{column}: {len(values)} values, {len(missing)} not in "
        + ", ".join(f"{d}.{c}" for d, c in targets) + f" (at most {allowed}: refused rows and stated errors)"
        + ("" if len(missing) <= allowed else f", as {sorted(missing)[:3]}"))


def refused_faults(dataset, column):
    """How many rows were taken with a stated error in a column."""
    return sum(f":{column}" in text or "columnsExchanged" in text for text in faults(dataset).values())


within("edu_student", "school_code", ("edu_school", "school_code"))
within("edu_teacher", "school_code", ("edu_school", "school_code"), ("edu_kindergarten", "school_code"))
within("org_party_member", "organisation_code", ("org_party_org", "organisation_code"))
within("org_party_org", "parent_code", ("org_party_org", "organisation_code"))
for dataset in ("dpf_disabled_subsidy", "dpf_disabled_job"):
    within(dataset, "certificate_number", ("dpf_disabled_card", "certificate_number"))
within("hud_property_co", "estate_code", ("hud_estate", "estate_code"))
within("jus_mediation", "organisation_name", ("jus_mediator", "organisation_name"))
# Those of professional grids (990101Z001) are in a net of their own, which no file of a department has.
within("plc_grid_staff", "grid_code", ("plc_grid", "grid_code"), condition="grid_code NOT LIKE '%Z%'")
within("psb_household", "police_station", ("psb_hukou_pop", "police_station"))
within("psb_std_address", "police_station", ("psb_hukou_pop", "police_station"))
within("psb_household", "household_number", ("psb_hukou_pop", "household_number"))
within("agr_antipoverty", "household_number", ("psb_hukou_pop", "household_number"))
within("mia_res_med_pay", "resident_id", ("mia_res_med", "resident_id"))
within("com_fuel", "credit_code", ("emb_hazchem", "credit_code"))

# MARK: Counts


def close(label, pairs, share, each=None, why=""):
    """Two counts of the same things: their sums differ by a share at most, and those of one by `each`."""
    pairs = [(a, b) for a, b in pairs if a is not None and b is not None]
    first, second = sum(a for a, _ in pairs), sum(b for _, b in pairs)
    far = sum(abs(a - b) > max(each * a, 4) for a, b in pairs) if each is not None else 0
    holds = bool(pairs) and abs(first - second) <= share * max(first, second) and far * 20 <= len(pairs)
    text = f"{label}: {len(pairs)} pairs, {first} and {second}"
    if each is not None:
        text += f"; {far} differ by more than {100 * each:.0f} % and 4"
    say(holds, text + (f" ({why})" if why else ""))


WORD = 2 ** 64 - 1


def mix(word):
    """SplitMix64's: the draws of `gewu demo make` are of the seed, a name and a number, so that anyone can repeat them."""
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 & WORD
    word = (word ^ word >> 27) * 0x94D049BB133111EB & WORD
    return word ^ word >> 31


def first_draw(name, index):
    """The first draw of a thing of a stream (`Draw` in DemoTruth)."""
    step, text = 0x9E3779B97F4A7C15, 0xCBF29CE484222325
    for byte in name.encode():
        text = (text ^ byte) * 0x100000001B3 & WORD
    stream = mix(mix(key["seed"] + step & WORD) ^ text)
    return mix(mix(stream + index * step & WORD) + step & WORD)


def last_school(codes):
    """Of the schools in the list of pupils the one that came into it last, by its draw; None where all are in whole.

    Where the schools together tell of more pupils than the list has rows, it ends within that school.
    """
    length = files["edu_student"]["read"] - files["edu_student"]["blank"]
    if one("SELECT sum(students) FROM edu_school") <= length:
        return None
    path = tables / "rows" / (files["edu_school"]["file"] + ".csv")
    numbers, start = {int(r["row"]): int(r["number"]) - 1 for r in table(path)}, offset("edu_school")
    draws, pupils = {}, {}
    for n, code, told in rows("SELECT source_row, school_code, students FROM edu_school"):
        draws[code], pupils[code] = first_draw("rows.edu_student", numbers[n - start]), told
    last = max(codes, key=draws.get)
    left_out = [code for code in draws.keys() - codes if draws[code] < draws[last] and pupils[code]]
    say(not left_out, f"schools in the list of pupils: {len(codes)} with the lowest draws, {len(left_out)} left out")
    return last


told = rows("SELECT h.members, ifnull(n, 0) FROM psb_household h LEFT JOIN (SELECT household_number c, count(*) n "
            "FROM psb_hukou_pop GROUP BY c) ON c = h.household_number WHERE h.members IS NOT NULL")
repeats = sum("uplicate" in r["faults"] for r in table(tables / "rows" / (files["psb_hukou_pop"]["file"] + ".csv")))
allowed = refused("psb_hukou_pop") + repeats + refused_faults("psb_household", "members")
wrong = sum(abs(a - b) for a, b in told)
say(wrong <= allowed, f"members of {len(told)} households and their rows of psb_hukou_pop: {wrong} persons too many or "
    f"too few (at most {allowed}: refused and repeated rows, stated errors)")

grids, dedicated = rows("SELECT count(*), sum(population IS NULL) FROM plc_grid")[0]
say(dedicated * 8 <= grids, f"dedicated grids: {dedicated} of {grids} have no count of residents (at most one in eight)")
close("residents of grids, plc_grid and stat_census_agg 2025", rows(
    "SELECT g.population, s.residents FROM plc_grid g JOIN stat_census_agg s USING (grid_code) WHERE s.year = 2025"),
    0.06, 0.15, "the office counts who has been there for half a year, 常住人口")
close("households of grids, plc_grid and stat_census_agg 2025", rows(
    "SELECT g.households, s.households FROM plc_grid g JOIN stat_census_agg s USING (grid_code) WHERE s.year = 2025"),
    0.06, 0.15, "the office counts who has been there for half a year, 常住人口")
# The list has whole schools, those with the lowest draws, until it has its 38,000 rows: the last one may be cut.
classes = rows(
    "SELECT s.school_code, s.students, n FROM edu_school s JOIN (SELECT school_code c, count(*) n FROM edu_student "
    "GROUP BY c) ON c = s.school_code WHERE s.students IS NOT NULL")
cut = last_school({code for code, _, _ in classes})
close("pupils, edu_school and edu_student", [(told, n) for code, told, n in classes if code != cut], 0.04, 0.12,
      "the school's own list is of another day" + ("; the one that the end of the list cuts is left out" if cut else ""))
branches = rows(
    "SELECT o.members, n FROM org_party_org o JOIN (SELECT organisation_code c, count(*) n FROM org_party_member "
    "GROUP BY c) ON c = o.organisation_code WHERE o.members IS NOT NULL AND o.organisation_code NOT IN "
    "(SELECT parent_code FROM org_party_org WHERE parent_code IS NOT NULL)")
more = sum(n > max(told * 1.1, told + 2) for told, n in branches)
say(more * 50 <= len(branches), f"members of branches: {len(branches)} branches of org_party_org, {more} with more rows of "
    "org_party_member than they say (that list has 21,000 of all)")
close("beds, nhc_med_inst twice the same body", rows(
    "SELECT a.beds, b.beds FROM nhc_med_inst a JOIN nhc_med_inst b USING (credit_code)"), 0)
start = offset("plc_building_head")
heads = {int(r["row"]): r["building"] for r in table(tables / "rows" / (files["plc_building_head"]["file"] + ".csv"))}
codes = rows("SELECT source_row, building_code, floors FROM plc_building_head")
wrong = sum(buildings[heads[n - start]][:12] != code[:12] for n, code, _ in codes)
stated = refused_faults("plc_building_head", "building_code")
say(wrong <= stated, f"buildings: {len(codes)} codes of plc_building_head, {wrong} of another community (at most {stated})")
homes = {d["code"]: d["building"] for d in table(tables / "dwellings.csv")}
top = {}
for code, address in rows("SELECT house_code, address FROM psb_house WHERE building_use = '11'"):
    room = re.search(r"(\d{1,2})\d\d室$", address or "")
    if room and code in homes:
        top[homes[code]] = max(top.get(homes[code], 0), int(room[1]))
both = [(int(f), top[heads[n - start]]) for n, _, f in codes if f and heads[n - start] in top]
# Some houses leave floors with a 4, and 13, out of the numbers of their rooms.
high = sum(b - sum("4" in str(n) or n == 13 for n in range(1, b + 1)) > a for a, b in both)
stated = refused_faults("plc_building_head", "floors")
say(high <= stated, f"floors: {len(both)} buildings of plc_building_head and psb_house, {high} with a room above the top floor (at most {stated})")
for dataset in ("util_water_user", "util_power_user"):
    doubled = one(f"SELECT count(*) - count(DISTINCT meter_number) FROM {dataset} WHERE meter_number IS NOT NULL")
    stated = refused_faults(dataset, "meter_number")
    say(doubled <= stated, f"meters of {dataset}: {doubled} used twice (at most {stated} stated errors)")
    path = tables / "rows" / (files[dataset]["file"] + ".csv")
    homes = Counter(r["dwelling"] for r in table(path)
                    if r["dwelling"] and "uplicate" not in r["faults"] and r["outcome"] == "taken")
    most = max(homes.values())
    say(most <= 2, f"meters a dwelling, {dataset}: {len(homes)} dwellings, {sum(n > 1 for n in homes.values())} "
        "with two")

# MARK: Pairs


def same(label, sql, most, why):
    """A value that two departments have of the same thing: so many of a hundred may differ."""
    pairs = rows(sql)
    differ = [p for p in pairs if p[0] != p[1]]
    say(bool(pairs) and len(differ) * 100 <= most * len(pairs),
        f"{label}: {len(pairs)} pairs, {len(differ)} differ (at most {most} %: {why})"
        + (f", as {differ[:3]}" if len(differ) * 100 > most * len(pairs) else ""))


PAID = ("SELECT round(p.amount, 2), round(a.monthly_amount, 2) FROM fin_subsidy_card p JOIN {0} a USING (resident_id) "
        "WHERE p.subsidy_code = '{1}' AND p.period LIKE '2026-06%' AND p.payment_status = '成功'")
same("paid and granted, mca_age_allow", PAID.format("mca_age_allow", "MZ03"), 2, "older since the list, stated errors")
same("paid and granted, mca_tekun", PAID.format("mca_tekun", "MZ02"), 2, "stated errors")
same("paid and granted, mca_child_hard", PAID.format("mca_child_hard", "MZ04"), 2, "stated errors")
same("paid and granted, dpf_disabled_subsidy",
     "SELECT round(p.amount, 2), round(a.monthly_amount, 2) FROM fin_subsidy_card p JOIN dpf_disabled_subsidy a "
     "ON a.resident_id = p.resident_id AND p.subsidy_code = CASE a.subsidy_kind WHEN '困难残疾人生活补贴' THEN 'CL01' ELSE 'CL02' END",
     2, "stated errors")
same("licence numbers, samr_food_lic and samr_license",
     "SELECT DISTINCT a.credit_code, b.credit_code FROM samr_food_lic a JOIN samr_license b USING (licence_number)",
     1, "stated errors")
same("names of licence holders, samr_food_lic and samr_individual",
     "SELECT a.organisation_name, b.organisation_name FROM samr_food_lic a JOIN samr_individual b USING (credit_code) "
     "WHERE a.organisation_name IS NOT NULL AND b.organisation_name IS NOT NULL", 5, "renamed since, stated errors")
same("levels of hospitals, nhc_med_inst and mia_med_fixed",
     "SELECT substr(a.level, 1, 2), substr(b.level, 1, 2) FROM nhc_med_inst a JOIN mia_med_fixed b USING (credit_code) "
     "WHERE a.level IS NOT NULL AND b.level IS NOT NULL", 2, "stated errors")
same("names of pupils, edu_student and psb_hukou_pop",
     "SELECT a.full_name, b.full_name FROM edu_student a JOIN psb_hukou_pop b USING (resident_id)", 2,
     "renamed since, stated errors")
same("birth dates, psb_hukou_pop and its number",
     "SELECT replace(birth_date, '-', ''), substr(resident_id, 7, 8) FROM psb_hukou_pop WHERE birth_date IS NOT NULL",
     1, "stated errors")
named = rows("SELECT substr(content, instr(content, '工单号') + 3, 13) FROM eeb_env_complaint WHERE content LIKE '%工单号%'")
orders = {str(r[0]) for r in rows("SELECT order_number FROM gsb_order12345")} if any(
    c[1] == "order_number" for c in rows("PRAGMA table_info(gsb_order12345)")) else {
    str(r[0]) for r in rows("SELECT " + rows("PRAGMA table_info(gsb_order12345)")[6][1] + " FROM gsb_order12345")}
lost = sum(str(n[0]) not in orders for n in named)
say(bool(named) and lost <= refused("gsb_order12345"), f"complaints passed on by the hotline: {len(named)}, {lost} "
    f"of a call that is not in its list (refused there: {refused('gsb_order12345')})")
heard = one("SELECT count(*) FROM (SELECT DISTINCT place, kind FROM plc_dispute INTERSECT SELECT place, kind FROM jus_mediation)")
held = one("SELECT count(*) FROM jus_mediation")
say(0.2 <= heard / held <= 0.8, f"hearings of a dispute that grid workers recorded: {heard} of {held} by place and kind")

# MARK: Where cells come from

cells = Counter()
for one_file in key["files"]:
    cells.update(one_file.get("origins", {}))
say(cells.get("invented", 1) == 0, "cells: " + ", ".join(f"{cells[c]} {c}" for c in ("truth", "faults", "empty", "invented")))
print(f"{failures} failed" if failures else "all hold")
sys.exit(1 if failures else 0)
