"""Requests a second of `GET /v1/locate` beside a bare SwiftNIO server, and positions a second of
`POST /v1/locate` in its four forms.

usage: serve.py GEWU BARE WORK [SECONDS [POSITIONS]]; run by Benchmarks/serve.sh.
"""
import array
import os
import pathlib
import re
import socket
import subprocess
import sys
import threading
import time

here = pathlib.Path(__file__).parent
gewu, bare, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
seconds = sys.argv[4] if len(sys.argv) > 4 else "8"
work.mkdir(parents=True, exist_ok=True)
city, store = work / "city.geojson", work / "city.sqlite"


def run(*command, **options):
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE, **options).stdout


def wrk(pid, port, script=here / "points.lua", path="/"):
    """Requests a second, median and 99th percentile in ms, the server's processor time a request in µs."""
    before = processor(pid)
    script = ["-s", script] if script else []
    text = run("wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", *script,
               f"http://127.0.0.1:{port}{path}").decode()
    assert "Non-2xx" not in text and "Socket errors" not in text, text
    times = dict(re.findall(r"(50|99)%\s+([\d.]+\w+)", text))
    unit = {"us": 1e-3, "ms": 1, "s": 1e3}
    return (float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),) + tuple(
        float(re.match(r"[\d.]+", times[p])[0]) * unit[re.sub(r"[\d.]", "", times[p])]
        for p in ("50", "99")) + ((processor(pid) - before) / int(re.search(r"(\d+) requests in", text)[1]) * 1e6,)


def memory(pid):
    return int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{pid}/status").read())[1]) / 1024


def processor(pid):
    """The processor seconds of a process, in user code and in the system."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def post(port, kind, path):
    """Sends a file as a body while reading the answer; seconds and the answer's length."""
    sock = socket.create_connection(("127.0.0.1", port))
    size = os.path.getsize(path)
    start = time.perf_counter()
    sock.sendall(f"POST /v1/locate HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                 f"Content-Type: {kind}\r\nContent-Length: {size}\r\n\r\n".encode())

    def send():
        with open(path, "rb") as file:
            sock.sendfile(file)

    sender = threading.Thread(target=send)
    sender.start()
    buffer, got, head = bytearray(1 << 20), 0, b""
    while count := sock.recv_into(buffer):
        if not head:
            head = bytes(buffer[:100])
        got += count
    sender.join()
    assert head.startswith(b"HTTP/1.1 200"), head
    return time.perf_counter() - start, got


if not city.exists():
    run(sys.executable, here / "make_city.py", city)
if not store.exists():
    run(gewu, "init", "--unsealed", "--store", store, "--levels", "street,grid")
    run(gewu, "grids", "load", city, "--store", store, "--level", "grid", "--code", "code", "--name",
        "name", "--parent", "street", "--activate")
service = subprocess.Popen([gewu, "serve", "--store", str(store), "--port", "0"], stdout=subprocess.PIPE)
port = int(service.stdout.readline().decode().strip().strip("/").rsplit(":", 1)[1])
answer = work / "answer.http"
answer.write_bytes(run("curl", "-si", f"http://127.0.0.1:{port}/v1/locate?lon=117.4&lat=36.4"))
constant = subprocess.Popen([bare, str(port + 1), str(answer)], stdout=subprocess.DEVNULL)
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", port + 1)).close()
        break
    except OSError:
        time.sleep(0.05)
try:
    print(f"5,832 grids with 272,000 vertices; {os.cpu_count()} cores, wrk on the same; load "
          f"{os.getloadavg()[0]:.1f}")
    print(f"wrk -t1 -c32 -d{seconds}s --latency -s points.lua; the servers in turn, the best of three")
    runs = {"bare": [], "locate": [], "router": [], "health": []}
    paced = {"bare": [], "locate": []}
    for _ in range(3):
        paced["bare"].append(wrk(constant.pid, port + 1, here / "paced.lua"))
        paced["locate"].append(wrk(service.pid, port, here / "paced.lua"))
        runs["bare"].append(wrk(constant.pid, port + 1))
        runs["locate"].append(wrk(service.pid, port))
        runs["router"].append(wrk(service.pid, port, None, "/v1/locate?lon=117.4&lat=36.4&crs=wgs84"))
        runs["health"].append(wrk(service.pid, port, None, "/healthz"))
    names = {"bare": "bare SwiftNIO, a constant of the same bytes", "locate": "GET /v1/locate",
             "router": "GET /v1/locate through the framework", "health": "GET /healthz (framework)"}
    best = {key: max(value) for key, value in runs.items()}
    for key, (rate, median, last, _) in best.items():
        cost = min(run[3] for run in runs[key])
        print(f"  {names[key]:44} {rate:9.0f} requests/s  p50 {median:6.3f} ms  p99 {last:6.3f} ms  "
              f"{rate / best['bare'][0]:5.2f} of bare  {cost:5.1f} µs of processor a request")
    for key, values in paced.items():
        rate, median, last, _ = sorted(values, key=lambda run: run[2])[1]
        print(f"  {names[key]:44} {rate:9.0f} requests/s  p50 {median:6.3f} ms  p99 {last:6.3f} ms  "
              f"as paced.lua asks; the median of three")
    ratios = [l[0] / b[0] for l, b in zip(runs["locate"], runs["bare"])]
    print(f"  locate / bare, run by run: {', '.join(f'{r:.2f}' for r in ratios)}")

    count = int(sys.argv[5]) if len(sys.argv) > 5 else 4_000_000
    table = work / f"points-{count}.csv"
    forms = {"text/csv": table, "application/json": work / "points.json",
             "application/x-ndjson": work / "points.ndjson", "application/octet-stream": work / "points.bin"}
    if not all(path.exists() for path in forms.values()):
        run(sys.executable, here / "make_points.py", table, count)
        pairs = [row.rsplit(b",", 3)[1:3] for row in open(table, "rb")][1:]
        forms["application/json"].write_bytes(b"[" + b",".join(b"[%s,%s]" % tuple(p) for p in pairs) + b"]")
        forms["application/x-ndjson"].write_bytes(b"".join(b'{"lon":%s,"lat":%s}\n' % tuple(p) for p in pairs))
        forms["application/octet-stream"].write_bytes(array.array("d", [float(o) for p in pairs for o in p]).tobytes())
    print(f"POST /v1/locate, {count:,} positions a body, sent while the answer is read; the best of three; "
          f"memory of the service before {memory(service.pid):.0f} MB at most")
    for kind, path in forms.items():
        taken, length = min(post(port, kind, path) for _ in range(3))
        print(f"  {kind:26} {path.stat().st_size / 1e6:6.0f} MB in {length / 1e6:6.0f} MB out  {taken:6.3f} s  "
              f"{count / taken / 1e6:6.2f} million positions/s  memory {memory(service.pid):5.0f} MB at most",
              flush=True)
finally:
    service.terminate()
    constant.terminate()
    service.wait()
    constant.wait()
