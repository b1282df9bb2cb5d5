"""Numbers, counties and relations read by AddressesBenchmark against annotated ones. See check-addresses."""
import gzip, json, re, subprocess, sys
from collections import Counter, defaultdict
from pathlib import Path

program, divisions, folder = sys.argv[1:4]
KINDS = {"roadno": "road_number", "subroadno": "sub_number", "subRoadno": "sub_number", "houseno": "building",
         "cellno": "entrance", "floorno": "floor", "roomno": "room"}
NUMBERS = ("road_number", "sub_number", "building", "entrance", "floor", "room")
ROADS = ("road", "subRoad", "subroad")
HALVES = ("development", "held back")


def run(command, lines):
    """The program's answer to each line."""
    text = "".join(line.replace("\n", " ") + "\n" for line in lines)
    result = subprocess.run([program, "GeoData/grammars", divisions, command], input=text, text=True,
                            capture_output=True, check=True)
    return result.stdout.split("\n")[:len(lines)]


def half(text):
    """FNV-1a of a text: which half of the pairs its queries are in."""
    hash = 0xCBF29CE484222325
    for byte in text.encode():
        hash = (hash ^ byte) * 0x100000001B3 & (1 << 64) - 1
    return hash >> 63


class Address:
    """An annotated address, and how it was read."""

    def __init__(self, line, answer):
        self.text, at = line["text"], 0
        self.gold = []
        for element in line["elements"]:
            end = at + len(element["text"])
            self.gold.append((element["kind"], at, end))
            at = end
        self.read = []
        for field in filter(None, answer.split("\t")):
            kind, start, end, key = field.split(":", 3)
            self.read.append((kind, int(start), int(end), key))

    def numbers(self):
        return {(KINDS[kind], start, end) for kind, start, end in self.gold if kind in KINDS}

    def found(self):
        """What was read; a numbered lane is a road_number where it is annotated as one (弄 too)."""
        return {("road_number" if kind == "lane" else kind, start, end)
                for kind, start, end, _ in self.read if kind == "lane" or kind in NUMBERS}

    def errors(self, measure):
        """(right, only read, only annotated); `strict` takes the kinds as they are mapped.

        `open` leaves a lane uncounted that is annotated as a road, and lets the number of a road or lane off a road
        (subroadno) be the number of that road, or the building of that lane: only the annotation has a kind for it.
        `open+` takes an entrance for a room and the reverse where 号 follows a building: 14幢5号 is both there.
        """
        gold, found = self.numbers(), self.found()
        right, extra, missed = gold & found, found - gold, gold - found
        if measure == "strict":
            return right, extra, missed
        lanes = {span[1:3] for span in self.read if span[0] == "lane"}
        roads = {span[1:] for span in self.gold if span[0] in ROADS}
        extra = {one for one in extra if not (one[1:] in lanes and one[1:] in roads)}
        first = min((span[1] for span in self.read if span[0] == "building"), default=len(self.text))
        for one in sorted(missed):
            kinds = ("road_number", "building") if one[0] == "sub_number" else ()
            if measure == "open+" and self.text[one[2] - 1] == "号" and first < one[1] and one[0] in ("entrance", "room"):
                kinds = ("entrance", "room")
            for kind in kinds:
                if (kind, *one[1:]) in extra:
                    extra.discard((kind, *one[1:]))
                    missed = missed - {one}
                    right = right | {one}
                    break
        return right, extra, missed


def scores(right, extra, missed):
    total = 2 * right + extra + missed
    return (f"P {right / max(1, right + extra):.4f}  R {right / max(1, right + missed):.4f}  "
            f"F1 {2 * right / max(1, total):.4f}")


def print_numbers(addresses):
    for measure in ("strict", "open", "open+"):
        for place, name in enumerate(HALVES):
            counts = defaultdict(Counter)
            for address in addresses[place]:
                for index, part in enumerate(address.errors(measure)):
                    for one in part:
                        counts["all"][index] += 1
                        counts[one[0]][index] += 1
            for kind in ("all",) + NUMBERS if measure == "open" else ("all",):
                print(f"numbers, {measure:6} {name:12} {kind:12} {scores(*(counts[kind][at] for at in range(3)))}")


def bare(name):
    for ending in ("自治县", "自治旗", "区", "县", "市", "旗"):
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[:-len(ending)]
    return name


def county_names():
    """For each name of a county all names of that county and of what became of it."""
    names, after = defaultdict(set), {}
    for line in open(divisions):
        code, name, kind, *_, successor = line.rstrip("\n").split("\t")
        if kind == "county":
            names[code].add(name)
            after[code] = successor
    groups = defaultdict(set)
    for code, own in names.items():
        for name in own:
            groups[name] |= own | names.get(after[code], set())
    return groups


