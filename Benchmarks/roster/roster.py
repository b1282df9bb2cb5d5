"""The look-up of the service with posts beside the same without: CPU time of the service a request.

Usage: roster.py GEWU FOLDER   (a district of `gewu demo make`)
"""
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

GEWU, DEMO = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ROUNDS, REQUESTS, DEPTH = 12, 40_000, 50


def run(*arguments):
    subprocess.run([GEWU, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make(store):
    grids = f"{DEMO}/grids"
    run("init", "--unsealed", "--store", store)
    for file, level, parent in [("grids.geojson", "grid", "community"), ("communities.csv", "community", "parent"),
                                ("streets.csv", "street", "parent")]:
        run("grids", "load", f"{grids}/{file}", "--store", store, "--level", level, "--code", "code", "--name", "name",
            "--parent", parent)
    run("grids", "load", f"{grids}/district.csv", "--store", store, "--level", "district", "--code", "code", "--name",
        "name", "--activate")


class Service:
    def __init__(self, store, port):
        self.process = subprocess.Popen([GEWU, "serve", "--store", store, "--port", str(port)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                self.socket = socket.create_connection(("127.0.0.1", port))
                break
            except OSError:
                time.sleep(0.1)
        self.port = port

    def cpu(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def ask(self, positions):
        """Sends requests in bundles and reads all answers; the bytes of the last one."""
        size = 0
        for start in range(0, len(positions), DEPTH):
            bundle = positions[start:start + DEPTH]
            self.socket.sendall(b"".join(
                f"GET /v1/locate?lon={lon:.6f}&lat={lat:.6f} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode()
                for lon, lat in bundle))
            data, answers = b"", 0
            while answers < len(bundle):
                data += self.socket.recv(1 << 20)
                while True:
                    head = data.find(b"\r\n\r\n")
                    if head < 0:
                        break
                    place = data.lower().find(b"content-length: ")
                    length = int(data[place + 16:data.find(b"\r\n", place)])
                    if len(data) < head + 4 + length:
                        break
                    size = length
                    data = data[head + 4 + length:]
                    answers += 1
        return size


def inside(count):
    """Positions in boxes of grids: most of them are in a grid."""
    with open(f"{DEMO}/grids/grids.geojson") as file:
        features = json.load(file)["features"]
    draw = random.Random(1)
    positions = []
    while len(positions) < count:
        ring = draw.choice(features)["geometry"]["coordinates"][0][0]
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        positions.append(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return positions


folder = tempfile.mkdtemp()
try:
    plain, staffed = f"{folder}/plain.sqlite", f"{folder}/staffed.sqlite"
    make(plain)
    make(staffed)
    files = [name for name in os.listdir(f"{DEMO}/files") if name.startswith(("plc_grid_staff", "网格员队伍"))]
    subprocess.run([GEWU, "import", f"{DEMO}/files/{files[0]}", "--store", staffed, "--quiet"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    services = {"without posts": Service(plain, 18431), "with posts": Service(staffed, 18432)}
    positions = inside(REQUESTS)
    costs, sizes = {name: [] for name in services}, {}
    for turn in range(ROUNDS + 1):
        for name, service in services.items():
            before = service.cpu()
            sizes[name] = service.ask(positions)
            if turn > 0:
                costs[name].append((service.cpu() - before) / REQUESTS * 1e6)
    for name in services:
        print(f"{name:14}  {statistics.median(costs[name]):6.2f} µs of CPU a request"
              f"  (of {ROUNDS} rounds {min(costs[name]):.2f} to {max(costs[name]):.2f}), {sizes[name]} bytes")
    first, second = (statistics.median(costs[name]) for name in services)
    ratios = [b / a for a, b in zip(*costs.values())]
    print(f"with ÷ without  {second / first:6.3f} (median of rounds {statistics.median(ratios):.3f})")
finally:
    for service in services.values() if "services" in globals() else []:
        service.process.terminate()
    shutil.rmtree(folder, ignore_errors=True)
