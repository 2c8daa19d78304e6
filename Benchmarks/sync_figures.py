#!/usr/bin/env python3
"""Figures of devices that sync: CPU of the server beside PostgreSQL's, and events per second beside libpq's.

    Benchmarks/sync_figures.py DATABASE_OWNER_URL [--batches 40] [--devices 2]

Needs `make run` with a release build and the demo data in another terminal, and Linux's /proc. Every device has 250
employees of its own and sends batches of 500 events of them, in and out. The second figure replays the statements of such
batches, taken from PostgreSQL's log with their parameters, over as many connections through libpq. All rows that it makes
are of employees whose numbers begin with SYNC-; it removes their attendance before each run.
"""
import argparse
import ctypes
import ctypes.util
import http.client
import json
import os
import re
import subprocess
import threading
import time
import uuid
from datetime import datetime, timedelta, timezone

from server_figures import SIGN_IN, ask, cpu_seconds, processes

EMPLOYEES_PER_DEVICE = 250
BULK = 200
SYNC = """mutation ($input: AttendanceEventsSyncInput!) { attendanceEventsSync(input: $input) {
  acceptedCount rejectedCount results { deviceEventId outcome } } }"""


def mutate(token, name, fields, value):
    kind = name[0].upper() + name[1:] + "Input"
    query = f"mutation ($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code path }} }} }}"
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    connection = http.client.HTTPConnection("127.0.0.1", 8080)
    connection.request("POST", "/graphql", json.dumps({"query": query, "variables": {"input": value}}), headers)
    answer = json.load(connection.getresponse())
    assert "errors" not in answer and not answer["data"][name]["userErrors"], answer
    return answer["data"][name]


def prepare(token, count):
    """Makes devices with their employees; answers the devices' keys with the user ids on each."""
    devices = []
    for device in range(count):
        made = mutate(token, "deviceCreate", "device { id } key", {"name": f"SYNC-{device}", "kind": "SYNC_AGENT"})
        users = []
        numbers = [f"SYNC-{device}-{number}" for number in range(EMPLOYEES_PER_DEVICE)]
        for start in range(0, len(numbers), BULK):
            items = [{"number": n, "fullName": n, "hiredOn": "2020-01-01"} for n in numbers[start:start + BULK]]
            results = mutate(token, "employeesBulkUpsert", "results { employee { id number } }", {"items": items})
            employees = [result["employee"] for result in results["results"]]
            mapping = [{"deviceId": made["device"]["id"], "externalUserId": e["number"], "employeeId": e["id"]}
                       for e in employees]
            mutate(token, "deviceIdentitiesSet", "failureCount", {"items": mapping})
            users += [e["number"] for e in employees]
        devices.append((made["key"], users))
    return devices


