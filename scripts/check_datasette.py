"""Starts `datasette` on a store and asks it for every registered view; prints what it found."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

SPATIALITE = ("/usr/lib/x86_64-linux-gnu/mod_spatialite.so",
              "/usr/lib/aarch64-linux-gnu/mod_spatialite.so")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return json.load(answer)


def wait(server, port):
    for _ in range(300):
        if server.poll() is not None:
            sys.exit(f"datasette ended with {server.returncode}: {server.stderr.read()}")
        try:
            return get(port, "/-/versions.json")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    sys.exit("datasette did not answer within a minute")


def main():
    store = sys.argv[1]
    name = os.path.splitext(os.path.basename(store))[0]
    port = free_port()
    command = [os.path.join(os.path.dirname(sys.executable), "datasette"), "serve", store,
               "--host", "127.0.0.1", "--port", str(port),
               "--setting", "sql_time_limit_ms", "20000"]
    extension = next((path for path in SPATIALITE if os.path.exists(path)), None)
    if extension is None:
        sys.exit(f"no SpatiaLite for Python here: none of {', '.join(SPATIALITE)}")
    command += ["--load-extension", extension]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        versions = wait(server, port)
        print(f"datasette {versions['datasette']['version']}, SQLite "
              f"{versions['sqlite']['version']}, SpatiaLite "
              f"{versions['sqlite']['extensions'].get('spatialite', {}).get('spatialite_version')}")
        failures = ask(port, name)
    finally:
        server.terminate()
        server.wait(20)
    sys.exit(1 if failures else 0)


def query(port, name, sql):
    path = f"/{name}.json?" + urllib.parse.urlencode({"sql": sql, "_shape": "array"})
    return get(port, path)


def ask(port, name):
    views = [row["name"] for row in query(port, name, "SELECT name FROM dataset ORDER BY name LIMIT 1000")]
    rows = failures = 0
    for view in ["current_grid"] + views:
        try:
            answer = get(port, f"/{name}/{urllib.parse.quote(view)}.json?_shape=array&_size=3&_nocount=1")
            rows += len(answer)
            if not isinstance(answer, list):
                raise ValueError(f"no rows but {str(answer)[:80]}")
        except (urllib.error.URLError, ValueError) as error:
            failures += 1
            print(f"FAILED {view}: {error}")
    print(f"{len(views) + 1 - failures} of {len(views) + 1} views answered, {rows} rows shown")
    return failures


main()
