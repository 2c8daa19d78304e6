-- What runs as app_auth, and registration, which turns into app_user for the tenant's rows.
SELECT set_config('role', 'app_auth', true);
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO user_identifiers (user_id, kind, value) VALUES (pg_temp.id('a', 4), 'email', ' OWNER@a.example')$$);
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO refresh_tokens (user_id, session_id, token_hash, expires_at)
  VALUES (pg_temp.id('a', 3), pg_temp.id('a', 8), decode(repeat('01', 32), 'hex'), now())$$);
SELECT pg_temp.expect_outcome('00000', $$WITH rotated AS (UPDATE refresh_tokens SET rotated_at = now() WHERE user_id = pg_temp.id('a', 3) RETURNING 1)
  SELECT FROM rotated$$);

-- Of one token there is one successor, and once it is rotated one live token.
DO $$
DECLARE first uuid;
BEGIN
  UPDATE refresh_tokens SET rotated_at = now() WHERE user_id = pg_temp.id('a', 3) RETURNING id INTO first;
  INSERT INTO refresh_tokens (user_id, session_id, parent_id, token_hash, expires_at)
    VALUES (pg_temp.id('a', 3), pg_temp.id('a', 8), first, decode(repeat('01', 32), 'hex'), now() + interval '1 day');
  UPDATE refresh_tokens SET revoked_at = now() WHERE user_id = pg_temp.id('a', 3);
  PERFORM pg_temp.expect_outcome('23505', format(
    'INSERT INTO refresh_tokens (user_id, session_id, parent_id, token_hash, expires_at) VALUES (%L, %L, %L, %L, now())',
    pg_temp.id('a', 3), pg_temp.id('a', 8), first, repeat('2', 32)));
END $$;

-- A released address is free again.
UPDATE user_identifiers SET released_at = now() WHERE user_id = pg_temp.id('b', 4);
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO user_identifiers (user_id, kind, value) VALUES (pg_temp.id('a', 4), 'email', 'admin@b.example')$$);
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO departments (organization_id, name) VALUES (pg_temp.id('a', 1), 'x')$$);

-- Roles and states before there is a tenant context.
SELECT pg_temp.expect(array_agg(role::text ORDER BY member_id) = ARRAY['owner', 'admin'], 'roles read by sign-in')
  FROM member_effective_role WHERE organization_id = pg_temp.id('a', 1);
SELECT pg_temp.expect(state = 'active', 'state read by sign-in') FROM organization_state WHERE organization_id = pg_temp.id('a', 1);

-- Registration with an organization, in one transaction.
INSERT INTO users (id) VALUES (pg_temp.id('c', 3));
INSERT INTO user_profile (user_id, display_name) VALUES (pg_temp.id('c', 3), 'New');
INSERT INTO user_identifiers (user_id, kind, value, is_primary) VALUES (pg_temp.id('c', 3), 'email', 'new@c.example', true);
INSERT INTO user_login_password (user_id, password_hash) VALUES (pg_temp.id('c', 3), 'hash');
INSERT INTO user_sessions (user_id, id, active_organization_id, expires_at)
  VALUES (pg_temp.id('c', 3), pg_temp.id('c', 8), pg_temp.id('c', 1), now() + interval '1 day');
INSERT INTO user_tokens (user_id, purpose, token_hash, expires_at)
  VALUES (pg_temp.id('c', 3), 'email_verification', decode(repeat('00', 32), 'hex'), now() + interval '1 day');
SELECT set_config('role', 'app_user', true), pg_temp.enter('c');
INSERT INTO organizations (id, name, current_owner_id) VALUES (pg_temp.id('c', 1), 'New', pg_temp.id('c', 2));
INSERT INTO organization_settings (organization_id) VALUES (pg_temp.id('c', 1));
INSERT INTO organization_slugs (slug, organization_id) VALUES ('new', pg_temp.id('c', 1));
INSERT INTO organization_members (organization_id, id, user_id) VALUES (pg_temp.id('c', 1), pg_temp.id('c', 5), pg_temp.id('c', 3));
INSERT INTO organization_owners (organization_id, id, member_id) VALUES (pg_temp.id('c', 1), pg_temp.id('c', 2), pg_temp.id('c', 5));
SET CONSTRAINTS ALL IMMEDIATE;
SELECT pg_temp.expect(name = 'New', 'the new organization') FROM organizations;

-- Adding a member by address: only a verified one, only within a tenant.
SELECT pg_temp.expect(app.find_user_by_email(' owner@A.example ') = pg_temp.id('a', 3), 'a verified address is found');
SELECT pg_temp.expect(app.find_user_by_email('new@c.example') IS NULL, 'an unverified address is not');
SELECT pg_temp.enter(NULL);
SELECT pg_temp.expect(app.find_user_by_email('owner@a.example') IS NULL, 'nobody is found without a tenant');
