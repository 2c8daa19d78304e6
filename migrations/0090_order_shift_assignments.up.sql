-- Lists of assignments go by their first day: a column of its own, because a function of the range could not be
-- compared within an index under row-level security.
ALTER TABLE shift_assignments ADD COLUMN valid_from date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED;
CREATE INDEX shift_assignments_start_idx ON shift_assignments (organization_id, valid_from, id) WHERE deleted_at IS NULL;
DROP INDEX shift_assignments_employee_idx;
CREATE INDEX shift_assignments_employee_idx ON shift_assignments (organization_id, employee_id, valid_from, id)
  WHERE deleted_at IS NULL;
