-- One open session per employee; sessions may touch and never overlap; breaks likewise.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');

-- Each session has a clock-in of its own.
CREATE FUNCTION pg_temp.session(starts text, ends text, state session_status) RETURNS text LANGUAGE sql AS $$
  SELECT format('WITH e AS (INSERT INTO attendance_events (organization_id, employee_id, kind, occurred_at, time_zone,'
                ' utc_offset_minutes, source) VALUES (%1$L, %2$L, ''clock_in'', %5$L, ''UTC'', 0, ''web'') RETURNING id)'
                ' INSERT INTO attendance_sessions (organization_id, employee_id, record_id, clock_in_event_id,'
                ' clock_out_event_id, clock_in_at, clock_out_at, status)'
                ' SELECT %1$L, %2$L, %3$L, e.id, %4$L, %5$L, %6$L, %7$L FROM e',
                pg_temp.id('a', 1), pg_temp.id('a', 21), pg_temp.id('a', 33), pg_temp.id('a', 32),
                starts, ends, state) $$;

-- the day has 09:00–13:00 already
SELECT pg_temp.expect_outcome('00000', pg_temp.session('2026-01-05 13:00Z', '2026-01-05 17:00Z', 'closed'));
SELECT pg_temp.expect_outcome('00000', pg_temp.session('2026-01-05 08:00Z', '2026-01-05 09:00Z', 'closed'));
SELECT pg_temp.expect_outcome('23P01', pg_temp.session('2026-01-05 12:59Z', '2026-01-05 17:00Z', 'closed'));
SELECT pg_temp.expect_outcome('23P01', pg_temp.session('2026-01-05 08:00Z', NULL, 'open'));
SELECT pg_temp.expect_outcome('00000', pg_temp.session('2026-01-05 10:00Z', '2026-01-05 11:00Z', 'voided'));
SELECT pg_temp.expect_outcome('23514', pg_temp.session('2026-01-06 10:00Z', NULL, 'closed'));
SELECT pg_temp.expect_outcome('23514', pg_temp.session('2026-01-06 10:00Z', '2026-01-06 11:00Z', 'open'));
SELECT pg_temp.expect_outcome('23514', pg_temp.session('2026-01-06 10:00Z', '2026-01-06 10:00Z', 'closed'));

DO $$ BEGIN EXECUTE pg_temp.session('2026-01-06 09:00Z', NULL, 'open'); END $$;
-- the unique index or the exclusion constraint may report first
SELECT pg_temp.expect(pg_temp.outcome(pg_temp.session('2026-01-06 10:00Z', NULL, 'open')) IN ('23505', '23P01'), 'one open session');
SELECT pg_temp.expect_outcome('00000', $$UPDATE attendance_sessions SET clock_out_at = '2026-01-06 12:00Z', status = 'closed' WHERE status = 'open'$$);

-- the event and the record must be the same employee's
SELECT pg_temp.expect_outcome('23503', $$UPDATE attendance_sessions SET employee_id = pg_temp.id('a', 22) WHERE status = 'open'$$);

SELECT pg_temp.expect_outcome('23P01', $$INSERT INTO attendance_breaks (organization_id, session_id, employee_id, started_at, ended_at)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 34), pg_temp.id('a', 21), '2026-01-05 10:10Z', '2026-01-05 10:20Z')$$);
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO attendance_breaks (organization_id, session_id, employee_id, started_at, ended_at)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 34), pg_temp.id('a', 21), '2026-01-05 10:15Z', '2026-01-05 10:20Z')$$);
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO attendance_records (organization_id, employee_id, work_date, time_zone)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 21), '2026-01-05', 'UTC')$$);
