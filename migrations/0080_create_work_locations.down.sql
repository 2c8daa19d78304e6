ALTER TABLE employees DROP COLUMN location_id;
DROP TABLE work_locations;
