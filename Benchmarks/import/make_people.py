#!/usr/bin/env python3
"""Write a department's table of fictional people as CSV: 12 columns, seeded, 183 bytes a row.

usage: make_people.py OUT.csv [ROWS=1390000] [SEED=1] [MINX MINY MAXX MAXY]

The resident IDs have valid check characters and the region code 990101, which does not exist.
Points are uniform over a box (default: that of Leeds' output areas).
"""
import random
import sys

WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
CHECKS = "10X98765432"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"
NATIONS = ["汉族"] * 18 + ["回族", "满族", "壮族", "苗族"]
ROADS = ["格物路", "致知街", "诚意巷", "正心大道", "修身里", "齐家弄", "治平路", "明德街"]
KINDS = ["户籍", "常住", "流动", "人户分离"]
HEADER = "序号,姓名,身份证号,性别,民族,户籍地址,现住址,联系电话,人员类别,经度,纬度,登记日期"


def main():
    out = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_390_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    box = [float(v) for v in sys.argv[4:8]] or [-1.80, 53.70, -1.29, 53.95]
    rng = random.Random(seed)
    rand, randrange, choice = rng.random, rng.randrange, rng.choice
    with open(out, "w", encoding="utf-8", newline="") as f:
        f.write(HEADER + "\n")
        chunk = []
        for i in range(1, rows + 1):
            # The serial part makes the number unique: 28,000 days of 999 orders, taken in turn.
            day = i % 28_000
            order = i // 28_000 + 1
            year, rest = 1940 + day // 336, day % 336
            body = "990101%04d%02d%02d%03d" % (year, rest // 28 + 1, rest % 28 + 1, order)
            total = sum((ord(c) - 48) * w for c, w in zip(body, WEIGHTS))
            identity = body + CHECKS[total % 11]
            name = choice(SURNAMES) + choice(GIVEN) + (choice(GIVEN) if rand() < 0.7 else "")
            a = "明德区%s%d号%d幢%d单元%d室" % (
                choice(ROADS), randrange(1, 300), randrange(1, 30), randrange(1, 5), randrange(101, 1802))
            b = "明德区%s街道%s%d号%d幢%d" % (
                choice("东西南北中"), choice(ROADS), randrange(1, 300), randrange(1, 30), randrange(101, 1802))
            chunk.append("%d,%s,%s,%s,%s,%s,%s,1%d%09d,%s,%.6f,%.6f,20%02d-%02d-%02d\n" % (
                i, name, identity, "男" if order % 2 else "女", choice(NATIONS), a, b,
                randrange(3, 10), randrange(10**9), choice(KINDS),
                box[0] + rand() * (box[2] - box[0]), box[1] + rand() * (box[3] - box[1]),
                randrange(10, 26), randrange(1, 13), randrange(1, 29)))
            if len(chunk) == 20_000:
                f.write("".join(chunk))
                chunk.clear()
        f.write("".join(chunk))


main()
