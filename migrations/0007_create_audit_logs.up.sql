-- What was changed within a tenant, by whom. Sign-ins are in auth_events instead.

CREATE TABLE audit_logs (                                 -- append-only, partitioned by time
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  occurred_at     timestamptz NOT NULL DEFAULT now(),
  actor_user_id   uuid,
  actor_member_id uuid,
  actor_device_id uuid,
  actor_kind      text NOT NULL CHECK (actor_kind IN ('user', 'device', 'system', 'platform_admin')),
  action          text NOT NULL,                          -- the root field
  entity_type     text NOT NULL,                          -- the GraphQL type
  entity_id       uuid,
  old_values      jsonb,
  new_values      jsonb,                                  -- never passwords or tokens
  reason          text,
  request_id      text,
  operation_name  text,
  session_id      uuid,
  ip              inet,
  user_agent      text,
  PRIMARY KEY (organization_id, occurred_at, id)
) PARTITION BY RANGE (occurred_at);
CREATE TABLE audit_logs_default PARTITION OF audit_logs DEFAULT;
CREATE INDEX audit_logs_entity_idx ON audit_logs (organization_id, entity_type, entity_id, occurred_at DESC);
CREATE INDEX audit_logs_actor_idx  ON audit_logs (organization_id, actor_user_id, occurred_at DESC);

SELECT app.protect_tenant_table('audit_logs');
REVOKE UPDATE ON audit_logs FROM app_user, app_platform;
