-- Memberships, admin grants and ownership. Every mutation of these locks the organization's row
-- first (SELECT … FOR NO KEY UPDATE) and ends intervals with clock_timestamp() after the lock:
-- now() can lie before the start of a row that was committed while waiting.

CREATE TYPE membership_role     AS ENUM ('owner', 'admin', 'member');
CREATE TYPE member_access_state AS ENUM ('active', 'deactivated', 'suspended');

CREATE TABLE organization_members (
  organization_id uuid NOT NULL REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id         uuid NOT NULL REFERENCES users (id),
  title           text,
  access_state    member_access_state NOT NULL DEFAULT 'active',
  joined_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at        timestamptz CHECK (ended_at >= joined_at),
  end_reason      text CHECK (end_reason IN ('left', 'removed', 'user_archived')),
  ended_by        uuid,
  -- access tokens carry the epoch; every change of role or access raises it
  authz_epoch     integer NOT NULL DEFAULT 1,
  is_active       boolean NOT NULL GENERATED ALWAYS AS (ended_at IS NULL AND access_state = 'active') STORED,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, is_active),
  UNIQUE (organization_id, id, user_id),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
-- leaving and joining again makes a new row; a person has one live row per organization
CREATE UNIQUE INDEX organization_members_live_uq ON organization_members (organization_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX organization_members_user_idx ON organization_members (user_id) WHERE ended_at IS NULL;

CREATE TABLE organization_member_status (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id       uuid NOT NULL,
  state           member_access_state NOT NULL,
  reason          text,
  actor_user_id   uuid,
  period          tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL, '[)') CHECK (NOT isempty(period)),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, member_id) REFERENCES organization_members (organization_id, id),
  EXCLUDE USING gist (organization_id WITH =, member_id WITH =, period WITH &&)
);

CREATE TABLE organization_admins (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id       uuid NOT NULL,
  granted_by      uuid NOT NULL,
  granted_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  revoked_by      uuid,
  revoked_at      timestamptz CHECK (revoked_at >= granted_at),
  -- a live grant requires an active membership (NULL skips the foreign key once revoked)
  member_must_be_active boolean GENERATED ALWAYS AS (CASE WHEN revoked_at IS NULL THEN true END) STORED,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, member_id) REFERENCES organization_members (organization_id, id),
  FOREIGN KEY (organization_id, member_id, member_must_be_active)
      REFERENCES organization_members (organization_id, id, is_active)
);
CREATE UNIQUE INDEX organization_admins_live_uq ON organization_admins (organization_id, member_id) WHERE revoked_at IS NULL;

CREATE TABLE organization_owners (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id       uuid NOT NULL,
  started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at        timestamptz CHECK (ended_at >= started_at),
  transferred_by  uuid,                                   -- NULL: creation
  is_current      boolean NOT NULL GENERATED ALWAYS AS (ended_at IS NULL) STORED,
  member_must_be_active boolean GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN true END) STORED,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, is_current),
  FOREIGN KEY (organization_id, member_id) REFERENCES organization_members (organization_id, id),
  FOREIGN KEY (organization_id, member_id, member_must_be_active)
      REFERENCES organization_members (organization_id, id, is_active)
);
CREATE UNIQUE INDEX organization_owners_current_uq ON organization_owners (organization_id) WHERE ended_at IS NULL;

ALTER TABLE organizations
  ADD CONSTRAINT organizations_current_owner_fk
  FOREIGN KEY (id, current_owner_id, current_owner_is_live)
  REFERENCES organization_owners (organization_id, id, is_current)
  DEFERRABLE INITIALLY DEFERRED;

SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['organization_members', 'organization_member_status', 'organization_admins',
                  'organization_owners']::regclass[]) AS t;

-- A person sees their own memberships in every organization.
CREATE POLICY own_memberships ON organization_members FOR SELECT TO app_user USING (user_id = app.current_user_id());
-- Sign-in, refresh and the viewer's check find memberships and roles before there is a tenant context.
CREATE POLICY auth_read ON organization_members FOR SELECT TO app_auth USING (true);
CREATE POLICY auth_read ON organization_admins  FOR SELECT TO app_auth USING (true);
CREATE POLICY auth_read ON organization_owners  FOR SELECT TO app_auth USING (true);
CREATE POLICY search_read ON organization_members FOR SELECT TO app_search USING (true);
GRANT SELECT ON organization_members, organization_admins, organization_owners TO app_auth;
GRANT SELECT ON organization_members TO app_search;

CREATE VIEW member_effective_role WITH (security_invoker = true) AS
SELECT m.organization_id, m.id AS member_id, m.user_id, m.is_active,
       CASE WHEN EXISTS (SELECT 1 FROM organization_owners o WHERE o.organization_id = m.organization_id AND o.member_id = m.id AND o.ended_at IS NULL) THEN 'owner'::membership_role
            WHEN EXISTS (SELECT 1 FROM organization_admins a WHERE a.organization_id = m.organization_id AND a.member_id = m.id AND a.revoked_at IS NULL) THEN 'admin'::membership_role
            ELSE 'member'::membership_role END AS role
FROM organization_members m WHERE m.ended_at IS NULL;
GRANT SELECT ON member_effective_role TO app_user, app_auth, app_platform;
