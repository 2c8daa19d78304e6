DROP FUNCTION app.require_viewer(uuid, uuid, integer, uuid, uuid, integer, boolean, timestamptz);
