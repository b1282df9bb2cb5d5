"""Makes a small store, serves it, and has schemathesis ask everything that the OpenAPI document allows and
much that it does not; see scripts/check-openapi."""
import json
import os
import subprocess
import sys
import tempfile

gewu, schemathesis, examples, seed = sys.argv[1:]
public = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Sources/Server/Public")
folder = tempfile.mkdtemp(prefix="gewu-openapi-")
store = os.path.join(folder, "s.sqlite")


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def cell(row, column):
    west, south = 120 + column / 100, 30 + row / 100
    ring = [[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]
    return {
        "type": "Feature",
        "properties": {"code": f"g{row}{column}", "name": f"网格 {row}{column}", "street": f"s{row}"},
        "geometry": {"type": "Polygon", "coordinates": [[[round(x, 6), round(y, 6)] for x, y in ring]]},
    }


MANIFEST = """\
name: incident
title: Incidents
fields:
  - {name: number, type: string}
  - {name: lon, type: number}
  - {name: lat, type: number}
  - {name: day, type: date}
  - {name: kind, type: string}
gewu:
  dataset: incident
  title_zh: 事件
  files: ["incidents.csv"]
  load: append
  location: {x: lon, y: lat, crs: wgs84}
  category: kind
  date: day
"""
ROADS = """\
name: road
fields:
  - {name: feature_code, type: string}
  - {name: name, type: string}
  - {name: class, type: string}
  - {name: lanes, type: integer}
primaryKey: [feature_code]
gewu:
  dataset: road
  files: ["roads.geojson"]
  load: full
  subject: place
  subjectMap: {code: feature_code, name: name, kind: class, lanes: lanes}
  sensitivity: 1
  location: {geometry: {type: line, crs: file}}
"""
ADDRESSES = """\
name: doors
primaryKey: [code]
fields:
  - {name: code, type: string}
  - {name: text, type: string}
  - {name: lon, type: number}
  - {name: lat, type: number}
gewu:
  dataset: doors
  files: ["doors.csv"]
  load: full
  subject: none
  location: {x: lon, y: lat, crs: wgs84}
"""
REGISTER = """\
grammar: cn
divisions: {above: [{kind: city, name: 格物市}]}
addresses: [{dataset: doors, code: code, text: text, position: door_plate}]
"""
doors = [f"d{n},格物市桃宁路{n}号,{120.002 + n / 2000},{30.002 + n / 2000}" for n in range(1, 50)]
roads = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"feature_code": f"R{n}", "name": f"路 {n}", "class": "主干路", "lanes": n % 4 + 1},
     "geometry": {"type": "LineString", "coordinates": [[120, 30 + n / 1000], [120.015, 30.005], [120.03, 30 + n / 1000]]}}
    for n in range(30)]}
cells = {"type": "FeatureCollection", "features": [cell(row, column) for row in range(3) for column in range(3)]}
rows = [f"{n},{120.005 + n % 3 / 100},{30.005 + n // 3 % 3 / 100},2026-01-{n % 28 + 1:02},{'noise' if n % 2 else 'litter'}"
        for n in range(60)]


def run(*arguments):
    subprocess.run([gewu, *arguments, "--store", store], check=True, stdout=subprocess.DEVNULL, cwd=folder)


run("init", "--unsealed", "--srid", "4326", "--levels", "street,grid")
run("grids", "load", write("grids.geojson", json.dumps(cells)), "--level", "grid", "--code", "code", "--name", "name",
    "--parent", "street", "--activate")
os.makedirs(os.path.join(folder, "Importers/police"))
write("Importers/police/incident.yaml", MANIFEST)
run("import", write("incidents.csv", "number,lon,lat,day,kind\n" + "\n".join(rows) + "\n"))
write("Importers/police/road.yaml", ROADS)
run("import", write("roads.geojson", json.dumps(roads)))
write("Importers/police/doors.yaml", ADDRESSES)
run("import", write("doors.csv", "code,text,lon,lat\n" + "\n".join(doors) + "\n"))
run("addresses", "load", write("register.yaml", REGISTER))
service = subprocess.Popen([gewu, "serve", "--port", "0", "--public-dir", public, "--store", store], stdout=subprocess.PIPE, text=True)
try:
    port = int(service.stdout.readline().rstrip("/\n").rsplit(":", 1)[1])
    address = f"http://127.0.0.1:{port}"
    done = subprocess.run(
        [schemathesis, "run", f"{address}/openapi.json", "--url", address, "--checks", "all",
         "--phases", "examples,coverage,fuzzing,stateful", "--max-examples", examples, "--seed", seed,
         "--generation-database", "none", "--no-color", "--request-timeout", "30"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "openapi_hooks", "PYTHONPATH": os.path.dirname(os.path.abspath(__file__))})
    print(done.stdout.replace(address, "http://127.0.0.1"))
finally:
    service.terminate()
    service.wait(30)
sys.exit(done.returncode)
