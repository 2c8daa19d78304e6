#!/usr/bin/env python3
"""Plans of lists over one organization with 100,000 employees and 1,000,000 attendance records.

    Benchmarks/plan_figures.py [BINARY]     BINARY is .build/release/rollcall unless it is given

Keeps a PostgreSQL of its own in Benchmarks/.build/plans, fills it by COPY (once), serves it, and asks the server over
HTTP. PostgreSQL's auto_explain writes the plans of the statements that the server sends, as the role and tenant that
they run as, with the rows and buffers that they took. A case fails when a table of the organization is read from end to
end, or when a page deep in a list takes more than the first one. Needs psql; times are of a shared machine, buffers are
what counts.
"""
import base64
import datetime
import json
import os
import random
import re
import subprocess
import sys
import time
import urllib.request
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATE = os.path.join(ROOT, "Benchmarks/.build/plans")
PORT = 9931
EMPLOYEES, DAYS = 100_000, 10
FIRST_DAY = datetime.date(2026, 1, 5)
SIGN_IN = """mutation { authLogin(input: { identifier: "owner@demo.example", password: "rollcall-demo-sign-in" }) {
  tokens { accessToken } userErrors { message } } }"""
NODES = "{ nodes { id number fullName } pageInfo { hasNextPage } }"