def print_counties(addresses):
    groups = county_names()
    for place, name in enumerate(HALVES):
        counts, wrong = Counter(), []
        for address in addresses[place]:
            named = [(start, end) for kind, start, end in address.gold if kind == "district"]
            if not named:
                continue
            read = [span for span in address.read if span[0] == "county"]
            counts["all"] += 1
            if not read:
                counts["missed"] += 1
                continue
            _, start, end, key = read[-1]
            texts = {address.text[one:other] for one, other in named}
            known = {bare(one) for one in groups.get(key, {key})}
            right = (start, end) in named or any(bare(text) in known for text in texts)
            counts["right" if right else "wrong"] += 1
        print(f"county, {name:12} of {counts['all']}: right {counts['right']}, missed {counts['missed']}, "
              f"wrong {counts['wrong']} = {counts['wrong'] / counts['all']:.2%}")


def print_pairs():
    lines = gzip.open(Path(folder) / "pairs.tsv.gz", "rt").read().split("\n")[1:]
    pairs = [line.split("\t") for line in lines if line]
    answers = [answer.split("\t")[0] for answer in run("relate", [f"{one}\t{other}" for one, other, _ in pairs])]
    for place, name in enumerate(HALVES):
        table = Counter((label, answer) for (one, _, label), answer in zip(pairs, answers) if half(one) == place)
        for relation in ("same", "partly", "different"):
            right = table[relation, relation]
            extra = sum(count for (label, answer), count in table.items() if answer == relation != label)
            missed = sum(count for (label, answer), count in table.items() if label == relation != answer)
            print(f"relation, {name:12} {relation:10} {scores(right, extra, missed)}   "
                  f"said {right + extra}, labelled {right + missed}")


def forms(address):
    """Each annotated number with all that can be seen of it and about it, but not the names.

    The last character of what stands before it (of a name, or the word of a number), its digits by how many there
    are, its own word, a hyphen on either side, and whether the text ends after it or digits or a name follow.
    """
    text, before = address.text, "^"
    for kind, start, end in address.gold:
        own = text[start:end]
        if kind in KINDS:
            digits = min(5, sum(one.isdigit() for one in own))
            left, right = text[start - 1:start], text[end:end + 1]
            after = "end" if not right else "digit" if right.isdigit() else "mark" if not right.isalnum() else "name"
            yield KINDS[kind], (before, digits, re.sub("[0-9]+", "9", own), left in "-_—－", after)
        if any(one.isalnum() for one in own):
            before = re.sub("[0-9A-Za-z]", "9", own[-1:])


def print_noise(addresses):
    """How often one form is annotated in two ways: what is wrong if each has its commonest annotation."""
    kinds = defaultdict(Counter)
    for address in addresses[0] + addresses[1]:
        for kind, form in forms(address):
            kinds[form][kind] += 1
    often = [counts for counts in kinds.values() if sum(counts.values()) >= 5]
    numbers = sum(sum(counts.values()) for counts in often)
    other = sum(sum(counts.values()) - max(counts.values()) for counts in often)
    print(f"one form annotated in two ways: of {numbers} numbers whose form occurs five times or more, {other} = "
          f"{other / numbers:.2%} are of another kind than most of that form; in {sum(len(one) > 1 for one in often)} of "
          f"{len(often)} forms")


def print_errors(addresses):
    for address in addresses[0]:
        _, extra, missed = address.errors("open")
        if extra or missed:
            gold = " ".join(f"{kind}:{address.text[start:end]}" for kind, start, end in address.gold)
            read = " ".join(f"{kind}:{address.text[start:end]}" for kind, start, end, _ in address.read if end > start)
            print(f"{address.text}\n  annotated {gold}\n  read      {read}")


lines = [json.loads(line) for line in gzip.open(Path(folder) / "annotated.jsonl.gz", "rt")]
texts = [line["text"] for line in lines]
both = [Address(line, answer) for line, answer in zip(lines, run("parse", texts))]
# The costs of the grammar were counted on every other line, from the first one, from the beginning.
addresses = (both[::2], both[1::2])
if sys.argv[4:] == ["--errors"]:
    print_errors(addresses)
    sys.exit()
print(f"{len(addresses[0])} addresses for development, {len(addresses[1])} held back")
print_numbers(addresses)
print_counties(addresses)
print_noise(addresses)
print_pairs()
print(f"{run('read', texts)[0]} texts per second of processor time, read by the fast way")
