"""What plan_figures.py asks, and the plans that PostgreSQL writes of it."""
import json
import os
import re
import subprocess
import sys
import time
import urllib.request

from plan_database import PORT, ROOT

SIGN_IN = """mutation { authLogin(input: { identifier: "%s", password: "rollcall-demo-sign-in" }) {
  tokens { accessToken } userErrors { message } } }"""


class Server:
    def __init__(self, binary, cluster):
        self.cluster = cluster
        self.process = subprocess.Popen([binary, "serve"], env=cluster.environment, cwd=ROOT, stdout=subprocess.DEVNULL)
        self.token = None
        for _ in range(100):
            try:
                self.sign_in("owner")
                break
            except OSError:
                time.sleep(0.1)

    def sign_in(self, person):
        """What is asked from now on is asked by the demo's person: owner or member."""
        self.token = None
        self.token = self.ask(SIGN_IN % f"{person}@demo.example")["data"]["authLogin"]["tokens"]["accessToken"]

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
