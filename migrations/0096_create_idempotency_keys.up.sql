-- The answers of mutations that may be sent again. A row is written in the transaction of the mutation's own changes,
-- so there is none without them and there are none without it; whoever is at work has the key's advisory lock.
CREATE TABLE idempotency_keys (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  actor_id        uuid NOT NULL,                          -- person or device
  key             text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  operation       text NOT NULL,                          -- root mutation field
  fingerprint     bytea NOT NULL CHECK (length(fingerprint) = 32),  -- SHA-256 of field, arguments and selection
  response        json NOT NULL,                          -- json keeps the text, so that the same answer is the same
  created_at      timestamptz NOT NULL DEFAULT now(),
  expires_at      timestamptz NOT NULL,
  PRIMARY KEY (organization_id, actor_id, key)
);
CREATE INDEX idempotency_keys_expiry_idx ON idempotency_keys (expires_at);

SELECT app.protect_tenant_table('idempotency_keys');
GRANT DELETE ON idempotency_keys TO app_platform;
