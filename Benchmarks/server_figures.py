#!/usr/bin/env python3
"""Figures of a running server: CPU per request beside PostgreSQL's, requests per second, resident memory.

    Benchmarks/server_figures.py nested            the nested query for 50 employees, as the demo owner
    Benchmarks/server_figures.py typename          { __typename }, beside the bare Hummingbird route of BareServer

Needs `make run` in another terminal (and `swift build -c release` in Benchmarks for typename), wrk, and Linux's /proc.
CPU time is user and system time of all threads of the server, and of PostgreSQL's backends that serve it.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

SERVER = "http://127.0.0.1:8080/graphql"
BARE_PORT = 9922
TICKS = os.sysconf("SC_CLK_TCK")
NESTED = """query ($n: Int!) { organization { id name employees(first: $n) { totalCount pageInfo { hasNextPage endCursor }
  nodes { id number fullName email jobTitle department { id name } manager { id fullName }
    attendanceRecords(first: 5) { nodes { workDate status firstInAt lastOutAt workedMinutes lateMinutes } } } } } }"""
SIGN_IN = """mutation { authLogin(input: { identifier: "owner@demo.example", password: "rollcall-demo-sign-in" }) {
  tokens { accessToken } userErrors { message } } }"""


def ask(query, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(SERVER, json.dumps({"query": query}).encode(), headers)
    return json.load(urllib.request.urlopen(request))


def processes(pattern):
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                command = file.read().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if re.search(pattern, command):
            yield int(name)


def cpu_seconds(process):
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_megabytes(process):
    with open(f"/proc/{process}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024


def load(url, query, variables, token, seconds, connections):
    """Runs wrk; answers the number of requests, all of which must have had status 200."""
    body = json.dumps({"query": query, "variables": variables})
    script = f'wrk.method="POST"\nwrk.body={json.dumps(body)}\nwrk.headers["Content-Type"]="application/json"\n'
    if token:
        script += f'wrk.headers["Authorization"]="Bearer {token}"\n'
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", file.name, url]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(output)
    return int(re.search(r"(\d+) requests in", output)[1])


def nested(seconds=8):
    token = ask(SIGN_IN)["data"]["authLogin"]["tokens"]["accessToken"]
    server = next(processes(r"^\S*release/rollcall serve"))
    load(SERVER, NESTED, {"n": 50}, token, 2, 8)
    backends = list(processes(r"^postgres: .*rollcall_server"))
    before = cpu_seconds(server), sum(map(cpu_seconds, backends))
    count = load(SERVER, NESTED, {"n": 50}, token, seconds, 8)
    own = (cpu_seconds(server) - before[0]) / count * 1000
    database = (sum(map(cpu_seconds, backends)) - before[1]) / count * 1000
    print(f"nested query, 50 employees: {count / seconds:.0f}/s, server {own:.2f} ms CPU, PostgreSQL {database:.2f} ms,"
          f" ratio {own / database:.2f}, resident {resident_megabytes(server):.0f} MB")


def typename(rounds=4, seconds=4):
    bare = subprocess.Popen([os.path.join(os.path.dirname(__file__), ".build/release/BareServer"), str(BARE_PORT)])
    try:
        time.sleep(1)
        counts = {"bare": 0, "rollcall": 0}
        for _ in range(rounds):
            for name, url in ("bare", f"http://127.0.0.1:{BARE_PORT}/graphql"), ("rollcall", SERVER):
                counts[name] += load(url, "{ __typename }", {}, None, seconds, 16)
    finally:
        bare.terminate()
    total = rounds * seconds
    print(f"{{ __typename }}: {counts['rollcall'] / total:.0f}/s, bare route {counts['bare'] / total:.0f}/s,"
          f" {100 * counts['rollcall'] / counts['bare']:.0f} %")


if __name__ == "__main__":
    measures = {"nested": nested, "typename": typename}
    for name in sys.argv[1:] or list(measures):
        measures[name]()
