-- Custom roles: named sets of permissions inside one organization, beside the ranks of owner, admin and member. Every
-- change of a role, and of who holds it, raises the epoch of the members concerned, under the organization's lock.

CREATE TABLE roles (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  key             text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,62}$' AND key NOT IN ('owner', 'super_admin')),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  permissions     jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(permissions) = 'array'),
  is_system       boolean NOT NULL DEFAULT false,         -- neither changed nor deleted by the tenant
  created_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX roles_key_uq ON roles (organization_id, key) WHERE deleted_at IS NULL;

CREATE TABLE organization_member_roles (
  organization_id uuid NOT NULL,
  member_id       uuid NOT NULL,
  role_id         uuid NOT NULL,
  granted_by      uuid NOT NULL,
  granted_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, member_id, role_id),
  FOREIGN KEY (organization_id, member_id) REFERENCES organization_members (organization_id, id),
  FOREIGN KEY (organization_id, role_id)   REFERENCES roles (organization_id, id)
);
CREATE INDEX organization_member_roles_role_idx ON organization_member_roles (organization_id, role_id);

SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['roles', 'organization_member_roles']::regclass[]) AS t;
-- An assignment that ends is removed; the audit log remembers it.
GRANT DELETE ON organization_member_roles TO app_user;

-- Tokens carry the permissions, and are made before there is a tenant context.
CREATE POLICY auth_read ON roles                     FOR SELECT TO app_auth USING (true);
CREATE POLICY auth_read ON organization_member_roles FOR SELECT TO app_auth USING (true);
GRANT SELECT ON roles, organization_member_roles TO app_auth;

-- What custom roles add to the rank of a member. A code may stand there more than once.
CREATE VIEW member_custom_permissions WITH (security_invoker = true) AS
SELECT x.organization_id, x.member_id, p.code
FROM organization_member_roles x
JOIN roles r ON r.organization_id = x.organization_id AND r.id = x.role_id AND r.deleted_at IS NULL
CROSS JOIN LATERAL jsonb_array_elements_text(r.permissions) AS p (code);
GRANT SELECT ON member_custom_permissions TO app_user, app_auth, app_platform;
