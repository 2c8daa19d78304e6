-- Attendance: events (never changed) make sessions (intervals), which make records (days).
-- A clock action locks the employee's row first (SELECT … FOR NO KEY UPDATE).

CREATE TYPE attendance_event_kind AS ENUM ('clock_in', 'clock_out', 'break_start', 'break_end');
CREATE TYPE attendance_source     AS ENUM ('web', 'mobile', 'kiosk', 'biometric_device', 'face', 'manual', 'import', 'auto');
CREATE TYPE session_status        AS ENUM ('open', 'closed', 'auto_closed', 'voided');
CREATE TYPE attendance_status     AS ENUM ('pending', 'present', 'half_day', 'absent', 'on_leave', 'holiday', 'rest_day', 'remote');

CREATE TABLE attendance_events (                          -- append-only, by privilege
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  employee_id     uuid NOT NULL,
  kind            attendance_event_kind NOT NULL,
  occurred_at     timestamptz NOT NULL,                   -- what the system believes
  reported_at     timestamptz,                            -- what the client said
  received_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  time_zone       text NOT NULL,
  utc_offset_minutes smallint NOT NULL CHECK (utc_offset_minutes BETWEEN -840 AND 840),
  source          attendance_source NOT NULL,
  client_event_id uuid,                                   -- idempotency key from web and mobile clients
  actor_user_id   uuid,
  latitude        double precision,
  longitude       double precision,
  accuracy_meters real,
  ip              inet,
  note            text,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, employee_id),
  FOREIGN KEY (organization_id, employee_id) REFERENCES employees (organization_id, id)
);
-- sending an event again stores nothing twice
CREATE UNIQUE INDEX attendance_events_client_uq ON attendance_events (organization_id, employee_id, client_event_id) WHERE client_event_id IS NOT NULL;
CREATE INDEX attendance_events_emp_idx ON attendance_events (organization_id, employee_id, occurred_at DESC, id);

CREATE TABLE attendance_event_voids (                     -- a void is a new row, the event stays as it is
  organization_id uuid NOT NULL,
  event_id        uuid NOT NULL,
  reason          text NOT NULL,
  actor_user_id   uuid NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, event_id),
  FOREIGN KEY (organization_id, event_id) REFERENCES attendance_events (organization_id, id)
);

CREATE TABLE attendance_records (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  employee_id     uuid NOT NULL,
  work_date       date NOT NULL,                          -- the local date on which the work begins
  slot            smallint NOT NULL DEFAULT 1,
  time_zone       text NOT NULL,
  scheduled_start timestamptz,
  scheduled_end   timestamptz,
  scheduled_minutes integer NOT NULL DEFAULT 0 CHECK (scheduled_minutes >= 0),
  first_in_at     timestamptz,
  last_out_at     timestamptz,
  worked_minutes  integer NOT NULL DEFAULT 0 CHECK (worked_minutes >= 0),
  break_minutes   integer NOT NULL DEFAULT 0 CHECK (break_minutes >= 0),
  late_minutes    integer NOT NULL DEFAULT 0 CHECK (late_minutes >= 0),
  early_leave_minutes integer NOT NULL DEFAULT 0 CHECK (early_leave_minutes >= 0),
  overtime_minutes    integer NOT NULL DEFAULT 0 CHECK (overtime_minutes >= 0),
  approved_overtime_minutes integer NOT NULL DEFAULT 0 CHECK (approved_overtime_minutes >= 0),
  status          attendance_status NOT NULL DEFAULT 'pending',
  flags           text[] NOT NULL DEFAULT '{}',           -- missing_clock_out, auto_closed …
  computed_at     timestamptz NOT NULL DEFAULT now(),
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, employee_id),
  UNIQUE (organization_id, employee_id, work_date, slot), -- one record per employee, day and slot
  FOREIGN KEY (organization_id, employee_id) REFERENCES employees (organization_id, id),
  CHECK (scheduled_end > scheduled_start),
  CHECK (last_out_at >= first_in_at),
  CHECK (approved_overtime_minutes <= overtime_minutes)
);
CREATE INDEX attendance_records_day_idx    ON attendance_records (organization_id, work_date, employee_id);
CREATE INDEX attendance_records_status_idx ON attendance_records (organization_id, status, work_date);

CREATE TABLE attendance_sessions (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  employee_id     uuid NOT NULL,
  record_id       uuid NOT NULL,
  clock_in_event_id  uuid NOT NULL,
  clock_out_event_id uuid,
  clock_in_at     timestamptz NOT NULL,
  clock_out_at    timestamptz,
  period          tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(clock_in_at, clock_out_at, '[)')) STORED,
  status          session_status NOT NULL DEFAULT 'open',
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, employee_id),
  FOREIGN KEY (organization_id, record_id, employee_id)          REFERENCES attendance_records (organization_id, id, employee_id),
  FOREIGN KEY (organization_id, clock_in_event_id, employee_id)  REFERENCES attendance_events (organization_id, id, employee_id),
  FOREIGN KEY (organization_id, clock_out_event_id, employee_id) REFERENCES attendance_events (organization_id, id, employee_id),
  CHECK (clock_out_at > clock_in_at),
  CHECK (status <> 'open' OR clock_out_at IS NULL),
  CHECK (status NOT IN ('closed', 'auto_closed') OR clock_out_at IS NOT NULL),
  -- half-open intervals: 09:00–13:00 and 13:00–17:00 touch, they do not overlap
  CONSTRAINT attendance_sessions_no_overlap
    EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, period WITH &&) WHERE (status <> 'voided')
);
-- of two clock-ins at once one wins: an employee has one open session
CREATE UNIQUE INDEX attendance_sessions_one_open_uq ON attendance_sessions (organization_id, employee_id) WHERE status = 'open';
CREATE INDEX attendance_sessions_open_idx ON attendance_sessions (organization_id, clock_in_at) WHERE status = 'open';
CREATE INDEX attendance_sessions_record_idx ON attendance_sessions (organization_id, record_id, clock_in_at);

CREATE TABLE attendance_breaks (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  session_id      uuid NOT NULL,
  employee_id     uuid NOT NULL,
  started_at      timestamptz NOT NULL,
  ended_at        timestamptz CHECK (ended_at > started_at),
  is_paid         boolean NOT NULL DEFAULT false,
  period          tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(started_at, ended_at, '[)')) STORED,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, session_id, employee_id) REFERENCES attendance_sessions (organization_id, id, employee_id),
  EXCLUDE USING gist (organization_id WITH =, session_id WITH =, period WITH &&)
);
CREATE UNIQUE INDEX attendance_breaks_one_open_uq ON attendance_breaks (organization_id, session_id) WHERE ended_at IS NULL;
CREATE INDEX attendance_breaks_session_idx ON attendance_breaks (organization_id, session_id, started_at);

SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['attendance_events', 'attendance_event_voids', 'attendance_records', 'attendance_sessions',
                  'attendance_breaks']::regclass[]) AS t;
REVOKE UPDATE ON attendance_events, attendance_event_voids FROM app_user, app_platform;
