DROP INDEX shift_assignments_employee_idx;
CREATE INDEX shift_assignments_employee_idx ON shift_assignments (organization_id, employee_id, id) WHERE deleted_at IS NULL;
DROP INDEX shift_assignments_start_idx;
ALTER TABLE shift_assignments DROP COLUMN valid_from;
