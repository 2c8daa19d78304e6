-- Lists of employees from an index, however deep the page and whatever the order or filter.
--
-- Under a policy only leakproof conditions are answered by an index, and lower() is none: a page far down the list by
-- name read every name before it. Of a stored column the comparison is leakproof.
ALTER TABLE employees
  ADD COLUMN name_key text NOT NULL GENERATED ALWAYS AS (lower(full_name)) STORED;   -- names in lists, whatever the case

DROP INDEX employees_name_idx, employees_dept_idx, employees_manager_idx, employees_location_idx;
CREATE INDEX employees_name_idx       ON employees (organization_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_dept_idx       ON employees (organization_id, department_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_manager_idx    ON employees (organization_id, manager_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_location_idx   ON employees (organization_id, location_id, name_key, id) WHERE deleted_at IS NULL;
-- Equality of enums is not leakproof either, but what a partial index leaves out nobody has to compare.
CREATE INDEX employees_on_notice_idx  ON employees (organization_id, name_key, id) WHERE deleted_at IS NULL AND status = 'on_notice';
CREATE INDEX employees_terminated_idx ON employees (organization_id, name_key, id) WHERE deleted_at IS NULL AND status = 'terminated';
CREATE INDEX employees_type_idx       ON employees (organization_id, employment_type, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_hired_idx      ON employees (organization_id, hired_on, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_created_idx    ON employees (organization_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_updated_idx    ON employees (organization_id, updated_at, id) WHERE deleted_at IS NULL;
