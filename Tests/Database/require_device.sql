-- Each state of a device and its organization, and the code it raises.
CREATE FUNCTION pg_temp.key(digits text) RETURNS bytea LANGUAGE sql IMMUTABLE
  AS $$ SELECT decode(repeat(digits, 32), 'hex') $$;

CREATE FUNCTION pg_temp.device(
    organization text DEFAULT 'a', digits text DEFAULT '00', is_mutation boolean DEFAULT false)
    RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT app.require_device(%L, %L, %L, %L)',
    pg_temp.id(organization, 1), pg_temp.key(digits), is_mutation, now())) $$;

-- Changes a state as the owner, then checks what reads and mutations are told.
CREATE FUNCTION pg_temp.expect_device(expected text, change text, of_mutations text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  reads text;
  mutations text;
BEGIN
  BEGIN
    EXECUTE change;
    SET LOCAL ROLE app_user;
    reads := pg_temp.device();
    mutations := pg_temp.device(is_mutation => true);
    RAISE EXCEPTION USING ERRCODE = 'UNDO1';
  EXCEPTION WHEN SQLSTATE 'UNDO1' THEN
    PERFORM pg_temp.expect(reads = expected AND mutations = coalesce(of_mutations, expected),
      format('%s, not %s and %s after: %s', expected, reads, mutations, change));
  END;
END $$;

SELECT pg_temp.expect_device('00000', 'SELECT');
SELECT pg_temp.expect_device('RC001', $$UPDATE devices SET revoked_at = now()$$);
SELECT pg_temp.expect_device('RC001', $$UPDATE devices SET key_hash = pg_temp.key('01')$$);
SELECT pg_temp.expect_device('RC003', $$INSERT INTO organization_suspensions (organization_id, reason, suspended_by, period) VALUES (pg_temp.id('a', 1), 'x', pg_temp.id('b', 3), tstzrange(now(), NULL))$$);
SELECT pg_temp.expect_device('RC004', $$INSERT INTO organization_archives (organization_id, archived_by, period) VALUES (pg_temp.id('a', 1), pg_temp.id('a', 3), tstzrange(now(), NULL))$$);
SELECT pg_temp.expect_device('00000', $$UPDATE organization_active_status SET is_active = false$$, 'RC005');

-- Who asks without a key learns nothing of the organization.
INSERT INTO organization_suspensions (organization_id, reason, suspended_by, period)
  VALUES (pg_temp.id('b', 1), 'x', pg_temp.id('a', 3), tstzrange(now(), NULL));
SELECT pg_temp.expect(pg_temp.device(organization => 'b', digits => '09') = 'RC001', 'a key of nobody');
SELECT pg_temp.expect(pg_temp.device(organization => 'b') = 'RC003', 'a key of a suspended organization');

-- The device is known to what comes behind the check, and seen.
SET LOCAL ROLE app_user;
SELECT pg_temp.expect(app.current_device_id() IS NULL, 'nobody has signed in');
SELECT pg_temp.enter('a');
SELECT app.require_device(pg_temp.id('a', 1), pg_temp.key('00'), false, '2026-01-05 09:00Z');
SELECT pg_temp.expect(app.current_device_id() = pg_temp.id('a', 65), 'the device of the key');
SELECT pg_temp.expect((SELECT last_seen_at IS NULL FROM devices), 'a read does not write');
SELECT app.require_device(pg_temp.id('a', 1), pg_temp.key('00'), true, '2026-01-05 09:00Z');
SELECT pg_temp.expect((SELECT last_seen_at = '2026-01-05 09:00Z' FROM devices), 'a mutation notes the time');
