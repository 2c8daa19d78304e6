-- Without a context a tenant table shows no row; with one, all of that tenant's rows and no other's.
DO $$
DECLARE
  t record;
  all_rows bigint;
  own_rows bigint;
  seen bigint;
BEGIN
  FOR t IN SELECT * FROM pg_temp.tenant_tables LOOP
    EXECUTE format('SELECT count(*), count(*) FILTER (WHERE %I = pg_temp.id(''a'', 1)) FROM %s', t.key, t.name)
      INTO all_rows, own_rows;
    PERFORM pg_temp.expect(own_rows > 0 AND all_rows > own_rows, format('rows of both organizations in %s', t.name));

    SET LOCAL ROLE app_user;
    PERFORM set_config('app.organization_id', '', true);
    EXECUTE format('SELECT count(*) FROM %s', t.name) INTO seen;
    PERFORM pg_temp.expect(seen = 0, format('no row of %s without a context', t.name));

    PERFORM pg_temp.enter('a');
    EXECUTE format('SELECT count(*) FROM %s', t.name) INTO seen;
    PERFORM pg_temp.expect(seen = own_rows, format('the %s rows of organization a in %s, not %s', own_rows, t.name, seen));
    EXECUTE format('SELECT count(*) FROM %s WHERE %I = pg_temp.id(''b'', 1)', t.name, t.key) INTO seen;
    PERFORM pg_temp.expect(seen = 0, format('no row of organization b in %s', t.name));
    RESET ROLE;
  END LOOP;
END $$;

-- Another tenant's rows cannot be changed, and nothing can be written into another tenant.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
WITH changed AS (UPDATE employees SET full_name = 'changed' WHERE id = pg_temp.id('b', 21) RETURNING 1)
SELECT pg_temp.expect(count(*) = 0, 'no change of another tenant''s employee') FROM changed;
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO departments (organization_id, name) VALUES (pg_temp.id('b', 1), 'x')$$);
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO organization_slugs (slug, organization_id) VALUES ('x', pg_temp.id('b', 1))$$);
SELECT pg_temp.expect_outcome('42501', $$DELETE FROM employees$$);
WITH changed AS (UPDATE organization_slugs SET is_current = false RETURNING organization_id)
SELECT pg_temp.expect(array_agg(organization_id) = ARRAY[pg_temp.id('a', 1)], 'only the own slug changed') FROM changed;

-- A person sees their own memberships everywhere, and of the identity tables only themselves.
SELECT pg_temp.enter(NULL);
SELECT set_config('app.user_id', pg_temp.id('b', 3)::text, true);
SELECT pg_temp.expect(array_agg(id) = ARRAY[pg_temp.id('b', 5)], 'own memberships') FROM organization_members;
SELECT pg_temp.expect(array_agg(user_id) = ARRAY[pg_temp.id('b', 3)], 'own profile') FROM user_profile;
SELECT pg_temp.expect(array_agg(user_id) = ARRAY[pg_temp.id('b', 3)], 'own identifiers') FROM user_identifiers;
SELECT pg_temp.expect(array_agg(user_id) = ARRAY[pg_temp.id('b', 3)], 'own sessions') FROM user_sessions;
SELECT pg_temp.expect_outcome('42501', 'SELECT password_hash FROM user_login_password');
SELECT pg_temp.expect_outcome('42501', 'SELECT token_hash FROM refresh_tokens');
