-- Background work of all servers: one queue for the whole database.

CREATE TYPE job_status AS ENUM ('queued', 'running', 'succeeded', 'failed', 'dead');

CREATE TABLE jobs (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid,                                   -- whose transaction enqueued it; NULL outside of tenants
  kind         text NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  dedupe_key   text CHECK (length(dedupe_key) <= 200),
  payload      jsonb NOT NULL DEFAULT '{}',               -- ids, never secrets: a dump holds nothing usable
  status       job_status NOT NULL DEFAULT 'queued',
  run_at       timestamptz NOT NULL DEFAULT now(),
  attempts     integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  max_attempts integer NOT NULL DEFAULT 10 CHECK (max_attempts > 0),
  locked_by    text,
  locked_until timestamptz,
  last_error   text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  finished_at  timestamptz,
  CHECK ((status = 'running') = (locked_until IS NOT NULL)),
  CHECK ((locked_by IS NULL) = (locked_until IS NULL)),
  CHECK ((status IN ('succeeded', 'failed', 'dead')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_ready_idx    ON jobs (run_at)       WHERE status = 'queued';
CREATE INDEX jobs_leased_idx   ON jobs (locked_until) WHERE status = 'running';
CREATE INDEX jobs_finished_idx ON jobs (finished_at)  WHERE finished_at IS NOT NULL;
-- The organization is part of the key: one tenant's job never stands in for another's.
CREATE UNIQUE INDEX jobs_dedupe_uq ON jobs (kind, dedupe_key, organization_id) NULLS NOT DISTINCT
  WHERE status IN ('queued', 'running') AND dedupe_key IS NOT NULL;

-- Everybody may enqueue, and nobody but the workers and platform administration may look: a tenant's
-- transaction has no reason to read the queue, so it may not even read its own jobs. It cannot enqueue
-- in another tenant's name either. Columns that workers keep are not for those who enqueue.
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_enqueue ON jobs FOR INSERT TO app_user
  WITH CHECK (organization_id IS NOT DISTINCT FROM app.current_organization_id());
CREATE POLICY auth_enqueue ON jobs FOR INSERT TO app_auth WITH CHECK (organization_id IS NULL);
CREATE POLICY platform_access ON jobs TO app_platform USING (true) WITH CHECK (true);
GRANT INSERT (organization_id, kind, dedupe_key, payload, run_at, max_attempts) ON jobs TO app_user, app_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO app_platform;