def batches(users, count):
    """Bodies of requests: of each employee a clock-in and a clock-out, on days of the last week and a half."""
    today = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    for number in range(count):
        start = today - timedelta(days=1 + number % 10) + timedelta(hours=3 * (number // 10))
        items = []
        for place, user in enumerate(users):
            for kind, minutes in ("CLOCK_IN", 0), ("CLOCK_OUT", 120):
                instant = start + timedelta(minutes=minutes, seconds=place % 60)
                items.append({"deviceEventId": str(uuid.uuid4()), "externalUserId": user, "kind": kind,
                              "occurredAt": instant.strftime("%Y-%m-%dT%H:%M:%SZ")})
        yield json.dumps({"query": SYNC, "variables": {"input": {"items": items}}})


def send(key, bodies, failures):
    connection = http.client.HTTPConnection("127.0.0.1", 8080)
    headers = {"Content-Type": "application/json", "Authorization": f"Device {key}"}
    for body in bodies:
        connection.request("POST", "/graphql", body, headers)
        answer = json.load(connection.getresponse())
        if "errors" in answer or answer["data"]["attendanceEventsSync"]["acceptedCount"] != 2 * EMPLOYEES_PER_DEVICE:
            failures.append(json.dumps(answer)[:500])
            return


def in_parallel(tasks):
    """Runs functions in threads of their own; answers the seconds that all took."""
    threads = [threading.Thread(target=task) for task in tasks]
    begin = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.monotonic() - begin


def send_all(devices, count):
    work = [(key, list(batches(users, count))) for key, users in devices]
    failures = []
    seconds = in_parallel([lambda key=key, bodies=bodies: send(key, bodies, failures) for key, bodies in work])
    assert not failures, failures[0]
    return seconds


def owner(url, sql):
    command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def clean(url):
    """Removes the attendance of the employees of these figures."""
    own = "(SELECT id FROM employees WHERE employee_number LIKE 'SYNC-%')"
    for table in ("attendance_breaks", "attendance_sessions", "attendance_records", "attendance_events"):
        owner(url, f"DELETE FROM {table} WHERE employee_id IN {own}")
    owner(url, "VACUUM ANALYZE attendance_events")


class LogReader:
    """The statements that PostgreSQL logs, with their parameters."""

    ENTRY = re.compile(r"^\S+ \S+ \S+ \[(\d+)\] (?:\S+ )?(LOG|DETAIL|ERROR|STATEMENT):  ", re.M)

    def __init__(self, url):
        self.url = url

    def record(self, body):
        """Runs the body; answers the logged statements of each device: (text, parameters)."""
        path = owner(self.url, "SELECT coalesce(pg_current_logfile(), '')")
        log = path if path.startswith("/") else self.log_of_private_database()
        with open(log, errors="replace") as file:
            file.seek(0, 2)
            self.set("log_statement = 'all'", "log_line_prefix = '%m [%p] '")
            try:
                body()
                time.sleep(1)
                text = file.read()
            finally:
                self.reset("log_statement", "log_line_prefix")
        return self.parse(text)

    def log_of_private_database(self):
        postmaster = int(owner(self.url, "SELECT pg_read_file('postmaster.pid')").splitlines()[0])
        return os.readlink(f"/proc/{postmaster}/fd/2")

    def set(self, *settings):
        for setting in settings:
            owner(self.url, f"ALTER SYSTEM SET {setting}")
        owner(self.url, "SELECT pg_reload_conf()")
        time.sleep(0.5)

    def reset(self, *names):
        for name in names:
            owner(self.url, f"ALTER SYSTEM RESET {name}")
        owner(self.url, "SELECT pg_reload_conf()")

    def parse(self, text):
        """Transactions of the same device come one after another, on whichever connections they ran."""
        devices, running = {}, {}
        parts = self.ENTRY.split(text)
        for process, kind, content in zip(parts[1::3], parts[2::3], parts[3::3]):
            statements = running.setdefault(process, [])
            execute = re.match(r"execute \S+: (.*)", content, re.S)
            if kind == "LOG" and execute:
                statements.append((execute[1].strip(), []))
                if execute[1].strip() == "COMMIT":
                    self.add(devices, running.pop(process))
            elif kind == "DETAIL" and content.startswith("parameters: ") and statements:
                statements[-1] = statements[-1][0], self.parameters(content[len("parameters: "):])
        return devices

    @staticmethod
    def add(devices, statements):
        keys = [parameters[1] for sql, parameters in statements if "app.require_device" in sql]
        if keys:
            devices.setdefault(keys[0], []).extend(statements)

    @staticmethod
    def parameters(text):
        values = re.findall(r"\$\d+ = (?:'((?:[^']|'')*)'|NULL)", text)
        nulls = [match == "NULL" for match in re.findall(r"\$\d+ = (NULL|')", text)]
        # A quoted text may look like a parameter itself, but never begins one.
        return [None if null else value.replace("''", "'") for value, null in zip(values, nulls)]


class Connection:
    """As much of libpq as a replay needs."""

    library = ctypes.CDLL(ctypes.util.find_library("pq") or "libpq.so.5")
    for name in "PQconnectdb", "PQprepare", "PQexecPrepared", "PQexec":
        getattr(library, name).restype = ctypes.c_void_p
    library.PQresultErrorMessage.restype = ctypes.c_char_p
    library.PQresultErrorMessage.argtypes = library.PQclear.argtypes = [ctypes.c_void_p]
    library.PQresultStatus.argtypes = [ctypes.c_void_p]

    def __init__(self, url):
        self.connection = ctypes.c_void_p(self.library.PQconnectdb(url.encode()))
        self.names = {}

    def close(self, result):
        # PGRES_COMMAND_OK and PGRES_TUPLES_OK
        if self.library.PQresultStatus(result) not in (1, 2):
            raise RuntimeError(self.library.PQresultErrorMessage(result).decode())
        self.library.PQclear(result)

    def run(self, sql, parameters):
        if sql not in self.names:
            self.names[sql] = f"s{len(self.names)}".encode()
            self.close(self.library.PQprepare(self.connection, self.names[sql], sql.encode(), 0, None))
        values = (ctypes.c_char_p * len(parameters))(*parameters)
        self.close(self.library.PQexecPrepared(
            self.connection, self.names[sql], len(parameters), values, None, None, 0))


def replay(url, recordings):
    """Sends the statements of each recording over a connection of its own; answers the seconds that it took."""
    connections = [Connection(url) for _ in recordings]
    encoded = [[(sql, [None if p is None else p.encode() for p in parameters]) for sql, parameters in recording]
               for recording in recordings]

    def task(connection, recording):
        for sql, parameters in recording:
            connection.run(sql, parameters)

    return in_parallel([lambda pair=pair: task(*pair) for pair in zip(connections, encoded)])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("owner_url")
    parser.add_argument("--batches", type=int, default=40)
    parser.add_argument("--devices", type=int, default=2)
    options = parser.parse_args()
    token = ask(SIGN_IN)["data"]["authLogin"]["tokens"]["accessToken"]
    devices = prepare(token, options.devices)
    clean(options.owner_url)
    events = 2 * EMPLOYEES_PER_DEVICE * options.batches * options.devices

    send_all(devices, 2)
    clean(options.owner_url)
    server = next(processes(r"^\S*release/rollcall serve"))
    backends = list(processes(r"^postgres: .*rollcall_server"))
    before = cpu_seconds(server), sum(map(cpu_seconds, backends))
    seconds = send_all(devices, options.batches)
    own, database = cpu_seconds(server) - before[0], sum(map(cpu_seconds, backends)) - before[1]
    print(f"{events} events in {options.batches * options.devices} batches over HTTP: {events / seconds:.0f}/s,"
          f" server {own / events * 1e6:.0f} µs CPU per event, PostgreSQL {database / events * 1e6:.0f} µs,"
          f" ratio {own / database:.2f}")

    clean(options.owner_url)
    recorded = LogReader(options.owner_url).record(lambda: send_all(devices, options.batches))
    clean(options.owner_url)
    libpq = replay(options.owner_url, list(recorded.values()))
    print(f"the same statements by libpq: {events / libpq:.0f}/s;"
          f" over HTTP {100 * libpq / seconds:.0f} % of that")


if __name__ == "__main__":
    main()
