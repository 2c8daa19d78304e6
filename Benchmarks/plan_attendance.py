"""The lists of attendance: records, events, sessions and what belongs to them."""
from datetime import timedelta

from plan_rows import CORRECTIONS, DAYS, EMPLOYEES, FIRST_DAY, SESSION_DAYS

RECORDS = "attendance_records r JOIN employees e ON e.organization_id = r.organization_id AND e.id = r.employee_id WHERE true"
DEEP = EMPLOYEES * DAYS * 9 // 10
RECORD_ORDERS = [
    ("WORK_DATE DESC", [("WORK_DATE", "-", "r.work_date")]),
    ("EMPLOYEE_NAME ASC", [("EMPLOYEE_NAME", "+", "e.name_key")]),
    ("EMPLOYEE_NAME DESC", [("EMPLOYEE_NAME", "-", "e.name_key")]),
    ("EMPLOYEE_NAME ASC, WORK_DATE DESC", [("EMPLOYEE_NAME", "+", "e.name_key"), ("WORK_DATE", "-", "r.work_date")]),
    ("WORKED_MINUTES DESC", [("WORKED_MINUTES", "-", "r.worked_minutes")]),
    ("LATE_MINUTES DESC", [("LATE_MINUTES", "-", "r.late_minutes")]),
]
RECORD_FILTERS = [
    ("employeeId eq", '{employeeId: {eq: "@employee"}}'),
    ("departmentId eq", '{departmentId: {eq: "@department"}}'),
    ("departmentId with sub-departments", '{departmentId: {eq: "@department"}, includeSubDepartments: true}'),
    ("departmentId and a day", '{departmentId: {eq: "@department"}, workDate: {eq: "@first_day"}}'),
    ("locationId eq", '{locationId: {eq: "@location"}}'),
    ("status, some", "{status: [ABSENT]}"),
    ("status, two", "{status: [ABSENT, HALF_DAY]}"),
    ("status, none", "{status: [HOLIDAY]}"),
    ("status, two of which there are none", "{status: [HOLIDAY, PENDING]}"),
    ("lateOnly", "{lateOnly: true}"),
    ("flag, some", '{flag: ["missing_clock_out"]}'),
    ("flag, rare", '{flag: ["worked_on_rest_day"]}'),
    ("flag, none", '{flag: ["overridden"]}'),
    ("periodId, the first", '{periodId: {eq: "@period"}}'),
    ("workDate range", '{workDate: {gte: "@first_day", lte: "@first_day"}}'),
]
EVENT_FILTERS = [
    ("kind, half", "{kind: [CLOCK_OUT]}"),
    ("kind, some", "{kind: [BREAK_START]}"),
    ("kind, none", "{kind: [BREAK_END]}"),
    ("source, some", "{source: [WEB]}"),
    ("source, rare", "{source: [MANUAL]}"),
    ("source, none", "{source: [KIOSK]}"),
    ("source, two", "{source: [MANUAL, IMPORT]}"),
    ("voided", "{voided: true}"),
    ("not voided", "{voided: false}"),
    ("deviceId eq", '{deviceId: {eq: "@device"}}'),
    ("deviceId, silent", '{deviceId: {eq: "@silent"}}'),
    ("employeeId eq", '{employeeId: {eq: "@employee"}}'),
    ("departmentId eq", '{departmentId: {eq: "@department"}}'),
    ("occurredAt range", '{occurredAt: {gte: "@last_dayT09:00:00Z", lt: "@last_dayT10:00:00Z"}}'),
]
SESSION_FILTERS = [
    ("status OPEN", "{status: [OPEN]}"),
    ("status AUTO_CLOSED", "{status: [AUTO_CLOSED]}"),
    ("status VOIDED", "{status: [VOIDED]}"),
    ("status OPEN, VOIDED", "{status: [OPEN, VOIDED]}"),
    ("employeeId eq", '{employeeId: {eq: "@employee"}}'),
    ("departmentId eq", '{departmentId: {eq: "@department"}}'),
    ("overlapping a day", '{overlapping: {from: "@session_dayT00:00:00Z", to: "@last_dayT00:00:00Z"}}'),
    ("overlapping a day of which there is none", '{overlapping: {from: "2025-01-01T00:00:00Z", to: "2025-01-02T00:00:00Z"}}'),
    ("overlapping an hour of which there is none", '{overlapping: {from: "@last_dayT02:00:00Z", to: "@last_dayT03:00:00Z"}}'),
]
CORRECTION_FILTERS = [
    ("status PENDING", "{status: [PENDING]}"),
    ("status CANCELLED", "{status: [CANCELLED]}"),
    ("status, none", "{status: [CANCELLATION_PENDING]}"),
    ("awaitingMe", "{awaitingMe: true}"),
    ("departmentId eq", '{departmentId: {eq: "@department"}}'),
]
ASSIGNMENT_FILTERS = [
    ("shiftId eq", '{shiftId: {eq: "@shift"}}'),
    ("on a day", '{on: "@first_day"}'),
    ("on a day long ago", '{on: "2019-01-01"}'),
    ("on a day before all", '{on: "2014-01-01"}'),
]


REACHED = ["attendanceRecords", "attendanceEvents", "attendanceSessions", "attendanceCorrections"]
TABLES = {"attendanceRecords": "attendance_records", "attendanceEvents": "attendance_events",
          "attendanceSessions": "attendance_sessions", "attendanceCorrections": "attendance_corrections",
          "shiftAssignments": "shift_assignments"}


