-- Each state and the code it raises.
CREATE FUNCTION pg_temp.viewer(
    session_number integer DEFAULT 8, session_epoch integer DEFAULT 1, organization text DEFAULT 'a',
    member_number integer DEFAULT 5, member_epoch integer DEFAULT 1, is_mutation boolean DEFAULT false,
    at timestamptz DEFAULT now()) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT app.require_viewer(%L, %L, %L, %L, %L, %L, %L, %L)',
    pg_temp.id('a', 3), pg_temp.id('a', session_number), session_epoch, pg_temp.id(organization, 1),
    pg_temp.id('a', member_number), member_epoch, is_mutation, at)) $$;

-- Changes a state as the owner, then checks what both roles are told.
CREATE FUNCTION pg_temp.expect_viewer(expected text, change text, is_mutation boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  as_user text;
  as_auth text;
BEGIN
  BEGIN
    EXECUTE change;
    SET LOCAL ROLE app_user;
    as_user := pg_temp.viewer(is_mutation => expect_viewer.is_mutation);
    SET LOCAL ROLE app_auth;
    as_auth := pg_temp.viewer(is_mutation => expect_viewer.is_mutation);
    RAISE EXCEPTION USING ERRCODE = 'UNDO1';
  EXCEPTION WHEN SQLSTATE 'UNDO1' THEN
    PERFORM pg_temp.expect(as_user = expected AND as_auth = expected,
      format('%s, not %s and %s after: %s', expected, as_user, as_auth, change));
  END;
END $$;

SELECT pg_temp.expect_viewer('00000', 'SELECT');
SELECT pg_temp.expect_viewer('00000', 'SELECT', true);

SELECT pg_temp.expect(pg_temp.viewer(session_number => 9) = 'RC001', 'no such session');
SELECT pg_temp.expect(pg_temp.viewer(at => now() + interval '1 day') = 'RC001', 'an expired session');
SELECT pg_temp.expect_viewer('RC001', $$UPDATE user_sessions SET revoked_at = now(), revoke_reason = 'logout'$$);
SELECT pg_temp.expect_viewer('RC001', $$INSERT INTO user_suspensions (user_id, reason, suspended_by, period) VALUES (pg_temp.id('a', 3), 'x', pg_temp.id('b', 3), tstzrange(now(), NULL))$$);
SELECT pg_temp.expect_viewer('RC001', $$INSERT INTO user_archives (user_id, archived_by, period) VALUES (pg_temp.id('a', 3), pg_temp.id('b', 3), tstzrange(now(), NULL))$$);
SELECT pg_temp.expect_viewer('RC001', $$INSERT INTO user_active_status (user_id, is_active, period) VALUES (pg_temp.id('a', 3), false, tstzrange(now(), NULL))$$);

SELECT pg_temp.expect(pg_temp.viewer(session_epoch => 2) = 'RC002', 'another epoch of the session');
SELECT pg_temp.expect(pg_temp.viewer(member_epoch => 2) = 'RC002', 'another epoch of the member');
SELECT pg_temp.expect(pg_temp.viewer(organization => 'b') = 'RC002', 'another organization');
SELECT pg_temp.expect(pg_temp.viewer(member_number => 6) = 'RC002', 'another person''s membership');
SELECT pg_temp.expect(pg_temp.viewer(organization => NULL) = 'RC002', 'no organization, though the session has one');
SELECT pg_temp.expect_viewer('RC002', $$UPDATE user_sessions SET active_organization_id = NULL$$);
SELECT pg_temp.expect_viewer('RC002', $$UPDATE user_sessions SET active_organization_id = pg_temp.id('b', 1)$$);
SELECT pg_temp.expect_viewer('RC002', $$UPDATE organization_members SET authz_epoch = 2$$);
-- the fixture's owner cannot lose the membership, so ownership moves first
SELECT pg_temp.expect_viewer('RC002', $$
  UPDATE organization_owners SET ended_at = clock_timestamp() WHERE organization_id = pg_temp.id('a', 1);
  INSERT INTO organization_owners (organization_id, id, member_id) VALUES (pg_temp.id('a', 1), pg_temp.id('a', 99), pg_temp.id('a', 6));
  UPDATE organizations SET current_owner_id = pg_temp.id('a', 99) WHERE id = pg_temp.id('a', 1);
  UPDATE organization_members SET access_state = 'suspended' WHERE id = pg_temp.id('a', 5)$$);

SELECT pg_temp.expect_viewer('RC003', $$INSERT INTO organization_suspensions (organization_id, reason, suspended_by, period) VALUES (pg_temp.id('a', 1), 'x', pg_temp.id('b', 3), tstzrange(now(), NULL))$$);
SELECT pg_temp.expect_viewer('RC004', $$INSERT INTO organization_archives (organization_id, archived_by, period) VALUES (pg_temp.id('a', 1), pg_temp.id('a', 3), tstzrange(now(), NULL))$$);
SELECT pg_temp.expect_viewer('00000', $$UPDATE organization_active_status SET is_active = false$$);
SELECT pg_temp.expect_viewer('RC005', $$UPDATE organization_active_status SET is_active = false$$, true);

-- Signed in without an organization.
UPDATE user_sessions SET active_organization_id = NULL;
SELECT pg_temp.expect(pg_temp.viewer(organization => NULL) = '00000', 'no organization on both sides');

-- The message is the public code.
DO $$
BEGIN
  PERFORM app.require_viewer(pg_temp.id('a', 3), pg_temp.id('a', 9), 1, NULL, NULL, NULL, false, now());
  RAISE EXCEPTION 'expected RC001';
EXCEPTION WHEN SQLSTATE 'RC001' THEN
  PERFORM pg_temp.expect(SQLERRM = 'UNAUTHENTICATED', 'the public code as message');
END $$;

SET LOCAL ROLE app_platform;
SELECT pg_temp.expect(pg_temp.viewer() = '42501', 'not for other roles');
