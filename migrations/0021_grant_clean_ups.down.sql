REVOKE DELETE ON user_tokens, refresh_tokens FROM app_platform;
