-- People, how they sign in, and what was done with their accounts. These tables belong to no
-- tenant: one person can be a member of several organizations.

CREATE TYPE token_purpose AS ENUM ('email_verification', 'password_reset', 'email_change', 'device_pairing');

CREATE TABLE users ( -- identity only
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE user_profile (
  user_id      uuid PRIMARY KEY REFERENCES users (id),
  display_name text NOT NULL CHECK (length(btrim(display_name)) BETWEEN 1 AND 200),
  bio          text CHECK (length(bio) <= 4000),
  avatar_file_key text,
  locale       text NOT NULL DEFAULT 'en',
  time_zone    text NOT NULL DEFAULT 'UTC',
  updated_at   timestamptz NOT NULL DEFAULT now(),
  version      integer NOT NULL DEFAULT 1 CHECK (version > 0)
);

-- People sign in with a username or an e-mail address. Only live identifiers are unique, so a
-- released one can be taken again and an archived person does not hold a name for ever.
CREATE TABLE user_identifiers (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id      uuid NOT NULL REFERENCES users (id),
  kind         text NOT NULL CHECK (kind IN ('email', 'username')),
  value        text NOT NULL CHECK (length(value) BETWEEN 1 AND 320),
  normalized   text NOT NULL GENERATED ALWAYS AS (lower(btrim(value))) STORED,
  is_primary   boolean NOT NULL DEFAULT false,
  verified_at  timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  released_at  timestamptz
);
CREATE UNIQUE INDEX user_identifiers_live_uq    ON user_identifiers (kind, normalized) WHERE released_at IS NULL;
CREATE UNIQUE INDEX user_identifiers_primary_uq ON user_identifiers (user_id, kind)    WHERE is_primary AND released_at IS NULL;

CREATE TABLE user_login_password (
  user_id         uuid PRIMARY KEY REFERENCES users (id),
  password_hash   text NOT NULL,                        -- Argon2id, or bcrypt from an older system, as crypt string
  changed_at      timestamptz NOT NULL DEFAULT now(),
  failed_attempts integer NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
  locked_until    timestamptz
);

-- Histories: one row per period, never two at once, the current one open-ended.
CREATE TABLE user_active_status (
  user_id   uuid NOT NULL REFERENCES users (id),
  id        uuid NOT NULL DEFAULT gen_random_uuid(),
  is_active boolean NOT NULL,
  reason    text,
  actor_user_id uuid,
  period    tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  PRIMARY KEY (user_id, id),
  EXCLUDE USING gist (user_id WITH =, period WITH &&)
);
CREATE TABLE user_suspensions (
  user_id       uuid NOT NULL REFERENCES users (id),
  id            uuid NOT NULL DEFAULT gen_random_uuid(),
  reason        text NOT NULL CHECK (btrim(reason) <> ''),
  suspended_by  uuid NOT NULL,
  period        tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  lifted_by     uuid,
  lift_reason   text,
  PRIMARY KEY (user_id, id),
  EXCLUDE USING gist (user_id WITH =, period WITH &&)
);
CREATE TABLE user_archives (
  user_id     uuid NOT NULL REFERENCES users (id),
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  reason      text,
  archived_by uuid NOT NULL,
  period      tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  restored_by uuid,
  purge_after timestamptz,                              -- erasure deadline
  PRIMARY KEY (user_id, id),
  EXCLUDE USING gist (user_id WITH =, period WITH &&)
);

CREATE TABLE platform_admins (                          -- never a role within an organization
  user_id    uuid NOT NULL REFERENCES users (id),
  id         uuid NOT NULL DEFAULT gen_random_uuid(),
  granted_by uuid,                                      -- NULL: made on the command line
  granted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  revoked_by uuid,
  revoked_at timestamptz CHECK (revoked_at >= granted_at),
  PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX platform_admins_live_uq ON platform_admins (user_id) WHERE revoked_at IS NULL;

-- One session is one family of refresh tokens.
CREATE TABLE user_sessions (
  user_id       uuid NOT NULL REFERENCES users (id),
  id            uuid NOT NULL DEFAULT gen_random_uuid(),  -- the access token's sid
  active_organization_id uuid,                            -- no foreign key into a tenant table: checked at every use
  epoch         integer NOT NULL DEFAULT 1,               -- raised when rights change; access tokens carry it
  remember_me   boolean NOT NULL DEFAULT false,
  ip            inet,
  user_agent    text,
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_seen_at  timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  revoked_at    timestamptz,
  revoke_reason text CHECK (revoke_reason IN ('logout', 'logout_all', 'password_changed', 'refresh_reuse',
                                              'user_suspended', 'user_archived', 'admin_revoked', 'expired')),
  PRIMARY KEY (user_id, id),
  CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))
);
CREATE INDEX user_sessions_live_idx ON user_sessions (user_id, last_seen_at DESC) WHERE revoked_at IS NULL;

