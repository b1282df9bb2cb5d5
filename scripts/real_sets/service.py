"""The HTTP service: each route of the contract, a stop by SIGTERM."""

import json
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import leeds
from suite import ROOT


class Service:
    """gewu serve on a free port."""

    def __init__(self, suite, store):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [suite.binary, "serve", "--port", str(self.port), "--store", store,
             "--public-dir", f"{ROOT}/Sources/Server/Public"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(300):
            try:
                if self.ask("/readyz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the service does not answer")

    def ask(self, path, method="GET", body=None, **headers):
        """Status, content type and body."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", method=method,
            data=None if body is None else body.encode(),
            headers={name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers.get_content_type(), answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers.get_content_type(), error.read().decode()


def run(suite):
    store, _ = leeds.make(suite, "service")
    suite.imported(store, suite.data("leeds/2017-07-west-yorkshire-street.csv"))
    result = suite.gewu("serve", "--host", "0.0.0.0", "--port", "0", store=store)
    suite.check("serve refuses an address that is not loopback", result.code == 1, result.err.strip())
    service = Service(suite, store)
    try:
        look_ups(suite, service)
        grids(suite, service)
        others(suite, service)
        problems(suite, service)
        reports(suite, service)
        described(suite, service)
    finally:
        service.process.send_signal(signal.SIGTERM)
        code = service.process.wait(timeout=30)
    suite.equal("SIGTERM stops the service, exit code", code, 0)
    kept = suite.rows(store, "SELECT count(*) FROM report")[0][0]
    suite.equal("the report is in the store", kept, 1)


def look_ups(suite, service):
    status, kind, body = service.ask("/v1/locate?lon=-1.55&lat=53.8")
    answer = json.loads(body)
    suite.check("GET /v1/locate inside", status == 200 and answer["status"] == "inside"
                and [p["level"] for p in answer["path"]] == ["city", "msoa", "lsoa", "oa"]
                and answer["generation"] == 1 and "posts" in answer, answer["grid"])
    status, _, body = service.ask("/v1/locate?lon=0&lat=53.8")
    answer = json.loads(body)
    suite.check("GET /v1/locate outside names the nearest", status == 200
                and answer["status"] == "outside" and answer["grid"] is None
                and answer["nearest"]["distance"] > 80_000, answer["nearest"])
    for kind, body, expected in (
        ("application/json", "[[-1.55,53.8],[0,0]]", 2),
        ("text/csv", "id,lon,lat\n1,-1.55,53.8\n2,0,0\n", 3),
        ("application/x-ndjson", "[-1.55,53.8]\n[0,0]\n", 2),
    ):
        status, answered, text = service.ask("/v1/locate", "POST", body, Content_Type=kind)
        count = len(json.loads(text)) if kind == "application/json" else len(text.splitlines())
        suite.check(f"POST /v1/locate as {kind}", (status, answered, count) == (200, kind, expected)
                    and text.index("E00169782") < text.index("outside"), f"{status}, {count} parts")


def grids(suite, service):
    status, kind, body = service.ask("/v1/grids?level=msoa")
    suite.equal("GET /v1/grids?level=", (status, kind, len(json.loads(body)["grids"])),
                (200, "application/json", 107))
    status, kind, body = service.ask("/v1/grids?level=oa&bbox=-1.56,53.79,-1.55,53.80",
                                     Accept="application/geo+json")
    count = len(json.loads(body)["features"])
    suite.check("GET /v1/grids?bbox= as GeoJSON",
                (status, kind) == (200, "application/geo+json") and 0 < count < 100,
                f"{count} features")
    status, _, body = service.ask("/v1/grids/E00056750")
    suite.equal("GET /v1/grids/{code}", (status, json.loads(body)["grid"]["code"]), (200, "E00056750"))
    status, kind, body = service.ask("/v1/grids/E00056750/boundary", Accept="application/geo+json")
    suite.equal("GET /v1/grids/{code}/boundary", (status, kind, json.loads(body)["type"]),
                (200, "application/geo+json", "Feature"))


def others(suite, service):
    status, kind, body = service.ask("/v1/hotspots?of=street_crime&level=msoa&category=Burglary")
    suite.equal("GET /v1/hotspots", (status, kind, len(json.loads(body)["cells"])),
                (200, "application/json", 107))
    for path, kind, part in (("/healthz", "application/json", "ok"),
                             ("/readyz", "application/json", "ready"),
                             ("/metrics", "text/plain", "# TYPE"), ("/", "text/html", "格物")):
        status, answered, body = service.ask(path)
        suite.check(f"GET {path}", (status, answered) == (200, kind) and part in body,
                    f"{status} {answered}")


def problems(suite, service):
    """Faults are RFC 9457 problem details, all in one shape."""
    for path, method, expected in (
        ("/nope", "GET", 404), ("/v1/locate?lon=x&lat=1", "GET", 400),
        ("/v1/locate?lon=-1.55", "GET", 400), ("/v1/locate?lon=1&lat=2&crs=nonsense", "GET", 400),
        ("/v1/locate?lon=1&lat=2&crs=EPSG:999999", "GET", 400), ("/v1/locate", "DELETE", 405),
        ("/v1/grids/nope", "GET", 404), ("/v1/hotspots?of=nope", "GET", 404),
        ("/v1/hotspots", "GET", 400), ("/v1/reports/999", "GET", 404),
    ):
        status, kind, body = service.ask(path, method)
        answer = json.loads(body) if "json" in kind else {}
        suite.check(f"{method} {path} is a problem", (status, kind) == (expected, "application/problem+json")
                    and {"type", "title", "status", "detail"} <= set(answer),
                    f"{status} {answer.get('detail', '')[:120]}")


def reports(suite, service):
    report = {"channel": "app", "category": "litter", "description": "x",
              "longitude": -1.55, "latitude": 53.8}
    headers = {"Content_Type": "application/json", "Idempotency_Key": "real-sets-1"}
    first = service.ask("/v1/reports", "POST", json.dumps(report), **headers)
    again = service.ask("/v1/reports", "POST", json.dumps(report), **headers)
    other = service.ask("/v1/reports", "POST", json.dumps({**report, "category": "noise"}), **headers)
    suite.equal("POST /v1/reports: new, the same key again, the same key with other content",
                (first[0], again[0], other[0]), (201, 200, 409))
    listed = json.loads(service.ask("/v1/reports")[2])["reports"]
    suite.check("GET /v1/reports lists it once, attached", len(listed) == 1
                and "E00169782" in json.dumps(listed), f"{len(listed)} report")
    status, _, body = service.ask(f"/v1/reports/{listed[0]['receipt']}")
    suite.check("GET /v1/reports/{receipt}", status == 200 and "litter" in body, f"{status}")


def described(suite, service):
    document = json.loads(service.ask("/openapi.json")[2])
    wanted = {"/v1/locate", "/v1/grids", "/v1/grids/{code}", "/v1/grids/{code}/boundary",
              "/v1/hotspots", "/v1/reports", "/v1/reports/{receipt}",
              "/v1/reports/{receipt}/attachments/{number}", "/healthz", "/readyz", "/metrics",
              "/openapi.json", "/"}
    suite.check("/openapi.json describes the routes of the contract",
                wanted <= set(document["paths"]), f"{len(document['paths'])} paths")
