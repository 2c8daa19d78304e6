DROP INDEX employees_name_idx, employees_dept_idx, employees_manager_idx, employees_location_idx, employees_on_notice_idx,
  employees_terminated_idx, employees_type_idx, employees_hired_idx, employees_created_idx, employees_updated_idx;
ALTER TABLE employees DROP COLUMN name_key;
CREATE INDEX employees_dept_idx    ON employees (organization_id, department_id, full_name, id) WHERE deleted_at IS NULL;
CREATE INDEX employees_name_idx    ON employees (organization_id, lower(full_name), id) WHERE deleted_at IS NULL;
CREATE INDEX employees_manager_idx ON employees (organization_id, manager_id) WHERE deleted_at IS NULL;
CREATE INDEX employees_location_idx ON employees (organization_id, location_id) WHERE deleted_at IS NULL;
