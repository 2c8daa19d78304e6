-- Invitations to join an organization. The link's token carries the organization's id and 256 bits; only its hash is
-- stored. Nobody is invited as the owner: ownership is transferred.

CREATE TYPE invitation_status AS ENUM ('pending', 'accepted', 'declined', 'revoked', 'expired');

CREATE TABLE organization_invitations (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  email           text NOT NULL CHECK (position('@' IN email) > 1 AND length(email) <= 320),
  email_normalized text NOT NULL GENERATED ALWAYS AS (lower(btrim(email))) STORED,
  role            membership_role NOT NULL DEFAULT 'member' CHECK (role <> 'owner'),
  role_ids        uuid[] NOT NULL DEFAULT '{}',           -- custom roles
  employee_id     uuid,                                   -- the record that gets this login
  token_hash      bytea NOT NULL CHECK (length(token_hash) = 32),
  status          invitation_status NOT NULL DEFAULT 'pending',
  invited_by      uuid NOT NULL,                          -- a member
  created_at      timestamptz NOT NULL DEFAULT now(),
  expires_at      timestamptz NOT NULL,
  last_sent_at    timestamptz,
  send_count      integer NOT NULL DEFAULT 0 CHECK (send_count >= 0),   -- also the generation of the token
  decided_at      timestamptz,
  accepted_by_user_id uuid REFERENCES users (id),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, token_hash),
  FOREIGN KEY (organization_id, invited_by)  REFERENCES organization_members (organization_id, id),
  FOREIGN KEY (organization_id, employee_id) REFERENCES employees (organization_id, id),
  CHECK (expires_at > created_at),
  CHECK ((status = 'pending') = (decided_at IS NULL)),
  CHECK ((status = 'accepted') = (accepted_by_user_id IS NOT NULL))
);
-- an address has one open invitation per organization
CREATE UNIQUE INDEX organization_invitations_pending_uq
  ON organization_invitations (organization_id, email_normalized) WHERE status = 'pending';
CREATE INDEX organization_invitations_created_idx ON organization_invitations (organization_id, created_at, id);
-- what a person is invited to, and what is over
CREATE INDEX organization_invitations_address_idx ON organization_invitations (email_normalized) WHERE status = 'pending';
CREATE INDEX organization_invitations_expiry_idx  ON organization_invitations (expires_at) WHERE status = 'pending';

SELECT app.protect_tenant_table('organization_invitations');

-- Whoever holds a link, or has the address, sees the invitation before they belong to the tenant.
CREATE POLICY auth_read ON organization_invitations FOR SELECT TO app_auth USING (true);
GRANT SELECT ON organization_invitations TO app_auth;
