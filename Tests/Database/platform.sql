-- Administration of the platform, sessions that only look on, and what organizations hear of people.
UPDATE platform_admins SET revoked_at = clock_timestamp();
INSERT INTO users (id) VALUES (pg_temp.id('c', 3));
INSERT INTO platform_admins (user_id) VALUES (pg_temp.id('c', 3));
INSERT INTO user_sessions (user_id, id, active_organization_id, is_acting, expires_at) VALUES
  (pg_temp.id('c', 3), pg_temp.id('c', 8), NULL, false, now() + interval '1 hour'),
  (pg_temp.id('c', 3), pg_temp.id('c', 9), pg_temp.id('a', 1), true, now() + interval '1 hour');

CREATE FUNCTION pg_temp.administrator(session_number integer DEFAULT 8, session_epoch integer DEFAULT 1, at timestamptz DEFAULT now())
  RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT app.require_platform_admin(%L, %L, %L, %L)',
    pg_temp.id('c', 3), pg_temp.id('c', session_number), session_epoch, at)) $$;

-- As a session that looks on at organization a.
CREATE FUNCTION pg_temp.onlooker(is_mutation boolean, organization text DEFAULT 'a', member_number integer DEFAULT NULL)
  RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT app.require_viewer(%L, %L, 1, %L, %L, 1, %L, now())', pg_temp.id('c', 3),
    pg_temp.id('c', 9), pg_temp.id(organization, 1), pg_temp.id('a', member_number), is_mutation)) $$;

SET LOCAL ROLE app_platform;
SELECT pg_temp.expect(pg_temp.administrator() = '00000', 'an administrator');
SELECT pg_temp.expect(pg_temp.administrator(session_number => 7) = 'RC001', 'no such session');
SELECT pg_temp.expect(pg_temp.administrator(at => now() + interval '2 hours') = 'RC001', 'an expired session');
SELECT pg_temp.expect(pg_temp.administrator(session_epoch => 2) = 'RC002', 'another epoch of the session');
SELECT pg_temp.expect(pg_temp.administrator(session_number => 9) = 'RC006', 'a session that only looks on');
SELECT pg_temp.expect_outcome('RC006', format('SELECT app.require_platform_admin(%L, %L, 1, now())', pg_temp.id('a', 3), pg_temp.id('a', 8)));

SET LOCAL ROLE app_user;
SELECT pg_temp.expect(pg_temp.administrator() = '42501', 'the check is for the platform''s role');
SELECT pg_temp.expect(pg_temp.onlooker(false) = '00000', 'who looks on reads');
SELECT pg_temp.expect(pg_temp.onlooker(true) = 'RC006', 'who looks on changes nothing');
SELECT pg_temp.expect(pg_temp.onlooker(false, organization => 'b') = 'RC002', 'nor sees another organization');
SELECT pg_temp.expect(pg_temp.onlooker(false, member_number => 5) = 'RC002', 'nor is anybody''s member');
RESET ROLE;
UPDATE platform_admins SET revoked_at = clock_timestamp() WHERE user_id = pg_temp.id('c', 3);
SET LOCAL ROLE app_platform;
SELECT pg_temp.expect(pg_temp.administrator() = 'RC006', 'no administrator any more');
SET LOCAL ROLE app_user;
SELECT pg_temp.expect(pg_temp.onlooker(false) = 'RC002', 'looking on ends with the administration');

-- The platform's log is the platform's, and append-only.
SELECT pg_temp.expect_outcome('42501', 'SELECT FROM platform_audit_logs');
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO platform_audit_logs (action) VALUES ('x')$$);
SET LOCAL ROLE app_auth;
SELECT pg_temp.expect_outcome('42501', 'SELECT FROM platform_audit_logs');
SET LOCAL ROLE app_platform;
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO platform_audit_logs (action) VALUES ('x')$$);
SELECT pg_temp.expect_outcome('42501', $$UPDATE platform_audit_logs SET action = 'y'$$);
SELECT pg_temp.expect_outcome('42501', 'DELETE FROM platform_audit_logs');

-- Whether people may sign in and how many did is told of the current organization's members alone.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
SELECT pg_temp.expect(app.is_colleague_active(pg_temp.id('a', 3)), 'a colleague');
SELECT pg_temp.expect(NOT app.is_colleague_active(pg_temp.id('b', 3)), 'nobody of another organization');
SELECT pg_temp.expect(app.count_active_users('-infinity', 'infinity') = 1, 'the one member with a session');
SELECT pg_temp.expect(app.count_active_users('-infinity', now() - interval '1 day') = 0, 'before the session');
SELECT pg_temp.enter('b');
SELECT pg_temp.expect(NOT app.is_colleague_active(pg_temp.id('a', 3)), 'nor the other way round');
