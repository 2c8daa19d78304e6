DROP FUNCTION app.require_session(uuid, uuid, integer, timestamptz);
