-- Search, colleagues and team, each within the tenant alone.
CREATE FUNCTION pg_temp.found(fragment text) RETURNS integer[] LANGUAGE sql AS $$
  SELECT coalesce(array_agg(right(f::text, 2)::integer ORDER BY f), '{}') FROM app.search_employees(fragment) f $$;
CREATE FUNCTION pg_temp.team(manager integer) RETURNS integer[] LANGUAGE sql AS $$
  SELECT coalesce(array_agg(right(f::text, 2)::integer ORDER BY f), '{}') FROM app.team_employee_ids(pg_temp.id('a', manager)) f $$;

-- 24 reports to 22, who reports to 21; 25 was deleted.
INSERT INTO employees (organization_id, id, manager_id, employee_number, full_name, hired_on, deleted_at)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 24), pg_temp.id('a', 22), 'E-24', 'Dora Fourth', '2020-01-01', NULL),
         (pg_temp.id('a', 1), pg_temp.id('a', 25), pg_temp.id('a', 21), 'E-25', 'Gone Fifth', '2020-01-01', now());

SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
SELECT pg_temp.expect(pg_temp.found('FIRST') = '{21}', 'by name, whatever the case');
SELECT pg_temp.expect(pg_temp.found('e-2') = '{21,22,23,24}', 'by number, without the deleted');
SELECT pg_temp.expect(pg_temp.found('ada@a') = '{21}', 'by e-mail address');
SELECT pg_temp.expect(pg_temp.found('a') = '{21,24}', 'by a single letter');
SELECT pg_temp.expect(pg_temp.found('%') = '{22}', 'a percent sign is a percent sign');
SELECT pg_temp.expect(pg_temp.found('%_s') = '{22}', 'an underscore is an underscore');
SELECT pg_temp.expect(pg_temp.found('\') = '{}', 'a backslash is a backslash');
SELECT pg_temp.expect(pg_temp.found(E'first\ne-21') = '{}', 'nothing across two columns');
SELECT pg_temp.expect(pg_temp.found('@b.example') = '{}', 'nobody of another tenant');
SELECT pg_temp.expect((SELECT count(*) FROM app.colleagues(ARRAY[pg_temp.id('a', 3), pg_temp.id('b', 3)])) = 1, 'colleagues only');

SELECT pg_temp.expect(pg_temp.team(21) = '{22,23,24}', 'reports at any depth and departments below, not the manager');
SELECT pg_temp.expect(pg_temp.team(22) = '{24}', 'reports of a report');
SELECT pg_temp.expect(pg_temp.team(23) = '{}', 'no team');
SELECT pg_temp.expect((SELECT count(*) = 0 FROM app.team_employee_ids(pg_temp.id('b', 21))), 'no team in another tenant');

-- cycles of managers and departments end
UPDATE employees SET manager_id = pg_temp.id('a', 24) WHERE id = pg_temp.id('a', 21);
UPDATE departments SET parent_id = pg_temp.id('a', 12) WHERE id = pg_temp.id('a', 11);
SELECT pg_temp.expect(pg_temp.team(21) = '{22,23,24}', 'the same team within a cycle');

SELECT pg_temp.enter(NULL);
SELECT pg_temp.expect(pg_temp.found('e-2') = '{}', 'nobody without a context');
SELECT pg_temp.expect((SELECT count(*) = 0 FROM app.colleagues(ARRAY[pg_temp.id('a', 3)])), 'no colleague without a context');
SELECT pg_temp.expect(pg_temp.team(21) = '{}', 'no team without a context');
