-- The websites of an organization, who has which role on them, and the domains claimed for them.

CREATE TYPE website_role AS ENUM ('manager', 'editor', 'viewer');

CREATE TABLE websites (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  key             text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  primary_url     text,
  configuration   jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(configuration) = 'object'),
  status          text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'live', 'paused')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX websites_key_uq ON websites (organization_id, key) WHERE deleted_at IS NULL;

CREATE TABLE website_members (
  organization_id uuid NOT NULL,
  website_id      uuid NOT NULL,
  member_id       uuid NOT NULL,
  role            website_role NOT NULL,
  granted_by      uuid NOT NULL,                          -- a person
  granted_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (organization_id, website_id, member_id),
  UNIQUE (organization_id, id),
  FOREIGN KEY (organization_id, website_id) REFERENCES websites (organization_id, id),
  FOREIGN KEY (organization_id, member_id)  REFERENCES organization_members (organization_id, id)
);
CREATE INDEX website_members_member_idx ON website_members (organization_id, member_id);

-- A domain is one website's among all tenants, so the domains are a registry, as slugs are.
CREATE TABLE website_domains (
  domain          text PRIMARY KEY CHECK (domain = lower(domain) AND domain ~ '^[a-z0-9.-]{1,253}$'),
  organization_id uuid NOT NULL,
  website_id      uuid NOT NULL,
  verification_token text NOT NULL,                       -- to be published, so no secret
  verified_at     timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT website_domains_site_fk FOREIGN KEY (organization_id, website_id) REFERENCES websites (organization_id, id)
);
CREATE INDEX website_domains_site_idx ON website_domains (organization_id, website_id);
CREATE INDEX website_domains_claim_idx ON website_domains (created_at) WHERE verified_at IS NULL;

SELECT app.protect_tenant_table(t) FROM unnest(ARRAY['websites', 'website_members']::regclass[]) AS t;
-- A grant that ends is removed, also with the person whom the platform archives; the audit log remembers it.
GRANT DELETE ON website_members TO app_user, app_platform;

-- Unlike slugs, what others have claimed is nobody's business: a tenant learns no more than that a domain is taken.
ALTER TABLE website_domains ENABLE ROW LEVEL SECURITY;
ALTER TABLE website_domains FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON website_domains TO app_user
  USING (organization_id = app.current_organization_id()) WITH CHECK (organization_id = app.current_organization_id());
CREATE POLICY platform_access ON website_domains TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON website_domains TO app_user;
-- Background work lets claims lapse that nobody verified.
GRANT SELECT, DELETE ON website_domains TO app_platform;
