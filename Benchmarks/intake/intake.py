"""Durable reports a second over HTTP beside pgbench on PostgreSQL writing the same row on the same disk.

usage: intake.py GEWU WORK [SECONDS [ROUNDS]]; run by Benchmarks/intake.sh.

SYNC_DELAY_US has every sync of both programs take so many microseconds longer, as on a slower disk.
"""
import contextlib
import os
import pathlib
import pwd
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request

here = pathlib.Path(__file__).parent.resolve()
gewu, work = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
postgres = pathlib.Path("/usr/lib/postgresql/15/bin")
# What finds a row by its receipt and by its key, and lists those of a moment or a grid, has an index here as in the
# store; there a receipt is found without one (decision 0029).
clients = (1, 8, 64)
table = """
    CREATE TABLE report (id bigserial PRIMARY KEY, receipt text UNIQUE, idempotency_key text UNIQUE,
      request_hash text, channel text NOT NULL, category text, description text, external_id text,
      reported_at text, received_at text NOT NULL, x float8, y float8, crs text, given_longitude text,
      given_latitude text, given_crs text, attach_method text, grid_status text NOT NULL, grid_id bigint,
      generation bigint, geometry bytea);
    CREATE INDEX ON report (received_at);
    CREATE INDEX ON report (grid_id)"""


delay = int(os.environ.get("SYNC_DELAY_US") or 0)


def slow_disk():
    """What both programs are started with, where a slower disk is asked for."""
    if not delay:
        return {}
    library = work / "slow_sync.so"
    run("cc", "-O2", "-shared", "-fPIC", "-o", library, here / "slow_sync.c", "-ldl")
    library.chmod(0o755)
    return {"LD_PRELOAD": str(library), "SYNC_DELAY_US": str(delay)}


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, **options)
    if done.returncode:
        raise SystemExit(f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextlib.contextmanager
def service(slow):
    """`gewu serve` on a new store with a lattice of grids; gives its port."""
    store, grids = work / "intake.sqlite", work / "lattice.geojson"
    run(sys.executable, here.parent / "import/make_lattice.py", grids)
    run(gewu, "init", "--unsealed", "--srid", 4326, "--levels", "grid", "--store", store)
    run(gewu, "grids", "load", grids, "--level", "grid", "--code", "code", "--activate", "--store", store)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([gewu, "serve", "--port", str(port), "--store", store], stdout=subprocess.DEVNULL,
                               env=os.environ | slow)
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz").read()
                break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def cluster(slow):
    """A PostgreSQL server of our own beside the store, as it comes: every commit is synced."""
    folder = work / "postgres"
    folder.mkdir()
    user = []
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        user = ["runuser", "-u", "postgres", "--"]
    with_slow = ["env", *(f"{name}={value}" for name, value in slow.items())] if slow else []

    def ask(*command):
        return run(*user, *command, cwd=folder)

    ask(postgres / "initdb", "-D", folder / "data", "-U", "bench", "--auth=trust", "-E", "UTF8", "--locale=C")
    ask(*with_slow, postgres / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log",
        "-o", f"-k {folder} -c listen_addresses= -c shared_buffers=512MB", "start")
    try:
        psql = lambda sql: ask("psql", "-h", folder, "-U", "bench", "-d", "postgres", "-Atc", sql)
        settings = psql("SELECT current_setting('fsync') || current_setting('synchronous_commit')")
        assert settings.strip() == "onon", settings
        psql(table)
        script = folder / "report.sql"
        script.write_text((here / "report.sql").read_text())
        bench = lambda count: ask(
            "pgbench", "-h", folder, "-U", "bench", "-n", "-M", "prepared", "-c", count, "-j", min(count, 2),
            "-T", seconds, "-f", script, "postgres")
        yield bench, psql
    finally:
        ask(postgres / "pg_ctl", "-D", folder / "data", "-m", "fast", "stop")


def metric(port, name):
    text = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
    found = re.search(rf"^{name} ([\d.]+)$", text, re.M)
    return float(found[1]) if found else 0


def ours(port, count, name):
    """Reports a second and syncs a second."""
    # What the run before left on its way is written first.
    time.sleep(0.5)
    before = [metric(port, f"gewu_report_batch_size_{part}") for part in ("sum", "count")]
    start = time.perf_counter()
    text = run("wrk", f"-t{min(count, 2)}", f"-c{count}", f"-d{seconds}s", "-s", here / "reports.lua",
               f"http://127.0.0.1:{port}", "--", name)
    taken = time.perf_counter() - start
    assert "Non-2xx" not in text and "Socket errors" not in text, text
    answered = int(re.search(r"(\d+) requests in", text)[1])
    written, commits = (metric(port, f"gewu_report_batch_size_{part}") - old
                        for part, old in zip(("sum", "count"), before))
    # What was still on its way when wrk ended is written, and was not counted by it: one a connection, and sometimes
    # one more. That each is there once is asked of the store at the end.
    assert answered <= written <= answered + 2 * count, (answered, written)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), commits / taken


