"""Hostile callers of the service, and how long an honest one waits; see scripts/hostile-connections."""
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

gewu, seconds = sys.argv[1], float(sys.argv[2])
folder = tempfile.mkdtemp(prefix="gewu-hostile-")
store = os.path.join(folder, "s.sqlite")
cells = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"code": "a"}, "geometry": {"type": "Polygon", "coordinates": [
            [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}
    ],
}
with open(os.path.join(folder, "a.geojson"), "w") as file:
    json.dump(cells, file)
run = lambda *arguments: subprocess.run([gewu, *arguments, "--store", store], check=True, stdout=subprocess.DEVNULL)
run("init", "--unsealed", "--srid", "4326", "--levels", "grid")
run("grids", "load", os.path.join(folder, "a.geojson"), "--level", "grid", "--code", "code", "--activate", "--any-code")
service = subprocess.Popen([gewu, "serve", "--port", "0", "--store", store], stdout=subprocess.PIPE, text=True)
port = int(service.stdout.readline().rstrip("/\n").rsplit(":", 1)[1])
HEAD = (
    "POST /v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n"
)
stopping = False


def blanks():
    piece = b"4000\r\n" + b" " * 0x4000 + b"\r\n"
    while not stopping:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(HEAD.encode())
                while not stopping:
                    connection.sendall(piece)
        except OSError:
            time.sleep(0.01)


def health():
    start = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
            if b'"status":"ok"' in answer:
                break
    assert answer.startswith(b"HTTP/1.1 200"), answer[:100]
    return (time.perf_counter() - start) * 1000


def measure(name):
    waits = []
    end = time.time() + seconds
    while time.time() < end:
        waits.append(health())
        time.sleep(0.05)
    waits.sort()
    print(f"{name}: {len(waits)} times, median {waits[len(waits) // 2]:.1f} ms, longest {waits[-1]:.1f} ms")
    return waits[-1]


try:
    time.sleep(1)
    worst = measure("alone")
    threads = [threading.Thread(target=blanks, daemon=True) for _ in range(6)]
    for thread in threads:
        thread.start()
    worst = measure("beside six that send blanks")
    stopping = True
    for thread in threads:
        thread.join(10)
    halves = []
    for _ in range(2000):
        try:
            half = socket.create_connection(("127.0.0.1", port), timeout=5)
            half.sendall(b"GET /healthz HTTP/1.1\r\nHost:")
            halves.append(half)
        except OSError:
            break
    worst = max(worst, measure(f"beside {len(halves)} half requests"))
    start = time.time()
    service.terminate()
    service.wait(30)
    print(f"ended {time.time() - start:.1f} s after SIGTERM")
finally:
    service.kill()
sys.exit(0 if worst < 100 else 1)
