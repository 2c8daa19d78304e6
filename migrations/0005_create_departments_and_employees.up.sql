-- The people whose hours are kept. An employee need not be a member: without a login, somebody
-- else or a device reports for them.

CREATE TYPE employment_status AS ENUM ('active', 'on_notice', 'terminated');

CREATE TABLE departments (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  parent_id       uuid,
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  code            text,
  manager_employee_id uuid,
  created_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, parent_id) REFERENCES departments (organization_id, id),
  CHECK (parent_id IS NULL OR parent_id <> id)
);
CREATE UNIQUE INDEX departments_name_uq ON departments (organization_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX departments_code_uq ON departments (organization_id, code) WHERE deleted_at IS NULL AND code IS NOT NULL;
CREATE INDEX departments_manager_idx ON departments (organization_id, manager_employee_id) WHERE deleted_at IS NULL;
CREATE INDEX departments_parent_idx  ON departments (organization_id, parent_id) WHERE deleted_at IS NULL;

CREATE TABLE employees (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id       uuid,                                   -- NULL: no login
  department_id   uuid,
  manager_id      uuid,
  employee_number text NOT NULL CHECK (length(btrim(employee_number)) BETWEEN 1 AND 64),
  full_name       text NOT NULL CHECK (length(btrim(full_name)) BETWEEN 1 AND 200),
  email           text,
  phone           text,
  job_title       text,
  employment_type text NOT NULL DEFAULT 'full_time'
                  CHECK (employment_type IN ('full_time', 'part_time', 'contractor', 'intern', 'temporary')),
  status          employment_status NOT NULL DEFAULT 'active',
  hired_on        date NOT NULL,
  terminated_on   date CHECK (terminated_on >= hired_on),
  time_zone       text,                                   -- NULL: the organization's
  external_ref    text,                                   -- upsert key of imports
  custom          jsonb NOT NULL DEFAULT '{}',
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, member_id)     REFERENCES organization_members (organization_id, id),
  FOREIGN KEY (organization_id, department_id) REFERENCES departments (organization_id, id),
  FOREIGN KEY (organization_id, manager_id)    REFERENCES employees (organization_id, id),
  CHECK (manager_id IS NULL OR manager_id <> id),
  CHECK ((status = 'terminated') <= (terminated_on IS NOT NULL))
);
CREATE UNIQUE INDEX employees_number_uq   ON employees (organization_id, employee_number) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX employees_member_uq   ON employees (organization_id, member_id)       WHERE deleted_at IS NULL AND member_id IS NOT NULL;
CREATE UNIQUE INDEX employees_external_uq ON employees (organization_id, external_ref)    WHERE deleted_at IS NULL AND external_ref IS NOT NULL;
CREATE INDEX employees_dept_idx    ON employees (organization_id, department_id, full_name, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_name_idx    ON employees (organization_id, lower(full_name), id) WHERE deleted_at IS NULL;
CREATE INDEX employees_manager_idx ON employees (organization_id, manager_id) WHERE deleted_at IS NULL;

ALTER TABLE departments
  ADD CONSTRAINT departments_manager_fk
  FOREIGN KEY (organization_id, manager_employee_id) REFERENCES employees (organization_id, id);

SELECT app.protect_tenant_table('departments');
SELECT app.protect_tenant_table('employees');
