-- Lists of attendance are read from an index under the tenants' policy, from the page's own place on.
CREATE FUNCTION pg_temp.plan(source text, rest text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.plan_of(format('SELECT t.id FROM %s WHERE t.organization_id = %L %s LIMIT 21',
                                source, pg_temp.id('a', 1), rest))
$$;

SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
-- As if there were many: what is no index scan is too dear.
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
SET LOCAL enable_sort = off;
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;

-- Each state, kind and source that may be rare has its rows in the order of the list.
SELECT pg_temp.expect(
  pg_temp.plan(listed || ' t', format('AND t.%I = %L ORDER BY t.%I, t.id', name, value, key)) LIKE '%' || index || '%',
  listed || ' by ' || name || ' ' || value)
FROM (
  SELECT 'attendance_records', 'status', value::text, 'work_date', 'attendance_records_' || value || '_idx'
    FROM unnest(enum_range(NULL::attendance_status)) AS value
  UNION ALL
  SELECT 'attendance_events', 'source', value::text, 'occurred_at',
         'attendance_events_' || split_part(value::text, '_', 1) || '_idx'
    FROM unnest(enum_range(NULL::attendance_source)) AS value
  UNION ALL
  SELECT 'attendance_events', 'kind', value, 'occurred_at', 'attendance_events_' || value || '_idx'
    FROM unnest(ARRAY['break_start', 'break_end']) AS value
  UNION ALL
  SELECT 'attendance_sessions', 'status', value, 'clock_in_at', 'attendance_sessions_' || value || '_idx'
    FROM unnest(ARRAY['open', 'auto_closed', 'voided']) AS value
  UNION ALL
  SELECT 'attendance_corrections', 'status', value, 'requested_at', 'attendance_corrections_' || index || '_idx'
    FROM (VALUES ('pending', 'queue'), ('rejected', 'rejected'), ('cancelled', 'cancelled'),
                 ('cancellation_pending', 'cancelling')) AS states (value, index)
) AS lists (listed, name, value, key, index);

SELECT pg_temp.expect(pg_temp.plan('attendance_records t', 'AND t.flags <> ''{}'' AND t.flags && ''{overridden}'' ORDER BY t.work_date, t.id')
                      LIKE '%attendance_records_flagged_idx%', 'days with a flag');
-- A sync looks up each event so; no other index may look as good to a device that is new.
SELECT pg_temp.expect(pg_temp.plan('attendance_events t', format('AND t.device_id = %L AND t.device_event_id = ''x''', pg_temp.id('a', 1)))
                      LIKE '%attendance_events_device_uq%', 'an event by the id that its device gave it');
SELECT pg_temp.expect(pg_temp.plan('attendance_sessions t', format('AND t.employee_id = %L ORDER BY t.clock_in_at, t.id', pg_temp.id('a', 21)))
                      LIKE '%attendance_sessions_employee_idx%', 'sessions of an employee');
SELECT pg_temp.expect(pg_temp.plan('attendance_corrections t', 'AND (t.requested_at, t.id) < (now(), gen_random_uuid()) ORDER BY t.requested_at DESC, t.id DESC')
                      LIKE '%Index Cond:%ROW(requested_at, id) < ROW(%', 'pages of corrections');

-- By name: the names in their order from the page's place on.
SELECT pg_temp.expect(
  plan LIKE '%employees_every_name_idx%' AND plan LIKE '%Index Cond:%(name_key >= %',
  'days by name')
FROM pg_temp.plan('attendance_records t JOIN employees named ON named.organization_id = t.organization_id AND named.id = t.employee_id',
                  'AND named.name_key >= ''m'' AND (named.name_key, t.id) > (''m'', t.id) ORDER BY named.name_key, t.id') AS plan;
