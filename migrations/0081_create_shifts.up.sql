-- Shifts, who works them and when, and the days on which nobody has to.
CREATE TYPE day_half AS ENUM ('am', 'pm');

CREATE TABLE shifts (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  start_time      time NOT NULL,                          -- on the clock on the wall
  end_time        time NOT NULL,
  crosses_midnight boolean NOT NULL GENERATED ALWAYS AS (end_time <= start_time) STORED,
  time_zone       text REFERENCES time_zones (name),      -- NULL: the employee's
  weekdays        smallint NOT NULL DEFAULT 31 CHECK (weekdays BETWEEN 1 AND 127),  -- bit 0 = Monday, of the start's day
  early_clock_in_minutes  integer NOT NULL DEFAULT 60  CHECK (early_clock_in_minutes BETWEEN 0 AND 720),
  late_clock_out_minutes  integer NOT NULL DEFAULT 240 CHECK (late_clock_out_minutes BETWEEN 0 AND 720),
  late_grace_minutes      integer NOT NULL DEFAULT 0   CHECK (late_grace_minutes BETWEEN 0 AND 240),
  early_leave_grace_minutes integer NOT NULL DEFAULT 0 CHECK (early_leave_grace_minutes BETWEEN 0 AND 240),
  break_minutes           integer NOT NULL DEFAULT 0   CHECK (break_minutes BETWEEN 0 AND 480),
  break_mode              text NOT NULL DEFAULT 'punched' CHECK (break_mode IN ('none', 'fixed', 'punched', 'greater_of')),
  break_is_paid           boolean NOT NULL DEFAULT false,
  half_day_below_minutes  integer CHECK (half_day_below_minutes > 0),
  absent_below_minutes    integer CHECK (absent_below_minutes > 0),
  overtime_after_minutes  integer NOT NULL DEFAULT 0 CHECK (overtime_after_minutes >= 0),
  overtime_before_shift   boolean NOT NULL DEFAULT false,
  overtime_needs_approval boolean NOT NULL DEFAULT true,
  rounding_minutes        integer NOT NULL DEFAULT 0 CHECK (rounding_minutes IN (0, 5, 6, 10, 15, 30)),
  rounding_mode           text NOT NULL DEFAULT 'nearest' CHECK (rounding_mode IN ('nearest', 'up', 'down')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (absent_below_minutes <= half_day_below_minutes)
);
CREATE UNIQUE INDEX shifts_name_uq ON shifts (organization_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE shift_assignments (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  employee_id     uuid NOT NULL,
  shift_id        uuid NOT NULL,
  location_id     uuid,
  slot            smallint NOT NULL DEFAULT 1 CHECK (slot BETWEEN 1 AND 4),   -- the parts of a split day
  valid           daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  rotation_anchor date,                                   -- a day on which a rotation begins; NULL: the shift, always
  created_by      uuid,
  created_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, employee_id) REFERENCES employees (organization_id, id),
  FOREIGN KEY (organization_id, shift_id)    REFERENCES shifts (organization_id, id),
  FOREIGN KEY (organization_id, location_id) REFERENCES work_locations (organization_id, id),
  CONSTRAINT shift_assignments_no_overlap
    EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, slot WITH =, valid WITH &&) WHERE (deleted_at IS NULL)
);
CREATE INDEX shift_assignments_shift_idx ON shift_assignments (organization_id, shift_id) WHERE deleted_at IS NULL;
CREATE INDEX shift_assignments_employee_idx ON shift_assignments (organization_id, employee_id, id) WHERE deleted_at IS NULL;

-- The days of a rotation, counted from its anchor, over and over.
CREATE TABLE shift_assignment_days (
  organization_id uuid NOT NULL,
  assignment_id   uuid NOT NULL,
  day             smallint NOT NULL CHECK (day BETWEEN 0 AND 365),
  shift_id        uuid,                                   -- NULL: a day off
  PRIMARY KEY (organization_id, assignment_id, day),
  FOREIGN KEY (organization_id, assignment_id) REFERENCES shift_assignments (organization_id, id),
  FOREIGN KEY (organization_id, shift_id)      REFERENCES shifts (organization_id, id)
);
CREATE INDEX shift_assignment_days_shift_idx ON shift_assignment_days (organization_id, shift_id) WHERE shift_id IS NOT NULL;

CREATE TABLE holiday_calendars (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  is_default      boolean NOT NULL DEFAULT false,
  created_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX holiday_calendars_default_uq ON holiday_calendars (organization_id) WHERE is_default AND deleted_at IS NULL;
CREATE UNIQUE INDEX holiday_calendars_name_uq ON holiday_calendars (organization_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE holidays (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  calendar_id     uuid NOT NULL,
  day             date NOT NULL,
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  half            day_half,                               -- NULL: the whole day
  is_optional     boolean NOT NULL DEFAULT false,         -- frees nobody by itself
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, calendar_id) REFERENCES holiday_calendars (organization_id, id),
  CONSTRAINT holidays_day_uq UNIQUE NULLS NOT DISTINCT (organization_id, calendar_id, day, half)
);

ALTER TABLE work_locations
  ADD CONSTRAINT work_locations_calendar_fk
  FOREIGN KEY (organization_id, holiday_calendar_id) REFERENCES holiday_calendars (organization_id, id);

SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['shifts', 'shift_assignments', 'shift_assignment_days', 'holiday_calendars', 'holidays']::regclass[]) AS t;
GRANT DELETE ON shift_assignment_days, holidays TO app_user;
