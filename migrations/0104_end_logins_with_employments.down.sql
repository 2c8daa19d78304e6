ALTER TABLE employees DROP COLUMN login_ends;
