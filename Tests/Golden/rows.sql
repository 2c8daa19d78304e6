-- What the golden tests find in the database. Keys are numbers in the form of a UUID: 1 is the organization, 10 to 12
-- the owner's user, session and member, 20 to 22 the member's, 100 and 101 departments, 1000 and on employees.
CREATE FUNCTION pg_temp.key(number integer) RETURNS uuid LANGUAGE sql IMMUTABLE
  AS $$ SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid $$;

BEGIN;
INSERT INTO organizations (id, name, current_owner_id) VALUES (pg_temp.key(1), 'Golden', pg_temp.key(2));
INSERT INTO organization_slugs (slug, organization_id) VALUES ('golden', pg_temp.key(1));
INSERT INTO organization_settings (organization_id) VALUES (pg_temp.key(1));
INSERT INTO users (id) SELECT pg_temp.key(number) FROM unnest(ARRAY[10, 20]) AS number;
INSERT INTO user_profile (user_id, display_name) VALUES (pg_temp.key(10), 'Olga Owner'), (pg_temp.key(20), 'Max Member');
INSERT INTO user_identifiers (id, user_id, kind, value, is_primary, verified_at)
SELECT pg_temp.key(number + 3), pg_temp.key(number), 'email', name || '@golden.example', true, '2029-01-01Z'
FROM (VALUES (10, 'olga'), (20, 'max')) AS person (number, name);
INSERT INTO user_sessions (user_id, id, active_organization_id, expires_at)
SELECT pg_temp.key(number), pg_temp.key(number + 1), pg_temp.key(1), '2100-01-01Z' FROM unnest(ARRAY[10, 20]) AS number;
INSERT INTO organization_members (organization_id, id, user_id)
SELECT pg_temp.key(1), pg_temp.key(number + 2), pg_temp.key(number) FROM unnest(ARRAY[10, 20]) AS number;
INSERT INTO organization_owners (organization_id, id, member_id) VALUES (pg_temp.key(1), pg_temp.key(2), pg_temp.key(12));
COMMIT;

INSERT INTO departments (organization_id, id, name, code, parent_id)
VALUES (pg_temp.key(1), pg_temp.key(100), 'Works', 'W', NULL),
       (pg_temp.key(1), pg_temp.key(101), 'Forge', 'F', pg_temp.key(100));

-- The last has no manager, the nine before report to the last, and all others to one of those. The third has a login.
INSERT INTO employees (organization_id, id, member_id, department_id, manager_id, employee_number, full_name, email,
                       job_title, hired_on)
SELECT pg_temp.key(1), pg_temp.key(1000 + n), CASE WHEN n = 3 THEN pg_temp.key(22) END,
       CASE WHEN n % 3 > 0 THEN pg_temp.key(99 + n % 3) END,
       CASE WHEN n < 101 THEN pg_temp.key(1101 + n % 9) WHEN n < 110 THEN pg_temp.key(1110) END,
       'E-' || lpad(n::text, 3, '0'), 'Employee ' || lpad(n::text, 3, '0'), 'e' || n || '@golden.example',
       CASE WHEN n % 2 = 0 THEN 'Smith' END, date '2029-01-01' + n % 28
FROM generate_series(1, 110) AS n;

-- Six days each, of which a page of five leaves the first out.
INSERT INTO attendance_records (organization_id, id, employee_id, work_date, time_zone, first_in_at, last_out_at,
                                worked_minutes, break_minutes, late_minutes, status, computed_at)
SELECT pg_temp.key(1), pg_temp.key(10000 + 10 * n + day), pg_temp.key(1000 + n), date '2030-02-25' + day, 'UTC',
       start, start + interval '8 hours 30 minutes', 480, 30, n % 5, 'present', '2030-03-03Z'
FROM generate_series(1, 110) AS n, generate_series(0, 5) AS day,
     LATERAL (SELECT timestamptz '2030-02-25 08:00Z' + day * interval '1 day' + n % 5 * interval '1 minute') AS t (start);
