-- Events, voids, the audit log and the security log take rows and never change or lose one.
DO $$
DECLARE
  t regclass;
  r name;
BEGIN
  FOREACH t IN ARRAY ARRAY['attendance_events', 'attendance_event_voids', 'audit_logs']::regclass[] LOOP
    FOREACH r IN ARRAY ARRAY['app_user', 'app_platform'] LOOP
      EXECUTE format('SET LOCAL ROLE %I', r);
      PERFORM pg_temp.enter('a');
      PERFORM pg_temp.expect_outcome('42501', format('UPDATE %s SET organization_id = organization_id', t));
      PERFORM pg_temp.expect_outcome('42501', format('DELETE FROM %s', t));
      PERFORM pg_temp.expect_outcome('42501', format('TRUNCATE %s CASCADE', t));
      RESET ROLE;
    END LOOP;
  END LOOP;
END $$;

SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO attendance_events (organization_id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes, source)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 21), 'clock_in', now(), 'UTC', 0, 'web')$$);
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO attendance_event_voids (organization_id, event_id, reason, actor_user_id)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 31), 'wrong', pg_temp.id('a', 3))$$);
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO audit_logs (organization_id, actor_kind, action, entity_type)
  VALUES (pg_temp.id('a', 1), 'user', 'x', 'X')$$);
SELECT pg_temp.expect_outcome('42501', 'SELECT FROM audit_logs_default');

SET LOCAL ROLE app_platform;
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO platform_audit_logs (action) VALUES ('x')$$);
SELECT pg_temp.expect_outcome('42501', $$UPDATE platform_audit_logs SET action = 'y'$$);
SELECT pg_temp.expect_outcome('42501', 'DELETE FROM platform_audit_logs');
SET LOCAL ROLE app_user;
SELECT pg_temp.expect_outcome('42501', 'SELECT FROM platform_audit_logs');
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO platform_audit_logs (action) VALUES ('x')$$);

SET LOCAL ROLE app_auth;
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO auth_events (user_id, kind, success) VALUES (pg_temp.id('a', 3), 'x', true)$$);
SELECT pg_temp.expect_outcome('42501', 'UPDATE auth_events SET success = true');
SELECT pg_temp.expect_outcome('42501', 'DELETE FROM auth_events');
