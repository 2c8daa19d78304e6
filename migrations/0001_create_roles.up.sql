-- Roles, the tenant context and the two functions that put a table under row-level security.
-- The server's login is a member of app_user (tenant work), app_auth (sign-in and the viewer's
-- check) and app_platform (platform administration) without inheriting from them, and runs
-- SET ROLE to one of them for each unit of work. app_search owns the search functions.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Roles belong to the cluster, so another database may have made them, or be making them now.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['app_user', 'app_auth', 'app_search', 'app_platform'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = role_name);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END LOOP;
END $$;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA public, app TO app_user, app_auth, app_platform, app_search;

-- The context is set for one transaction; afterwards the setting is '' rather than NULL.
-- Without a context both functions answer NULL, which no row equals.
CREATE FUNCTION app.current_organization_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION app.current_user_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.user_id', true), '')::uuid $$;

-- Shows a tenant's rows to that tenant alone, and all rows to platform administration.
CREATE FUNCTION app.protect_tenant_table(tenant_table regclass, tenant_key name DEFAULT 'organization_id')
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('CREATE POLICY tenant_isolation ON %s TO app_user'
                 ' USING (%2$I = app.current_organization_id())'
                 ' WITH CHECK (%2$I = app.current_organization_id())', tenant_table, tenant_key);
  EXECUTE format('CREATE POLICY platform_access ON %s TO app_platform USING (true) WITH CHECK (true)', tenant_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO app_user, app_platform', tenant_table);
END $$;

-- Shows a person's rows to sign-in and platform administration, and to that person once
-- app_user is granted a privilege on the table.
CREATE FUNCTION app.protect_user_table(user_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', user_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', user_table);
  EXECUTE format('CREATE POLICY self_read ON %s FOR SELECT TO app_user'
                 ' USING (user_id = app.current_user_id())', user_table);
  EXECUTE format('CREATE POLICY auth_all ON %s TO app_auth, app_platform USING (true) WITH CHECK (true)', user_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO app_auth, app_platform', user_table);
END $$;

REVOKE ALL ON FUNCTION app.protect_tenant_table(regclass, name), app.protect_user_table(regclass) FROM PUBLIC;
