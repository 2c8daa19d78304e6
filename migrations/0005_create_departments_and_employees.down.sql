ALTER TABLE departments DROP CONSTRAINT departments_manager_fk;
DROP TABLE employees, departments;
DROP TYPE employment_status;
