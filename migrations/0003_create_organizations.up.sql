-- Organizations (the tenants), their settings, their addresses and the histories of their state.

CREATE TABLE organizations (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name          text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  description   text,
  industry      text,
  country_code  char(2),
  time_zone     text NOT NULL DEFAULT 'UTC',
  locale        text NOT NULL DEFAULT 'en',
  is_public     boolean NOT NULL DEFAULT false,
  -- Exactly one current owner, who is an active member: this row points at an owner record
  -- that is current, and that record points at a member who is active.
  current_owner_id      uuid NOT NULL,
  current_owner_is_live boolean NOT NULL DEFAULT true CHECK (current_owner_is_live),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  version       integer NOT NULL DEFAULT 1 CHECK (version > 0)
);

-- A tenant table has no unique key without the organization, so names that are unique over
-- all tenants live in a registry. Earlier slugs stay in it and lead to the organization.
CREATE TABLE organization_slugs (
  slug            text PRIMARY KEY CHECK (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'),
  organization_id uuid NOT NULL,
  is_current      boolean NOT NULL DEFAULT true,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT organization_slugs_org_fk FOREIGN KEY (organization_id) REFERENCES organizations (id)
    DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX organization_slugs_current_uq ON organization_slugs (organization_id) WHERE is_current;

CREATE TABLE organization_settings (
  organization_id uuid PRIMARY KEY REFERENCES organizations (id),
  week_starts_on  smallint NOT NULL DEFAULT 1 CHECK (week_starts_on BETWEEN 1 AND 7),
  clock_cooldown_seconds  integer NOT NULL DEFAULT 30   CHECK (clock_cooldown_seconds BETWEEN 0 AND 3600),
  max_session_minutes     integer NOT NULL DEFAULT 960  CHECK (max_session_minutes BETWEEN 60 AND 2880),
  auto_close_open_sessions boolean NOT NULL DEFAULT true,
  max_device_clock_skew_seconds integer NOT NULL DEFAULT 300 CHECK (max_device_clock_skew_seconds >= 0),
  offline_event_max_age_days integer NOT NULL DEFAULT 14 CHECK (offline_event_max_age_days >= 0),
  allow_web_clock   boolean NOT NULL DEFAULT true,
  geofence_mode     text NOT NULL DEFAULT 'off' CHECK (geofence_mode IN ('off', 'record', 'enforce')),
  ip_allowlist      cidr[] NOT NULL DEFAULT '{}',
  biometric_enabled boolean NOT NULL DEFAULT false,
  face_match_threshold real NOT NULL DEFAULT 0.40 CHECK (face_match_threshold > 0 AND face_match_threshold < 2),  -- cosine distance
  face_margin       real NOT NULL DEFAULT 0.05 CHECK (face_margin >= 0),
  biometric_retention_days integer NOT NULL DEFAULT 30 CHECK (biometric_retention_days >= 0),
  allow_self_approval boolean NOT NULL DEFAULT false,
  invitation_ttl_hours integer NOT NULL DEFAULT 168 CHECK (invitation_ttl_hours BETWEEN 1 AND 720),
  custom            jsonb NOT NULL DEFAULT '{}',
  updated_at        timestamptz NOT NULL DEFAULT now(),
  version           integer NOT NULL DEFAULT 1
);

CREATE TABLE organization_active_status (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  is_active       boolean NOT NULL,
  reason          text,
  actor_user_id   uuid,
  period          tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  PRIMARY KEY (organization_id, id),
  EXCLUDE USING gist (organization_id WITH =, period WITH &&)
);
CREATE TABLE organization_suspensions (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  reason          text NOT NULL CHECK (btrim(reason) <> ''),
  suspended_by    uuid NOT NULL,
  period          tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  lifted_by       uuid,
  lift_reason     text,
  PRIMARY KEY (organization_id, id),
  EXCLUDE USING gist (organization_id WITH =, period WITH &&)
);
CREATE TABLE organization_archives (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  reason          text,
  archived_by     uuid NOT NULL,
  period          tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  restored_by     uuid,
  purge_after     timestamptz,
  PRIMARY KEY (organization_id, id),
  EXCLUDE USING gist (organization_id WITH =, period WITH &&)
);

SELECT app.protect_tenant_table('organizations', 'id');
SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['organization_settings', 'organization_active_status', 'organization_suspensions',
                  'organization_archives']::regclass[]) AS t;

-- Everybody may look a slug up; an organization takes and releases only its own.
ALTER TABLE organization_slugs ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_slugs FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_read ON organization_slugs FOR SELECT TO app_user, app_auth, app_platform USING (true);
CREATE POLICY own_insert ON organization_slugs FOR INSERT TO app_user
  WITH CHECK (organization_id = app.current_organization_id());
CREATE POLICY own_update ON organization_slugs FOR UPDATE TO app_user
  USING (organization_id = app.current_organization_id()) WITH CHECK (organization_id = app.current_organization_id());
GRANT SELECT ON organization_slugs TO app_user, app_auth, app_platform;
GRANT INSERT, UPDATE ON organization_slugs TO app_user;

-- Sign-in needs the tenant's state before there is a tenant context.
CREATE POLICY auth_organizations ON organizations FOR SELECT TO app_auth USING (true);
CREATE POLICY public_organizations ON organizations FOR SELECT TO app_user
  USING (is_public AND app.current_user_id() IS NOT NULL);
CREATE POLICY auth_status ON organization_active_status FOR SELECT TO app_auth USING (true);
CREATE POLICY auth_susp   ON organization_suspensions   FOR SELECT TO app_auth USING (true);
CREATE POLICY auth_arch   ON organization_archives      FOR SELECT TO app_auth USING (true);
GRANT SELECT ON organizations, organization_active_status, organization_suspensions, organization_archives TO app_auth;

CREATE VIEW organization_state WITH (security_invoker = true) AS
SELECT o.id AS organization_id,
       CASE WHEN EXISTS (SELECT 1 FROM organization_archives a WHERE a.organization_id = o.id AND a.period @> statement_timestamp()) THEN 'archived'
            WHEN EXISTS (SELECT 1 FROM organization_suspensions s WHERE s.organization_id = o.id AND s.period @> statement_timestamp()) THEN 'suspended'
            WHEN EXISTS (SELECT 1 FROM organization_active_status x WHERE x.organization_id = o.id AND x.period @> statement_timestamp() AND NOT x.is_active) THEN 'inactive'
            ELSE 'active' END AS state
FROM organizations o;
GRANT SELECT ON organization_state TO app_user, app_auth, app_platform;
