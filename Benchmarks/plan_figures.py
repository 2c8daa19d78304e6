#!/usr/bin/env python3
"""Plans of lists over one organization with 100,000 employees and 1,000,000 attendance records.

    Benchmarks/plan_figures.py [BINARY]     BINARY is .build/release/rollcall unless it is given

Keeps a PostgreSQL of its own in Benchmarks/.build/plans, fills it by COPY (once), serves it, and asks the server over
HTTP. PostgreSQL's auto_explain writes the plans of the statements that the server sends, as the role and tenant that
they run as, with the rows and buffers that they took. A case fails when a table of the organization is read from end to
end, or when a page deep in a list takes more than the first one. Needs psql; times are of a shared machine, buffers are
what counts.
"""
import os
import sys

import plan_attendance
from plan_database import Cluster, ROOT
from plan_reading import Report, Server
from plan_rows import EMPLOYEES

NODES = "{ nodes { id number fullName } pageInfo { hasNextPage } }"


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
        plan_attendance.measure(report, cluster)
    finally:
        server.process.terminate()
        server.process.wait()
    for failure in report.failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if report.failures else 0)


if __name__ == "__main__":
    main()
