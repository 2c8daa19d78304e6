DROP FUNCTION app.count_active_users(timestamptz, timestamptz);
