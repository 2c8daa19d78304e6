DROP VIEW user_state;
DROP TABLE auth_events, user_tokens, refresh_tokens, user_sessions, platform_admins, user_archives, user_suspensions,
  user_active_status, user_login_password, user_identifiers, user_profile, users;
DROP TYPE token_purpose;
