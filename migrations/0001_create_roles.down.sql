-- The roles stay: they belong to the cluster, and other databases in it may use them.

DROP FUNCTION app.protect_user_table(regclass);
DROP FUNCTION app.protect_tenant_table(regclass, name);
DROP FUNCTION app.current_user_id();
DROP FUNCTION app.current_organization_id();

REVOKE USAGE ON SCHEMA public FROM app_user, app_auth, app_platform, app_search;
DROP SCHEMA app;

DROP EXTENSION pg_trgm;
DROP EXTENSION btree_gin;
DROP EXTENSION btree_gist;
