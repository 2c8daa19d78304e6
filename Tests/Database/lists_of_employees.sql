-- Lists of employees are read from an index under the tenants' policy, from the page's own place on.
CREATE FUNCTION pg_temp.plan(rest text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.plan_of(format('SELECT e.id FROM employees e WHERE e.organization_id = %L'
                                ' AND e.deleted_at IS NULL %s LIMIT 21', pg_temp.id('a', 1), rest))
$$;

SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
-- As if there were many: what is no index scan is too dear.
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
SET LOCAL enable_sort = off;
SET LOCAL enable_incremental_sort = off;

-- The keys of the order and the cursor are index conditions: nothing before the page is read.
SELECT pg_temp.expect(pg_temp.plan(format('AND (e.%1$I, e.id) > (%2$L, %3$L) ORDER BY e.%1$I, e.id', key, place, pg_temp.id('a', 21)))
                      LIKE '%Index Cond:%ROW(' || key || ', id) > ROW(%', 'pages by ' || key)
FROM (VALUES ('name_key', 'm'), ('hired_on', '2020-01-01'), ('created_at', '2026-01-01Z'), ('updated_at', '2026-01-01Z'))
     AS orders (key, place);
SELECT pg_temp.expect(pg_temp.plan('AND (e.hired_on <= ''2020-01-01'' AND (e.hired_on < ''2020-01-01'' OR e.name_key > ''m''))')
                      LIKE '%Index Cond:%(hired_on <= %', 'pages of mixed orders start at the first key');

-- What belongs to one parent stands in the order of the list.
SELECT pg_temp.expect(pg_temp.plan(format('AND e.%I = %L ORDER BY e.name_key, e.id', parent, pg_temp.id('a', 21)))
                      LIKE '%Index Cond:%(' || parent || ' = %', 'lists by ' || parent)
FROM unnest(ARRAY['department_id', 'manager_id', 'location_id']) AS parent;

SELECT pg_temp.expect(pg_temp.plan('AND e.full_name = ''Ada First'' AND e.name_key = lower(''Ada First'')')
                      LIKE '%Index Cond:%(name_key = %', 'one name');
SELECT pg_temp.expect(pg_temp.plan('AND e.employment_type IN (''intern'') ORDER BY e.name_key, e.id')
                      LIKE '%Index Cond:%(employment_type = %', 'one kind of employment');
SELECT pg_temp.expect(pg_temp.plan(format('AND e.status IN (%L) ORDER BY e.name_key, e.id', status))
                      LIKE '%employees_' || status || '_idx%', 'those who are ' || status)
FROM unnest(ARRAY['on_notice', 'terminated']) AS status;
