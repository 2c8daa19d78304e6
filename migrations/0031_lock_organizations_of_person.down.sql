DROP FUNCTION app.lock_organizations_of(uuid);