def theirs(bench, psql, count):
    """Rows a second and syncs a second."""
    syncs = lambda: int(psql("SELECT pg_stat_force_next_flush(); SELECT wal_sync FROM pg_stat_wal").split()[-1])
    before, start = syncs(), time.perf_counter()
    text = bench(count)
    taken = time.perf_counter() - start
    assert "number of failed transactions: 0" in text, text
    return float(re.search(r"tps = ([\d.]+)", text)[1]), (syncs() - before) / taken


def fsyncs():
    """Syncs a second of one block of 8 KiB, by PostgreSQL's own program."""
    text = run(postgres / "pg_test_fsync", "-s", 2, "-f", work / "fsync")
    return float(re.search(r"fdatasync\s+([\d.]+) ops/sec", text)[1])


def main():
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    work.chmod(0o755)
    disk = run("df", "--output=source,fstype", work).split()[-2:]
    assert disk[1] not in ("tmpfs", "ramfs"), "a folder in memory has no syncs to measure"
    version = run(postgres / "postgres", "--version").split()[2]
    print(f"{os.cpu_count()} cores, wrk and pgbench on the same; load {os.getloadavg()[0]:.1f}; {disk[0]} {disk[1]}")
    print(f"gewu serve under wrk with reports.lua beside PostgreSQL {version} under pgbench -M prepared with "
          f"report.sql, {seconds} s each, in turn, {rounds} rounds; both sync every commit")
    if delay:
        print(f"every sync of both programs takes {delay} microseconds longer (slow_sync.c)")
    slow = slow_disk()
    with service(slow) as port, cluster(slow) as (bench, psql):
        ours(port, 8, "warm")
        theirs(bench, psql, 8)
        disk_before = fsyncs()
        ratios = {}
        for count in clients:
            mine, peer = [], []
            for turn in range(rounds):
                mine.append(ours(port, count, f"r{turn}c{count}"))
                peer.append(theirs(bench, psql, count))
            ratios[count] = statistics.median(m[0] / p[0] for m, p in zip(mine, peer))
            for name, found in (("gewu", mine), ("PostgreSQL", peer)):
                rate, syncs = max(found)
                print(f"  {count:3} clients  {name:10}  {rate:8.0f} durable reports/s  "
                      f"(median {statistics.median(f[0] for f in found):6.0f})  {syncs:6.0f} commits synced/s"
                      f"  {rate / syncs:5.1f} reports a sync" if syncs else "")
            print(f"  {count:3} clients  gewu/PostgreSQL {max(mine)[0] / max(peer)[0]:.2f} of the best; run by run: "
                  + ", ".join(f"{m[0] / p[0]:.2f}" for m, p in zip(mine, peer))
                  + f"; median {ratios[count]:.2f}")
        print(f"pg_test_fsync, one block of 8 KiB, fdatasync: {disk_before:.0f}/s before, {fsyncs():.0f}/s after")
    db = sqlite3.connect(work / "intake.sqlite")
    count, keys, receipts = db.execute(
        "SELECT count(*), count(DISTINCT idempotency_key), count(DISTINCT receipt) FROM report").fetchone()
    assert count == keys == receipts, (count, keys, receipts)
    print(f"{count:,} reports are in the store, each once")
    db.close()
    shutil.rmtree(work)


main()
