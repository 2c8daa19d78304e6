DROP FUNCTION app.require_device(uuid, bytea, boolean, timestamptz);
DROP FUNCTION app.current_device_id();
REVOKE SELECT, UPDATE (last_seen_at) ON devices FROM app_auth;
DROP POLICY auth_seen ON devices;
DROP POLICY auth_read ON devices;
