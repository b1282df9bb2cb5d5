"""Activates generations under load and checks every answer; run by scripts/reload-under-load.

usage: run.py GEWU [ACTIVATIONS [CELLS A SIDE]]
"""
import http.client
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

root = pathlib.Path(__file__).parents[2]
gewu = sys.argv[1]
activations = int(sys.argv[2]) if len(sys.argv) > 2 else 20
side = int(sys.argv[3]) if len(sys.argv) > 3 else 27


def run(*command):
    subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE)


def letter(generation):
    return "A" if int(generation) % 2 else "B"


class Checker(threading.Thread):
    """Asks one kind of question again and again until told to stop."""

    def __init__(self, port, name, method, path, body=None, headers=None):
        super().__init__()
        self.port, self.kind, self.question = port, name, (method, path, body, headers or {})
        self.answers = self.failed = self.mixed = 0
        self.generations, self.slowest, self.stops = set(), 0.0, False

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.stops:
            start = time.perf_counter()
            try:
                connection.request(*self.question)
                response = connection.getresponse()
                text = response.read().decode()
            except (OSError, http.client.HTTPException) as error:
                self.failed += 1
                print("failed:", self.kind, repr(error), file=sys.stderr)
                connection.close()
                continue
            self.answers += 1
            self.slowest = max(self.slowest, time.perf_counter() - start)
            if response.status != 200:
                self.failed += 1
                print("failed:", self.kind, response.status, text[:200], file=sys.stderr)
            else:
                self.check(response, text)

    def check(self, response, text):
        if self.kind == "CSV batch":
            generation = response.getheader("Gewu-Generation")
            codes = [row.rsplit(",", 2)[1] for row in text.splitlines()[1:]]
        else:
            answer = json.loads(text)
            generation = answer["generation"]
            grids = answer["grids"] if "grids" in answer else [answer["grid"]]
            codes = [grid["code"] for grid in grids if grid["code"][0] != "S"]
            codes += [grid["parent"][1:] for grid in grids if "parent" in grid and grid["code"][0] != "S"]
        self.generations.add(int(generation))
        if not codes or any(code[0] != letter(generation) for code in codes):
            self.mixed += 1
            print("mixed:", self.kind, generation, codes[:3], file=sys.stderr)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    store = work / "store.sqlite"
    for name, seed in (("A", 1), ("B", 2)):
        run(sys.executable, root / "Benchmarks/serve/make_city.py", work / f"{name}.geojson", side, side, 20, name, seed)

    def activate(name):
        run(gewu, "grids", "load", work / f"{name}.geojson", "--store", store, "--level", "grid", "--code", "code",
            "--parent", "street", "--activate", "--max-shrink", "100%")

    run(gewu, "init", "--unsealed", "--store", store, "--levels", "street,grid")
    activate("A")
    service = subprocess.Popen([gewu, "serve", "--store", str(store), "--port", "0"], stdout=subprocess.PIPE)
    port = int(service.stdout.readline().decode().strip().strip("/").rsplit(":", 1)[1])
    middle = f"lon={117 + side * 0.005}&lat={36 + side * 0.005}"
    rows = "".join(f"{117.02 + (side * 0.01 - 0.04) * i / 5000},{36 + side * 0.005}\n" for i in range(5000))
    checkers = [
        Checker(port, "CSV batch", "POST", "/v1/locate", "lon,lat\n" + rows, {"Content-Type": "text/csv"}),
        Checker(port, "grids of a box", "GET", "/v1/grids?level=grid&bbox=117.02,36.02,117.05,36.05"),
        Checker(port, "with the boundary", "GET", f"/v1/locate?{middle}&boundary=true"),
    ]
    seconds = str(int(activations * 2.5) + 5)
    load = subprocess.Popen(
        ["wrk", "-t1", "-c32", f"-d{seconds}s", "--timeout", "10s", "-s",
         str(pathlib.Path(__file__).parent / "check.lua"), f"http://127.0.0.1:{port}"],
        stdout=subprocess.PIPE, env=dict(os.environ, GEWU_SIDE=str(side)))
    for checker in checkers:
        checker.start()
    begin = time.perf_counter()
    for number in range(activations):
        activate("AB"[(number + 1) % 2])
    taken = time.perf_counter() - begin
    under_load = load.poll() is None
    time.sleep(1)
    for checker in checkers:
        checker.stops = True
    output = load.communicate()[0].decode()
    for checker in checkers:
        checker.join()
    service.terminate()
    status = service.wait()

answers, failed, mixed, errors, *times = (float(n) for n in output.split("RESULT")[1].split())
print(f"{side * side:,} grids; {activations} generations activated by another process in {taken:.1f} s, "
      f"{'all' if under_load else 'NOT all'} under load; {os.cpu_count()} cores")
print(f"  wrk -t1 -c32: {answers:,.0f} look-ups, {failed + errors:.0f} failed, {mixed:.0f} with another generation's grid; "
      f"p50 {times[0]:.3f} ms, p99 {times[1]:.3f} ms, slowest {times[2]:.0f} ms")
for checker in checkers:
    print(f"  {checker.kind}: {checker.answers:,} answers of {len(checker.generations)} generations, {checker.failed} failed, "
          f"{checker.mixed} mixed, slowest {checker.slowest * 1000:.0f} ms")
print(f"  the service ended with {status}")
bad = failed + errors + mixed + sum(c.failed + c.mixed for c in checkers) + status
sys.exit(0 if bad == 0 and under_load else 1)
