"""Ten rows of each of twenty files as sent, as Markdown tables in English and in Chinese. See demo-samples.

Usage: demo_samples.py DISTRICT DOCS: the folder of `gewu demo make`, and the folder of the pages.
The rows are spread evenly over the file, faults and all; nothing is chosen.
"""
import csv
import io
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as tree
from pathlib import Path

folder, docs = Path(sys.argv[1]), Path(sys.argv[2])
key = json.loads((folder / "key.json").read_text())
files = {one["dataset"]: one["file"] for one in key["files"]}
DATASETS = [
    "psb_hukou_pop", "psb_float_pop", "psb_household", "psb_std_address", "psb_rental_house", "mca_dibao",
    "mca_temp_aid", "fin_subsidy_card", "edu_student", "nhc_med_inst", "samr_market_entity", "samr_individual",
    "samr_penalty", "gsb_order12345", "eeb_env_complaint", "plc_dispute", "jus_mediation", "cgj_case",
    "fire_fire_key", "ndrc_project",
]
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PUBLISHED = 10


def workbook(path):
    with zipfile.ZipFile(path) as archive:
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in tree.fromstring(archive.read("xl/sharedStrings.xml")):
                strings.append("".join(t.text or "" for t in item.iter(NAMESPACE + "t")))
        sheet = sorted(n for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))[0]
        for row in tree.fromstring(archive.read(sheet)).iter(NAMESPACE + "row"):
            cells = {}
            for cell in row.iter(NAMESPACE + "c"):
                place = 0
                for letter in re.match("[A-Z]+", cell.get("r"))[0]:
                    place = place * 26 + ord(letter) - 64
                text = "".join(t.text or "" for t in cell.iter(NAMESPACE + "t"))
                value = cell.find(NAMESPACE + "v")
                if value is not None:
                    text = strings[int(value.text)] if cell.get("t") == "s" else value.text
                cells[place] = text
            yield [cells.get(n, "") for n in range(1, max(cells, default=0) + 1)]


def lines(path):
    if path.suffix == ".xlsx":
        return list(workbook(path))
    data = path.read_bytes()
    for encoding in ("utf-16", "utf-8-sig", "gb18030"):
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    delimiter = "\t" if "\t" in text.split("\n", 1)[0] else ","
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ") or " "


def page(chinese):
    seed, percent = key["seed"], key["rowsPercent"]
    if chinese:
        yield "# 演示数据样例\n"
        yield f"[English](demo-samples.md)\n"
        yield (f"二十个文件各十行,均为部门报送的原样(种子 {seed},{percent} %,等距抽取,未挑选,错误照留),由 `scripts/demo-samples` 生成,"
               "供熟悉这些数据的人审读:哪里不像真的?人、企业、地址全为虚构。\n")
    else:
        yield "# Samples of the demonstration\n"
        yield f"[中文](demo-samples.zh-CN.md)\n"
        yield (f"Ten rows of each of twenty files as the departments send them (seed {seed}, {percent} %, evenly spread, none "
               "chosen, faults left in), made by `scripts/demo-samples`, to be read by someone who knows such data from a city "
               "hall: what gives the fiction away? All people, firms and addresses are invented.\n")
    for dataset in DATASETS:
        table = lines(folder / "files" / files[dataset])
        # Workbooks have a title or two above the headings: the headings are the first of the widest rows.
        width = max(len(row) for row in table[:20])
        start = next(n for n, row in enumerate(table) if sum(bool(c) for c in row) > width * 0.8)
        head, body = table[start], [row for row in table[start + 1:] if sum(bool(c) for c in row) > 2]
        step = max(len(body) // PUBLISHED, 1)
        yield f"## {dataset} · {files[dataset]}\n"
        yield "| " + " | ".join(cell(c) for c in head) + " |"
        yield "|" + " --- |" * len(head)
        for row in body[step // 2::step][:PUBLISHED]:
            row = (row + [""] * len(head))[:len(head)]
            yield "| " + " | ".join(cell(c) for c in row) + " |"
        yield ""


for name, chinese in (("demo-samples.md", False), ("demo-samples.zh-CN.md", True)):
    (docs / name).write_text("\n".join(page(chinese)), encoding="utf-8")
