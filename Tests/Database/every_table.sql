-- Every table is a tenant's, a person's, or shared by all with a reason: a new one is tested here without being named,
-- and needs rows of both sides in Support/two_organizations.sql.

CREATE TEMP TABLE shared_tables (name text PRIMARY KEY, reason text NOT NULL);
INSERT INTO shared_tables VALUES
  ('users', 'ids of people, who may belong to several organizations; nothing else is in it'),
  ('organization_slugs', 'one name for one organization of all; written in one''s own name only, see tenant_isolation'),
  ('platform_audit_logs', 'the platform''s own log, which no tenant reads, see append_only'),
  ('jobs', 'the queue of all servers; a tenant enqueues and reads nothing, see jobs'),
  ('time_zones', 'a catalogue');

CREATE VIEW pg_temp.person_tables AS
SELECT c.oid::regclass AS name, c.relname
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND a.attnum > 0
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND c.oid NOT IN (SELECT name::oid FROM pg_temp.tenant_tables) AND c.relname NOT IN (SELECT name FROM shared_tables);

-- The statement that copies a row of organization a, with another organization in its key.
CREATE FUNCTION pg_temp.copy_into(organization text, tenant_table regclass, key name) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO %s (%s) SELECT %s FROM %1$s WHERE %4$I = pg_temp.id(''a'', 1) LIMIT 1', tenant_table,
                string_agg(quote_ident(attname), ', ' ORDER BY attnum),
                string_agg(CASE attname WHEN key THEN format('pg_temp.id(%L, 1)', organization)
                                        ELSE quote_ident(attname) END, ', ' ORDER BY attnum), key)
  FROM pg_attribute WHERE attrelid = tenant_table AND attnum > 0 AND NOT attisdropped AND attgenerated = '' $$;

-- Nothing is written into another tenant: no row made, moved, changed or removed.
DO $$
DECLARE
  t record;
  affected bigint;
BEGIN
  FOR t IN SELECT * FROM pg_temp.tenant_tables LOOP
    SET LOCAL ROLE app_user;
    PERFORM pg_temp.enter('a');
    PERFORM pg_temp.expect_outcome('42501', pg_temp.copy_into('b', t.name, t.key));
    PERFORM pg_temp.expect_outcome('42501', format('UPDATE %s SET %I = pg_temp.id(''b'', 1)', t.name, t.key));
    IF has_table_privilege('app_user', t.name, 'INSERT') THEN
      PERFORM pg_temp.expect(pg_temp.outcome(pg_temp.copy_into('a', t.name, t.key)) <> '42501',
                             format('that the policy of %s lets the own organization pass', t.name));
    END IF;
    IF has_table_privilege('app_user', t.name, 'UPDATE') THEN
      EXECUTE format('UPDATE %s SET %I = %2$I WHERE %2$I = pg_temp.id(''b'', 1)', t.name, t.key);
      GET DIAGNOSTICS affected = ROW_COUNT;
      PERFORM pg_temp.expect(affected = 0, format('no change of another tenant''s row in %s', t.name));
    END IF;
    IF has_table_privilege('app_user', t.name, 'DELETE') THEN
      EXECUTE format('DELETE FROM %s WHERE %I = pg_temp.id(''b'', 1)', t.name, t.key);
      GET DIAGNOSTICS affected = ROW_COUNT;
      PERFORM pg_temp.expect(affected = 0, format('no loss of another tenant''s row in %s', t.name));
    END IF;
    RESET ROLE;
  END LOOP;
END $$;

-- Of the tables about people, each sees themselves alone, in whichever organization, or nothing at all.
DO $$
DECLARE
  t record;
  people bigint;
  strangers bigint;
BEGIN
  FOR t IN SELECT * FROM pg_temp.person_tables LOOP
    EXECUTE format('SELECT count(DISTINCT user_id) FROM %s WHERE user_id IN (pg_temp.id(''a'', 3), pg_temp.id(''b'', 3))',
                   t.name) INTO people;
    PERFORM pg_temp.expect(people = 2, format('rows of both owners in %s', t.name));
    PERFORM pg_temp.expect((SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = t.name),
                           format('forced row-level security of %s', t.name));
    CONTINUE WHEN NOT has_any_column_privilege('app_user', t.name, 'SELECT');
    SET LOCAL ROLE app_user;
    PERFORM pg_temp.enter('a'), set_config('app.user_id', pg_temp.id('a', 3)::text, true);
    EXECUTE format('SELECT count(*) FILTER (WHERE user_id = pg_temp.id(''a'', 3)),'
                   '       count(*) FILTER (WHERE user_id <> pg_temp.id(''a'', 3)) FROM %s', t.name) INTO people, strangers;
    PERFORM pg_temp.expect(people > 0 AND strangers = 0, format('only one''s own rows of %s', t.name));
    PERFORM set_config('app.user_id', '', true);
    EXECUTE format('SELECT count(*) FROM %s', t.name) INTO strangers;
    PERFORM pg_temp.expect(strangers = 0, format('no row of %s for nobody', t.name));
    RESET ROLE;
  END LOOP;
END $$;

-- Nobody forgets to say what a table is.
SELECT pg_temp.expect(count(*) = 0, 'a row in shared_tables, a column organization_id or user_id in ' || string_agg(c.relname, ', '))
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.oid NOT IN (SELECT name::oid FROM pg_temp.tenant_tables UNION SELECT name::oid FROM pg_temp.person_tables)
  AND c.relname NOT IN (SELECT name FROM shared_tables);
SELECT pg_temp.expect(to_regclass('public.' || name) IS NOT NULL, 'the table ' || name) FROM shared_tables;
