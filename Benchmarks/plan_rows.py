"""The rows of plan_figures.py's organization, table by table, without its id."""
import datetime
import uuid

EMPLOYEES, DAYS = 100_000, 10
SESSION_DAYS = 3    # the last days: those with sessions and events
CORRECTIONS = 50_000
FIRST_DAY = datetime.date(2026, 1, 5)
# How many of a thousand are so; there are none of what is not named.
RECORD_STATES = {"present": 909, "absent": 20, "half_day": 10, "remote": 20, "on_leave": 10, "rest_day": 31}
FLAGS = {"{}": 989, "{auto_closed,missing_clock_out}": 10, "{worked_on_rest_day}": 1}
SOURCES = {"biometric_device": 700, "mobile": 250, "web": 49, "manual": 1}
CORRECTION_STATES = {"approved": 900, "rejected": 50, "cancelled": 49, "pending": 1}
SYLLABLES = ["ba", "den", "fo", "gri", "hal", "ji", "kur", "lo", "mar", "nes", "ol", "pi", "ros", "sta", "tu", "win"]


class PlanRows:
    def __init__(self, chance):
        self.chance = chance
        self.employee_ids = self.keys(EMPLOYEES)
        self.departments = self.keys(200)
        self.locations = self.keys(50)
        self.devices = self.keys(21)    # the last one has never sent anything
        self.shifts = self.keys(20)
        self.sessions = []

    def tables(self):
        yield "departments", "id, name, code, parent_id", (
            (key, f"Department {i:03}", f"D{i:03}", self.departments[i // 10] if i >= 10 else None)
            for i, key in enumerate(self.departments))
        yield "work_locations", "id, name, time_zone", (
            (key, f"Site {i:02}", "Europe/Berlin") for i, key in enumerate(self.locations))
        yield "employees", ("id, employee_number, full_name, email, department_id, location_id, manager_id,"
                            " employment_type, status, terminated_on, hired_on, created_at, updated_at"), self.employees()
        yield "devices", "id, name, kind, key_hash, created_by", (
            (key, f"Clock {i:02}", "biometric", f"\\\\x{i:064x}", uuid.UUID(int=1)) for i, key in enumerate(self.devices))
        yield "shifts", "id, name, start_time, end_time", (
            (key, f"Shift {i:02}", "08:00", "16:00") for i, key in enumerate(self.shifts))
        yield "shift_assignments", "id, employee_id, shift_id, valid", self.assignments()
        # Locked, so that the server finds no days to close while it is measured.
        yield "attendance_periods", "id, name, days, status, locked_at", (
            (self.key(), f"Days {i}", f"[{self.day(2 * i)},{self.day(2 * i + 2)})", "locked", "2026-02-01")
            for i in range(DAYS // 2))
        yield "attendance_records", ("id, employee_id, work_date, time_zone, status, worked_minutes, late_minutes,"
                                     " overtime_minutes, flags"), self.records()
        yield "attendance_events", "id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes, source, device_id", \
            self.events()
        yield "attendance_sessions", ("id, employee_id, record_id, clock_in_event_id, clock_out_event_id, clock_in_at,"
                                      " clock_out_at, status"), self.sessions
        yield "attendance_event_voids", "event_id, reason, actor_user_id", (
            (session[3], "wrong", uuid.UUID(int=1)) for session in self.sessions[::1_000])
        yield "attendance_corrections", ("id, employee_id, work_date, kind, requested, reason, status, requested_by,"
                                         " requested_at, decided_by, decided_at"), self.corrections()

    def key(self):
        return uuid.UUID(int=self.chance.getrandbits(128), version=4)

    def keys(self, count):
        return [self.key() for _ in range(count)]

    def day(self, number):
        return FIRST_DAY + datetime.timedelta(number)

    def one(self, shares):
        return self.chance.choices(list(shares), list(shares.values()))[0]

    def employees(self):
        chance = self.chance
        begin = datetime.datetime(2015, 1, 1, tzinfo=datetime.timezone.utc)
        for i, key in enumerate(self.employee_ids):
            name = " ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
            status = "terminated" if chance.random() < 0.05 else "active"
            created = begin + datetime.timedelta(minutes=40 * i)
            yield (key, f"N{i:06}", name, f"n{i:06}@example.com", chance.choice(self.departments),
                   chance.choice(self.locations), self.employee_ids[(i - 1) // 25] if i else None,
                   chance.choices(["full_time", "part_time", "intern"], [80, 15, 5])[0], status,
                   "2025-06-30" if status == "terminated" else None,
                   datetime.date(2010, 1, 1) + datetime.timedelta(chance.randrange(5_000)), created,
                   created + datetime.timedelta(days=chance.randrange(300)))

    def assignments(self):
        for key in self.employee_ids:
            change = datetime.date(2020, 1, 1) + datetime.timedelta(self.chance.randrange(2_000))
            yield self.key(), key, self.chance.choice(self.shifts), f"[2015-01-01,{change})"
            yield self.key(), key, self.chance.choice(self.shifts), f"[{change},2026-02-01)"

    def records(self):
        """Every employee's days. The last of them get their sessions, which the events are made of."""
        chance, randrange = self.chance, self.chance.randrange
        for employee in self.employee_ids:
            for number in range(DAYS):
                key, day = self.key(), self.day(number)
                state = self.one(RECORD_STATES)
                late = randrange(1, 60) if chance.random() < 0.05 else 0
                overtime = randrange(1, 120) if chance.random() < 0.03 else 0
                yield key, employee, day, "Europe/Berlin", state, 420 + randrange(120), late, overtime, self.one(FLAGS)
                if number >= DAYS - SESSION_DAYS:
                    self.sessions.append(self.session(employee, key, day, number == DAYS - 1))

    def session(self, employee, record, day, is_last):
        start = f"{day}T07:{self.chance.randrange(60):02}:{self.chance.randrange(60):02}Z"
        share = self.chance.random()
        if is_last and share < 0.02:
            return self.key(), employee, record, self.key(), None, start, None, "open"
        status = "voided" if share < 0.021 else "auto_closed" if share < 0.03 else "closed"
        end = f"{day}T15:{self.chance.randrange(60):02}:{self.chance.randrange(60):02}Z"
        return self.key(), employee, record, self.key(), self.key(), start, end, status

    def events(self):
        for number, (_, employee, _, clock_in, clock_out, start, end, _) in enumerate(self.sessions):
            source = self.one(SOURCES)
            device = self.chance.choice(self.devices[:-1]) if source == "biometric_device" else None
            yield clock_in, employee, "clock_in", start, "Europe/Berlin", 60, source, device
            if clock_out:
                yield clock_out, employee, "clock_out", end, "Europe/Berlin", 60, source, device
            if number % 200 == 0:
                yield self.key(), employee, "break_start", start[:11] + "12:00:00Z", "Europe/Berlin", 60, source, device

    def corrections(self):
        begin = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
        person, other = uuid.UUID(int=1), uuid.UUID(int=2)
        for number in range(CORRECTIONS):
            asked = begin + datetime.timedelta(minutes=10 * number)
            state = self.one(CORRECTION_STATES)
            decided = (other, asked) if state in ("approved", "rejected") else (None, None)
            yield (self.key(), self.employee_ids[number], asked.date(), "remote_work", "{}", "asked", state, person, asked,
                   *decided)
