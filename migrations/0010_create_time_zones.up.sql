-- The names of the time zone database, as PostgreSQL knows them. The view pg_timezone_names reads
-- hundreds of files at each look, too slow for a transaction that holds a lock.
CREATE TABLE time_zones (
  name text PRIMARY KEY
);
INSERT INTO time_zones SELECT name FROM pg_timezone_names WHERE name !~ '^(posix|right)/';
GRANT SELECT ON time_zones TO app_user, app_auth, app_platform;
