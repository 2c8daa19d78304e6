-- Nobody approves their own correction; a device's event is stored once; periods do not overlap.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');

-- case 9
CREATE FUNCTION pg_temp.decide(person integer, is_self boolean) RETURNS text LANGUAGE sql AS $$
  SELECT format('UPDATE attendance_corrections SET status = ''approved'', decided_at = now(), decided_by = %L,'
                ' self_approval = %L WHERE id = %L', pg_temp.id('a', person), is_self, pg_temp.id('a', 67)) $$;
SELECT pg_temp.expect_outcome('23514', pg_temp.decide(3, false));
SELECT pg_temp.expect_outcome('00000', pg_temp.decide(3, true));
SELECT pg_temp.expect_outcome('00000', pg_temp.decide(4, false));

-- case 6
CREATE FUNCTION pg_temp.event(employee integer, event text) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO attendance_events (organization_id, employee_id, kind, occurred_at, time_zone,'
                ' utc_offset_minutes, source, device_id, device_event_id)'
                ' VALUES (%L, %L, ''clock_in'', now(), ''UTC'', 0, ''kiosk'', %L, %L)',
                pg_temp.id('a', 1), pg_temp.id('a', employee), pg_temp.id('a', 65), event) $$;
DO $$ BEGIN EXECUTE pg_temp.event(21, 'e-1'); END $$;
SELECT pg_temp.expect_outcome('23505', pg_temp.event(21, 'e-1'));
SELECT pg_temp.expect_outcome('23505', pg_temp.event(23, 'e-1'));
SELECT pg_temp.expect_outcome('00000', pg_temp.event(21, 'e-2'));
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO unmapped_device_events (organization_id, device_id, device_event_id,
    external_user_id, occurred_at, source)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 65), 'x-1', '9', now(), 'kiosk')$$);

-- case 10: the days of a period are in no other
SELECT pg_temp.expect_outcome('23P01', $$INSERT INTO attendance_periods (organization_id, name, days)
  VALUES (pg_temp.id('a', 1), 'P', '[2020-01-31,2020-02-02)')$$);
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO attendance_periods (organization_id, name, days)
  VALUES (pg_temp.id('a', 1), 'P', '[2020-02-01,2020-02-02)')$$);

-- A login ends with an employment that ends.
SELECT pg_temp.expect_outcome('23514', $$UPDATE employees SET login_ends = true, terminated_on = NULL, status = 'active'$$);
