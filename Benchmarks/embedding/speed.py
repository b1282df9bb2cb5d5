#!/usr/bin/env python3
"""How many positions a second examples/python/locate.py answers through ctypes.

usage: GEWU_LIBRARY=FOLDER/libGewuC.so speed.py INDEX POINTS ANSWERS

POINTS holds pairs of float64; ANSWERS are those of speed.c, which must be the same. Uses NumPy too
where it is installed.
"""
import array
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../examples/python"))
from locate import Index  # noqa: E402

try:
    import numpy
except ImportError:
    numpy = None


def measure(name, count, work):
    """Print the fastest of seven runs; give the last answer."""
    best = float("inf")
    for _ in range(7):
        start = time.process_time()
        answer = work()
        best = min(best, time.process_time() - start)
    print(f"  {name:<44} {count / best / 1e6:6.1f} million positions/s")
    return answer


def main():
    index_path, points_path, answers_path = sys.argv[1:]
    points, answers = array.array("d"), array.array("i")
    for numbers, path in ((points, points_path), (answers, answers_path)):
        numbers.fromfile(open(path, "rb"), os.path.getsize(path) // numbers.itemsize)
    count = len(answers)
    with Index(os.environ["GEWU_LIBRARY"], index_path) as index:
        few = list(zip(points[:400_000:2], points[1:400_000:2]))
        singly = measure("Python, one call a position", len(few),
                         lambda: [index.locate(lon, lat)[0] for lon, lat in few])
        cells, _ = measure("Python, locate_batch of array.array", count,
                           lambda: index.locate_batch(points))
        same = singly == list(answers[:len(few)]) and bytes(cells) == answers.tobytes()
        if numpy is not None:
            matrix = numpy.frombuffer(points).reshape(-1, 2)
            cells, _ = measure("Python, locate_batch of a NumPy array", count,
                               lambda: index.locate_batch(matrix))
            same = same and (numpy.frombuffer(cells, "i4") == numpy.frombuffer(answers, "i4")).all()
    if not same:
        sys.exit("the answers of Python are not those of C")


if __name__ == "__main__":
    main()