def measure(report, cluster):
    report.measure("records of 50 employees", """{ organization { employees(first: 50) { nodes {
        attendanceRecords(first: 5) { nodes { workDate } } } } } }""", "attendance_records")
    places = Places(report.server)
    record_orders(report, cluster)
    filters(report, "attendanceRecords", RECORD_FILTERS, places)
    report.measure("records of a day by name", listed("attendanceRecords", places.fill(
        'first: 20, filter: {workDate: {eq: "@first_day"}}, orderBy: [{field: EMPLOYEE_NAME}]')), "attendance_records")
    report.measure("records of a department by name", listed("attendanceRecords", places.fill(
        'first: 20, filter: {departmentId: {eq: "@department"}}, orderBy: [{field: EMPLOYEE_NAME}]')), "attendance_records")
    # The names of a day are put in order for each page.
    report.measure("records by WORK_DATE DESC, EMPLOYEE_NAME ASC", listed("attendanceRecords", places.fill(
        'first: 20, filter: {workDate: {lte: "@last_day"}}, orderBy: [{field: WORK_DATE, direction: DESC},'
        ' {field: EMPLOYEE_NAME}]')), "attendance_records")
    report.measure("records without a match by name", listed("attendanceRecords",
        "first: 20, filter: {status: [HOLIDAY]}, orderBy: [{field: EMPLOYEE_NAME}]"), "attendance_records")
    deep(report, cluster, "attendanceEvents", ("OCCURRED_AT", "v.occurred_at"), EMPLOYEES * SESSION_DAYS * 2 - 10_000)
    filters(report, "attendanceEvents", EVENT_FILTERS, places)
    deep(report, cluster, "attendanceSessions", ("CLOCK_IN_AT", "s.clock_in_at"), EMPLOYEES * SESSION_DAYS - 1_000)
    filters(report, "attendanceSessions", SESSION_FILTERS, places)
    deep(report, cluster, "attendanceCorrections", ("REQUESTED_AT", "c.requested_at"), CORRECTIONS - 1_000)
    filters(report, "attendanceCorrections", CORRECTION_FILTERS, places)
    deep(report, cluster, "shiftAssignments", ("VALID_FROM", "a.valid_from"), 2 * EMPLOYEES - 1_000, "a.deleted_at IS NULL")
    filters(report, "shiftAssignments", ASSIGNMENT_FILTERS, places)
    range = f'range: {{from: "{FIRST_DAY}", to: "{FIRST_DAY}"}}'
    report.measure("timesheets", listed("timesheets", f"first: 20, {range}", "{ nodes { workedMinutes } }"))
    report.measure("presence", listed("presence", "first: 20", "{ nodes { state } }"))
    report.measure("presence of those who are in", listed("presence", "first: 20, filter: {state: [IN]}", "{ nodes { state } }"))
    report.server.sign_in("member")
    for name in REACHED:
        report.measure(f"{name}, as somebody without a team", listed(name, "first: 20"), TABLES[name])
    report.server.sign_in("owner")


def listed(name, arguments, body="{ nodes { id } }"):
    return f"{{ organization {{ {name}({arguments}) {body} }} }}"


def filters(report, name, cases, places):
    for case, text in cases:
        report.measure(f"{name}: {case}", listed(name, f"first: 20, filter: {places.fill(text)}"), TABLES[name])


def record_orders(report, cluster):
    for name, keys in RECORD_ORDERS:
        wishes = ", ".join(f"{{field: {field}, direction: {'ASC' if sign == '+' else 'DESC'}}}" for field, sign, _ in keys)
        page = f"first: 20, orderBy: [{wishes}]"
        after = cluster.cursor(keys + [("ID", keys[0][1], "r.id")], DEEP, RECORDS)
        pages(report, f"records by {name}", "attendanceRecords", page, after, DEEP)


def deep(report, cluster, name, key, row, condition="true"):
    field, expression = key
    alias = expression[0]
    keys = [(field, "-", expression), ("ID", "-", f"{alias}.id")]
    after = cluster.cursor(keys, row, f"{TABLES[name]} {alias} WHERE {condition}")
    pages(report, name, name, "first: 20", after, row)


def pages(report, title, name, page, after, row):
    first = report.measure(f"{title}, first page", listed(name, page), TABLES[name])
    later = report.measure(f"{title}, after {row:,} rows", listed(name, f'{page}, after: "{after}"'), TABLES[name])
    report.require(later <= first * 1.5 + 50, f"{title}: {later} buffers deep, {first} first")


class Places:
    """What stands for the names with @ in filters: an employee in the middle of all, and what belongs to it."""

    def __init__(self, server):
        organization = server.ask("""{ organization {
            employees(first: 1, filter: {number: {eq: "N050000"}}) { nodes { id department { id } location { id } } }
            attendancePeriods(last: 1) { nodes { id } } shifts(first: 1) { nodes { id } }
            devices(first: 100) { nodes { id name } } } }""")["data"]["organization"]
        employee = organization["employees"]["nodes"][0]
        devices = {device["name"]: device["id"] for device in organization["devices"]["nodes"]}
        last = FIRST_DAY + timedelta(DAYS - 1)
        self.values = {
            "@employee": employee["id"], "@department": employee["department"]["id"],
            "@location": employee["location"]["id"], "@device": devices["Clock 07"], "@silent": devices["Clock 20"],
            "@period": organization["attendancePeriods"]["nodes"][0]["id"],
            "@shift": organization["shifts"]["nodes"][0]["id"], "@first_day": FIRST_DAY, "@last_day": last,
            "@session_day": last - timedelta(1),
        }

    def fill(self, text):
        for name, value in self.values.items():
            text = text.replace(name, str(value))
        return text
