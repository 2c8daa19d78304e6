-- Background work removes tokens that are of no more use; it runs as app_platform.
GRANT DELETE ON user_tokens, refresh_tokens TO app_platform;