def private_database(*arguments):
    command = [os.path.join(ROOT, "scripts/private-database"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Cluster:
    """The private PostgreSQL with its data."""

    def __init__(self, binary):
        private_database("start", STATE, "--without-fsync")
        self.urls = dict(line.split("=", 1) for line in private_database("url", STATE).split())
        self.environment = {**os.environ, **self.urls, "PORT": str(PORT), "JWT_SECRET_KEY": "x" * 64,
                            "ROLLCALL_STATE_DIRECTORY": STATE, "LOG_LEVEL": "warning"}
        for command in ["migrate"], ["seed", "--demo"]:
            subprocess.run([binary, *command], check=True, env=self.environment, stdout=subprocess.DEVNULL, cwd=ROOT)
        self.organization = self.value("SELECT id FROM organizations ORDER BY created_at LIMIT 1")
        if int(self.value("SELECT count(*) FROM employees")) < EMPLOYEES:
            self.fill()
        self.log = os.path.join(os.path.realpath(os.path.join(STATE, "postgres")), "server.log")
        self.sql("""ALTER DATABASE rollcall SET session_preload_libraries = 'auto_explain';
            ALTER DATABASE rollcall SET auto_explain.log_min_duration = 0;
            ALTER DATABASE rollcall SET auto_explain.log_analyze = on;
            ALTER DATABASE rollcall SET auto_explain.log_timing = off;
            ALTER DATABASE rollcall SET auto_explain.log_buffers = on;
            ALTER DATABASE rollcall SET auto_explain.log_nested_statements = on;
            ALTER DATABASE rollcall SET auto_explain.log_format = 'json'""")

    def psql(self, *arguments, **options):
        command = ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", self.urls["DATABASE_OWNER_URL"], *arguments]
        return subprocess.run(command, check=True, text=True, **options)

    def sql(self, text):
        self.psql("-c", text)

    def value(self, text):
        return self.psql("-c", text, stdout=subprocess.PIPE).stdout.strip()

    def copy(self, table, columns, rows):
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.urls["DATABASE_OWNER_URL"], "-c",
                   f"COPY {table} ({columns}) FROM STDIN"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
        for row in rows:
            process.stdin.write("\t".join("\\N" if value is None else str(value) for value in row) + "\n")
        process.stdin.close()
        if process.wait():
            sys.exit(f"COPY into {table} failed")

    def fill(self):
        chance = random.Random(1)
        identifiers = [uuid.UUID(int=chance.getrandbits(128), version=4) for _ in range(EMPLOYEES)]
        departments = [uuid.UUID(int=chance.getrandbits(128), version=4) for _ in range(200)]
        locations = [uuid.UUID(int=chance.getrandbits(128), version=4) for _ in range(50)]
        own = self.organization
        self.copy("departments", "organization_id, id, name, code, parent_id", (
            (own, key, f"Department {i:03}", f"D{i:03}", departments[i // 10] if i >= 10 else None)
            for i, key in enumerate(departments)))
        self.copy("work_locations", "organization_id, id, name, time_zone",
                  ((own, key, f"Site {i:02}", "Europe/Berlin") for i, key in enumerate(locations)))
        self.copy("employees", "organization_id, id, employee_number, full_name, email, department_id, location_id,"
                  " manager_id, employment_type, status, terminated_on, hired_on, created_at, updated_at",
                  self.employees(chance, identifiers, departments, locations))
        self.copy("attendance_records", "organization_id, id, employee_id, work_date, time_zone, status, worked_minutes",
                  ((own, uuid.UUID(int=chance.getrandbits(128), version=4), key, FIRST_DAY + datetime.timedelta(day),
                    "Europe/Berlin", "absent" if chance.random() < 0.02 else "present", 480)
                   for key in identifiers for day in range(DAYS)))
        self.sql("VACUUM ANALYZE")

    def employees(self, chance, identifiers, departments, locations):
        syllables = ["ba", "den", "fo", "gri", "hal", "ji", "kur", "lo", "mar", "nes", "ol", "pi", "ros", "sta", "tu", "win"]
        begin = datetime.datetime(2015, 1, 1, tzinfo=datetime.timezone.utc)
        for i, key in enumerate(identifiers):
            name = " ".join("".join(chance.choices(syllables, k=3)).capitalize() for _ in range(2))
            status = "terminated" if chance.random() < 0.05 else "active"
            created = begin + datetime.timedelta(minutes=40 * i)
            yield (self.organization, key, f"N{i:06}", name, f"n{i:06}@example.com", chance.choice(departments),
                   chance.choice(locations), identifiers[(i - 1) // 25] if i else None,
                   chance.choices(["full_time", "part_time", "intern"], [80, 15, 5])[0], status,
                   "2025-06-30" if status == "terminated" else None,
                   datetime.date(2010, 1, 1) + datetime.timedelta(chance.randrange(5_000)), created,
                   created + datetime.timedelta(days=chance.randrange(300)))

    def cursor(self, keys, row):
        """The cursor of the row at a place of an order, as the server makes them."""
        order = ", ".join(f"{expression} {'DESC' if sign == '-' else 'ASC'}" for _, sign, expression in keys)
        values = ", ".join(f"({expression})::text" for *_, expression in keys)
        found = self.value(f"SELECT json_build_array({values}) FROM employees e WHERE organization_id ="
                           f" '{self.organization}' AND deleted_at IS NULL ORDER BY {order} OFFSET {row} LIMIT 1")
        signature = "".join(name + sign for name, sign, _ in keys)
        text = json.dumps([signature, *json.loads(found)])
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


class Server:
    def __init__(self, binary, cluster):
        self.cluster = cluster
        self.process = subprocess.Popen([binary, "serve"], env=cluster.environment, cwd=ROOT, stdout=subprocess.DEVNULL)
        self.token = None
        for _ in range(100):
            try:
                answer = self.ask(SIGN_IN)
                break
            except OSError:
                time.sleep(0.1)
        self.token = answer["data"]["authLogin"]["tokens"]["accessToken"]

    def ask(self, query, variables=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        answer = json.load(urllib.request.urlopen(
            urllib.request.Request(f"http://127.0.0.1:{PORT}/graphql", body, headers)))
        if "errors" in answer:
            sys.exit(f"{query}: {answer['errors']}")
        return answer

    def plans(self, query, variables=None):
        """The plans of what the query sends, once PostgreSQL knows it: prepared, with its pages in memory."""
        for _ in range(7):
            self.ask(query, variables)
        start = os.path.getsize(self.cluster.log)
        self.ask(query, variables)
        time.sleep(0.15)
        with open(self.cluster.log, "rb") as file:
            file.seek(start)
            text = file.read().decode(errors="replace")
        found = re.finditer(r"duration: ([\d.]+) ms  plan:\n(\t\{.*?\n\t\})", text, re.S)
        return [Plan(float(match[1]), json.loads(match[2].replace("\n\t", "\n"))) for match in found]


class Plan:
    def __init__(self, milliseconds, plan):
        self.milliseconds = milliseconds
        self.text = plan["Query Text"]
        self.nodes = list(self.walk(plan["Plan"]))
        self.buffers = sum(plan["Plan"].get(f"Shared {kind} Blocks", 0) for kind in ("Hit", "Read"))

    def walk(self, node):
        yield node
        for child in node.get("Plans", []):
            yield from self.walk(child)

    def is_about(self, table):
        return any(node.get("Relation Name") == table for node in self.nodes)

    def scans(self, table):
        for node in self.nodes:
            if node.get("Relation Name") == table or node["Node Type"] == "Bitmap Index Scan":
                yield node

    def reads_everything(self, table):
        return any(node["Node Type"] == "Seq Scan" for node in self.scans(table))

    def names(self, table):
        names = [node.get("Index Name", node["Node Type"]) for node in self.scans(table)]
        return " + ".join(dict.fromkeys(name for name in names if name != "Bitmap Heap Scan"))

    def discarded(self, table):
        return sum(int(node.get("Rows Removed by Filter", 0) * node["Actual Loops"]) for node in self.scans(table))


def connection(arguments, body=NODES):
    return f"{{ organization {{ employees({arguments}) {body} }} }}"


EXPRESSIONS = {"FULL_NAME": "e.name_key", "NUMBER": "e.employee_number", "HIRED_ON": "e.hired_on",
               "CREATED_AT": "e.created_at", "UPDATED_AT": "e.updated_at"}
ORDERS = [[(field, sign)] for field in EXPRESSIONS for sign in "+-"] + [[("HIRED_ON", "-"), ("FULL_NAME", "+")]]
FILTERS = [
    ("number eq", '{number: {eq: "N077777"}}'),
    ("number in", '{number: {in: ["N077777", "N088888"]}}'),
    ("number startsWith", '{number: {startsWith: "n0999"}}'),
    ("number contains", '{number: {contains: "9999"}}'),
    ("fullName eq", '{fullName: {eq: "@name"}}'),
    ("fullName startsWith", '{fullName: {startsWith: "winwinwin w"}}'),
    ("fullName contains", '{fullName: {contains: "winwin rosros"}}'),
    ("id eq", '{id: {eq: "@id"}}'),
    ("departmentId eq", '{departmentId: {eq: "@department"}}'),
    ("departmentId with sub-departments", '{departmentId: {eq: "@department"}, includeSubDepartments: true}'),
    ("locationId eq", '{locationId: {eq: "@location"}}'),
    ("managerId eq", '{managerId: {eq: "@manager"}}'),
    ("status, some", "{status: [TERMINATED]}"),
    ("status, none", "{status: [ON_NOTICE]}"),
    ("employmentType, some", "{employmentType: [INTERN]}"),
    ("employmentType, none", "{employmentType: [TEMPORARY]}"),
    ("hiredOn range", '{hiredOn: {gte: "2015-03-01", lte: "2015-03-02"}}'),
    ("hasLogin", "{hasLogin: true}"),
    ("or of two", '{or: [{number: {eq: "N077777"}}, {fullName: {eq: "@name"}}]}'),
]


class Report:
    def __init__(self, server):
        self.server = server
        self.failures = []
        print("| list | index | buffers | rows read and dropped | ms |\n|---|---|---|---|---|")

    def measure(self, name, query, table="employees", variables=None):
        plans = [plan for plan in self.server.plans(query, variables) if plan.is_about(table)]
        if not plans:
            sys.exit(f"{name}: no plan about {table}")
        indexes = " + ".join(dict.fromkeys(plan.names(table) for plan in plans))
        buffers = sum(plan.buffers for plan in plans if not plan.text.startswith("\n  SELECT"))
        dropped = sum(plan.discarded(table) for plan in plans)
        print(f"| {name} | {indexes} | {buffers} | {dropped} | {max(p.milliseconds for p in plans):.1f} |", flush=True)
        if any(plan.reads_everything(table) for plan in plans):
            self.failures.append(f"{name}: reads all of {table}")
        return buffers

    def require(self, condition, text):
        if not condition:
            self.failures.append(text)


def global_ids(server, cluster):
    data = server.ask(connection("first: 1, filter: {number: {eq: \"N000026\"}}",
                                 "{ nodes { id fullName department { id } location { id } manager { id } } }"))
    node = data["data"]["organization"]["employees"]["nodes"][0]
    return {"@id": node["id"], "@name": node["fullName"], "@department": node["department"]["id"],
            "@location": node["location"]["id"], "@manager": node["manager"]["id"]}


def orders(report, cluster):
    for order in ORDERS:
        directions = [(field, "ASC" if sign == "+" else "DESC") for field, sign in order]
        name = ", ".join(" ".join(key) for key in directions)
        wishes = ", ".join(f"{{field: {field}, direction: {direction}}}" for field, direction in directions)
        page = f"first: 20, orderBy: [{wishes}]"
        keys = [(field, sign, EXPRESSIONS[field]) for field, sign in order] + [("ID", order[0][1], "e.id")]
        first = report.measure(f"{name}, first page", connection(page))
        after = cluster.cursor(keys, EMPLOYEES - 1_000)
        deep = report.measure(f"{name}, after {EMPLOYEES - 1_000:,} rows", connection(f'{page}, after: "{after}"'))
        report.require(deep <= first * 1.5 + 20, f"{name}: {deep} buffers deep, {first} first")


def main():
    binary = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/release/rollcall"))
    cluster = Cluster(binary)
    server = Server(binary, cluster)
    try:
        report = Report(server)
        orders(report, cluster)
        ids = global_ids(server, cluster)
        for name, text in FILTERS:
            for key, value in ids.items():
                text = text.replace(key, value)
            report.measure(f"filter {name}", connection(f"first: 20, filter: {text}"))
        for name, text in ("of one", "winwin rosros"), ("of a number", "n0999"), ("of an address", "n012345@"), \
                ("of many", "winwin"):
            report.measure(f"search {name}, with the count",
                           connection(f'first: 20, search: "{text}"', "{ nodes { id } totalCount }"))
        report.measure("search of two letters", connection('first: 20, search: "wi"'))
        below = "employees(first: 20) { nodes { fullName } }"
        report.measure("employees of 50 departments", f"{{ organization {{ departments(first: 50) {{ nodes {{ {below} }} }} }} }}")
        report.measure("reports of 50 employees",
                       connection("first: 50, orderBy: [{field: NUMBER}]", "{ nodes { reports(first: 20) { nodes { id } } } }"))
        records = "{ nodes { attendanceRecords(first: 5) { nodes { workDate } } } }"
        report.measure("records of 50 employees", connection("first: 50", records), "attendance_records")
    finally:
        server.process.terminate()
        server.process.wait()
    for failure in report.failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if report.failures else 0)


if __name__ == "__main__":
    main()
