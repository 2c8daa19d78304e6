-- Custom roles: who reads and changes them, and what they add.
SET LOCAL ROLE app_auth;
SELECT pg_temp.expect(array_agg(code) = ARRAY['audit.read'], 'permissions read by sign-in')
  FROM member_custom_permissions WHERE organization_id = pg_temp.id('a', 1) AND member_id = pg_temp.id('a', 6);
SELECT pg_temp.expect_outcome('42501', $$UPDATE roles SET permissions = '["org.read"]'$$);
SELECT pg_temp.expect_outcome('42501', $$DELETE FROM organization_member_roles$$);
RESET ROLE;

SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
SELECT pg_temp.expect(count(*) = 1, 'permissions of the own tenant alone') FROM member_custom_permissions;
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO roles (organization_id, key, name) VALUES (pg_temp.id('a', 1), 'auditor', 'x')$$);
SELECT pg_temp.expect_outcome('23514', $$INSERT INTO roles (organization_id, key, name) VALUES (pg_temp.id('a', 1), 'owner', 'x')$$);
SELECT pg_temp.expect_outcome('23514', $$INSERT INTO roles (organization_id, key, name) VALUES (pg_temp.id('a', 1), 'Clerk', 'x')$$);
SELECT pg_temp.expect_outcome('23503', $$INSERT INTO organization_member_roles (organization_id, member_id, role_id, granted_by)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 5), pg_temp.id('b', 41), pg_temp.id('a', 3))$$);

-- A deleted role gives nothing, and its key is free again.
UPDATE roles SET deleted_at = now();
SELECT pg_temp.expect(count(*) = 0, 'a deleted role gives nothing') FROM member_custom_permissions;
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO roles (organization_id, key, name) VALUES (pg_temp.id('a', 1), 'auditor', 'x')$$);