CREATE TABLE refresh_tokens (
  user_id      uuid NOT NULL,
  id           uuid NOT NULL DEFAULT gen_random_uuid(),   -- jti
  session_id   uuid NOT NULL,
  parent_id    uuid,
  token_hash   bytea NOT NULL CHECK (length(token_hash) = 32),
  issued_at    timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  rotated_at   timestamptz,
  replay_until timestamptz,                               -- until then a replay gets the same successor again
  revoked_at   timestamptz,
  PRIMARY KEY (user_id, id),
  UNIQUE (user_id, token_hash),
  UNIQUE (user_id, session_id, parent_id),                -- a token has at most one successor
  FOREIGN KEY (user_id, session_id) REFERENCES user_sessions (user_id, id),
  FOREIGN KEY (user_id, parent_id)  REFERENCES refresh_tokens (user_id, id),
  CHECK (replay_until IS NULL OR rotated_at IS NOT NULL)
);
-- a session has exactly one usable refresh token
CREATE UNIQUE INDEX refresh_tokens_live_uq ON refresh_tokens (user_id, session_id) WHERE rotated_at IS NULL AND revoked_at IS NULL;

CREATE TABLE user_tokens (                                -- confirm an address, reset a password
  user_id     uuid NOT NULL REFERENCES users (id),
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  purpose     token_purpose NOT NULL,
  token_hash  bytea NOT NULL CHECK (length(token_hash) = 32),
  payload     jsonb NOT NULL DEFAULT '{}',
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  consumed_at timestamptz,
  PRIMARY KEY (user_id, id),
  UNIQUE (user_id, token_hash),
  CHECK (expires_at > created_at)
);
CREATE UNIQUE INDEX user_tokens_live_uq ON user_tokens (user_id, purpose) WHERE consumed_at IS NULL;

CREATE TABLE auth_events (                                -- security log outside any tenant, append-only
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id     uuid NOT NULL,                              -- nil uuid when the identifier matched nobody
  occurred_at timestamptz NOT NULL DEFAULT now(),
  kind        text NOT NULL,
  success     boolean NOT NULL,
  identifier_hash bytea,
  ip          inet,
  user_agent  text,
  detail      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (user_id, id)
);
CREATE INDEX auth_events_recent_idx ON auth_events (user_id, occurred_at DESC);
CREATE INDEX auth_events_ip_idx     ON auth_events (ip, occurred_at DESC);

-- Row-level security. A tenant request sees itself, and never a hash of a password or token.
SELECT app.protect_user_table(t)
FROM unnest(ARRAY['user_profile', 'user_identifiers', 'user_login_password', 'user_active_status', 'user_suspensions',
                  'user_archives', 'platform_admins', 'user_sessions', 'refresh_tokens', 'user_tokens',
                  'auth_events']::regclass[]) AS t;
REVOKE UPDATE ON auth_events FROM app_auth, app_platform;

CREATE POLICY self_update ON user_profile FOR UPDATE TO app_user
  USING (user_id = app.current_user_id()) WITH CHECK (user_id = app.current_user_id());
CREATE POLICY self_update ON user_identifiers FOR UPDATE TO app_user
  USING (user_id = app.current_user_id()) WITH CHECK (user_id = app.current_user_id());
CREATE POLICY search_read ON user_profile     FOR SELECT TO app_search USING (true);
CREATE POLICY search_read ON user_identifiers FOR SELECT TO app_search USING (true);

GRANT SELECT ON users TO app_user;
GRANT SELECT, INSERT ON users TO app_auth, app_platform;
GRANT SELECT, UPDATE ON user_profile, user_identifiers TO app_user;
GRANT SELECT ON user_profile, user_identifiers TO app_search;
GRANT SELECT ON user_sessions, user_active_status, user_suspensions, user_archives, auth_events TO app_user;

-- The caller's policies apply within the views.
CREATE VIEW user_state WITH (security_invoker = true) AS
SELECT u.id AS user_id,
       CASE WHEN EXISTS (SELECT 1 FROM user_archives a WHERE a.user_id = u.id AND a.period @> statement_timestamp()) THEN 'archived'
            WHEN EXISTS (SELECT 1 FROM user_suspensions s WHERE s.user_id = u.id AND s.period @> statement_timestamp()) THEN 'suspended'
            WHEN EXISTS (SELECT 1 FROM user_active_status x WHERE x.user_id = u.id AND x.period @> statement_timestamp() AND NOT x.is_active) THEN 'inactive'
            ELSE 'active' END AS state
FROM users u;
GRANT SELECT ON user_state TO app_user, app_auth, app_platform;
