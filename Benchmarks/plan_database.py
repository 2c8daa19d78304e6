"""The PostgreSQL of plan_figures.py: an organization with 100,000 employees and their attendance."""
import base64
import json
import os
import random
import subprocess
import sys

import plan_rows

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATE = os.path.join(ROOT, "Benchmarks/.build/plans")
PORT = 9931


def private_database(*arguments):
    command = [os.path.join(ROOT, "scripts/private-database"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Cluster:
    """The private PostgreSQL with its data."""

    def __init__(self, binary):
        self.start(binary)
        if int(self.value("SELECT count(*) FROM attendance_events")) < plan_rows.SESSION_DAYS * plan_rows.EMPLOYEES:
            if int(self.value("SELECT count(*) FROM employees")) >= plan_rows.EMPLOYEES:
                private_database("reset", STATE)    # filled before there were events in it
                self.start(binary)
            self.fill()
        self.log = os.path.join(os.path.realpath(os.path.join(STATE, "postgres")), "server.log")
        self.sql("""ALTER DATABASE rollcall SET session_preload_libraries = 'auto_explain';
            ALTER DATABASE rollcall SET auto_explain.log_min_duration = 0;
            ALTER DATABASE rollcall SET auto_explain.log_analyze = on;
            ALTER DATABASE rollcall SET auto_explain.log_timing = off;
            ALTER DATABASE rollcall SET auto_explain.log_buffers = on;
            ALTER DATABASE rollcall SET auto_explain.log_nested_statements = on;
            ALTER DATABASE rollcall SET auto_explain.log_format = 'json'""")

    def start(self, binary):
        private_database("start", STATE, "--without-fsync")
        self.urls = dict(line.split("=", 1) for line in private_database("url", STATE).split())
        self.environment = {**os.environ, **self.urls, "PORT": str(PORT), "JWT_SECRET_KEY": "x" * 64,
                            "ROLLCALL_STATE_DIRECTORY": STATE, "LOG_LEVEL": "warning"}
        for command in ["migrate"], ["seed", "--demo"]:
            subprocess.run([binary, *command], check=True, env=self.environment, stdout=subprocess.DEVNULL, cwd=ROOT)
        self.organization = self.value("SELECT id FROM organizations ORDER BY created_at LIMIT 1")

    def psql(self, *arguments, **options):
        command = ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", self.urls["DATABASE_OWNER_URL"], *arguments]
        return subprocess.run(command, check=True, text=True, **options)

    def sql(self, text):
        self.psql("-c", text)

    def value(self, text):
        return self.psql("-c", text, stdout=subprocess.PIPE).stdout.strip()

    def copy(self, table, columns, rows):
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.urls["DATABASE_OWNER_URL"], "-c",
                   f"COPY {table} (organization_id, {columns}) FROM STDIN"]
        # As a replica looks up no foreign keys: the rows are made to fit.
        environment = {**os.environ, "PGOPTIONS": "-c session_replication_role=replica"}
        process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True, env=environment)
        for row in rows:
            values = "\t".join("\\N" if value is None else str(value) for value in row)
            process.stdin.write(f"{self.organization}\t{values}\n")
        process.stdin.close()
        if process.wait():
            sys.exit(f"COPY into {table} failed")

    def fill(self):
        # Indexes of many random keys are made faster at once than row by row.
        found = "FROM pg_indexes WHERE tablename LIKE 'attendance%' AND indexdef LIKE 'CREATE INDEX%USING btree%'"
        names = self.value(f"SELECT string_agg(indexname, ', ') {found}")
        definitions = self.value(f"SELECT string_agg(indexdef, '; ') {found}")
        self.sql(f"DROP INDEX {names}")
        for table, columns, rows in plan_rows.PlanRows(random.Random(1)).tables():
            self.copy(table, columns, rows)
        self.sql(definitions)
        self.sql("VACUUM ANALYZE")

    def cursor(self, keys, row, source="employees e WHERE e.deleted_at IS NULL"):
        """The cursor of the row at a place of an order, as the server makes them.

        Keys are names, signs and expressions; the source is a table with a condition."""
        order = ", ".join(f"{expression} {'DESC' if sign == '-' else 'ASC'}" for _, sign, expression in keys)
        values = ", ".join(f"({expression})::text" for *_, expression in keys)
        found = self.value(f"SET TimeZone = 'UTC'; SELECT json_build_array({values}) FROM {source} AND"
                           f" {keys[-1][2].split('.')[0]}.organization_id = '{self.organization}'"
                           f" ORDER BY {order} OFFSET {row} LIMIT 1")
        signature = "".join(name + sign for name, sign, _ in keys)
        text = json.dumps([signature, *json.loads(found)])
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
