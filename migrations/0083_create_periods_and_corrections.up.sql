-- Payroll periods, requests to put days right, and what people decided about days.
--
-- Every write that touches a day first takes FOR SHARE on the period that holds it and refuses if it is not open;
-- locking a period changes that row, so the two come one after another and nothing slips in after the lock.
CREATE TYPE period_status  AS ENUM ('open', 'locked', 'exported');
CREATE TYPE request_status AS ENUM ('draft', 'pending', 'approved', 'rejected', 'cancelled', 'cancellation_pending');

CREATE TABLE attendance_periods (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  days            daterange NOT NULL CHECK (NOT isempty(days) AND NOT lower_inf(days) AND NOT upper_inf(days)),
  status          period_status NOT NULL DEFAULT 'open',
  locked_by       uuid,
  locked_at       timestamptz,
  exported_at     timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT attendance_periods_no_overlap EXCLUDE USING gist (organization_id WITH =, days WITH &&),
  CHECK ((status = 'open') = (locked_at IS NULL))
);

CREATE TABLE attendance_corrections (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  employee_id     uuid NOT NULL,
  work_date       date NOT NULL,
  record_id       uuid,
  kind            text NOT NULL CHECK (kind IN ('missed_clock_in', 'missed_clock_out', 'wrong_time', 'add_day', 'remote_work', 'on_duty', 'void')),
  requested       jsonb NOT NULL,                         -- the punches proposed, as instants, and the events to void
  base_version    integer,                                -- of the record that the request was made against
  reason          text NOT NULL CHECK (length(btrim(reason)) BETWEEN 1 AND 1000),
  status          request_status NOT NULL DEFAULT 'pending' CHECK (status <> 'draft'),
  requested_by    uuid NOT NULL,                          -- people
  requested_at    timestamptz NOT NULL DEFAULT now(),
  decided_by      uuid,
  decided_at      timestamptz,
  decision_note   text CHECK (length(decision_note) <= 1000),
  self_approval   boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, employee_id) REFERENCES employees (organization_id, id),
  FOREIGN KEY (organization_id, record_id, employee_id) REFERENCES attendance_records (organization_id, id, employee_id),
  CHECK ((status IN ('approved', 'rejected')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
  CONSTRAINT attendance_corrections_decider_check CHECK (decided_by IS NULL OR decided_by <> requested_by OR self_approval)
);
CREATE UNIQUE INDEX attendance_corrections_pending_uq ON attendance_corrections (organization_id, employee_id, work_date)
  WHERE status = 'pending';
CREATE INDEX attendance_corrections_queue_idx ON attendance_corrections (organization_id, status, requested_at, id);
CREATE INDEX attendance_corrections_employee_idx ON attendance_corrections (organization_id, employee_id, work_date);

ALTER TABLE attendance_events
  ADD COLUMN correction_id uuid,                          -- of a punch that an approved correction wrote
  ADD CONSTRAINT attendance_events_correction_fk
    FOREIGN KEY (organization_id, correction_id) REFERENCES attendance_corrections (organization_id, id);
CREATE INDEX attendance_events_time_idx ON attendance_events (organization_id, occurred_at DESC, id);

ALTER TABLE attendance_records
  ADD COLUMN shift_id uuid,
  ADD COLUMN override_status attendance_status,           -- decided by somebody, whatever the punches say
  ADD COLUMN override_reason text CHECK (length(btrim(override_reason)) BETWEEN 1 AND 1000),
  ADD COLUMN overridden_by uuid,
  ADD COLUMN overridden_at timestamptz,
  ADD COLUMN overtime_approval_minutes integer CHECK (overtime_approval_minutes >= 0),  -- as decided; what counts is at most the overtime
  ADD COLUMN overtime_approved_by uuid,
  ADD COLUMN overtime_approved_at timestamptz,
  ADD CONSTRAINT attendance_records_shift_fk
    FOREIGN KEY (organization_id, shift_id) REFERENCES shifts (organization_id, id),
  ADD CONSTRAINT attendance_records_override_check
    CHECK (num_nonnulls(override_status, override_reason, overridden_by, overridden_at) IN (0, 4)),
  ADD CONSTRAINT attendance_records_approval_check
    CHECK (num_nonnulls(overtime_approval_minutes, overtime_approved_by, overtime_approved_at) IN (0, 3));

ALTER TABLE attendance_sessions
  ADD COLUMN location_id uuid,
  ADD CONSTRAINT attendance_sessions_location_fk
    FOREIGN KEY (organization_id, location_id) REFERENCES work_locations (organization_id, id),
  -- A session is what becomes of its clock-in; computing a day again finds it by this.
  ADD CONSTRAINT attendance_sessions_clock_in_uq UNIQUE (organization_id, clock_in_event_id);

-- Breaks are computed from events; computing a day again replaces them.
GRANT DELETE ON attendance_breaks TO app_user;

SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['attendance_periods', 'attendance_corrections']::regclass[]) AS t;
