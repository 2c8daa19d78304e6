-- Time clocks, readers and the agents that sync them.
CREATE TABLE devices (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  kind            text NOT NULL CHECK (kind IN ('kiosk', 'biometric', 'rfid', 'mobile', 'sync_agent')),
  location_id     uuid,
  key_hash        bytea NOT NULL CHECK (length(key_hash) = 32),   -- the key itself carries the organization's id
  last_seen_at    timestamptz,
  last_sequence   bigint,                                 -- up to which the device's events were acknowledged
  clock_offset_ms integer,                                -- the device's clock less the server's
  created_by      uuid NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  revoked_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT devices_key_uq UNIQUE (organization_id, key_hash),
  FOREIGN KEY (organization_id, location_id) REFERENCES work_locations (organization_id, id)
);

-- Who somebody is on a machine.
CREATE TABLE employee_device_identities (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  device_id       uuid,                                   -- NULL: on every device of the organization
  external_user_id text NOT NULL CHECK (length(external_user_id) BETWEEN 1 AND 200),
  employee_id     uuid NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT employee_device_identities_user_uq
    UNIQUE NULLS NOT DISTINCT (organization_id, device_id, external_user_id),
  FOREIGN KEY (organization_id, device_id)   REFERENCES devices (organization_id, id),
  FOREIGN KEY (organization_id, employee_id) REFERENCES employees (organization_id, id)
);
CREATE INDEX employee_device_identities_employee_idx ON employee_device_identities (organization_id, employee_id);

-- Events whose user nobody knows yet: they become attendance events when the user is mapped.
CREATE TABLE unmapped_device_events (
  organization_id uuid NOT NULL,
  device_id       uuid NOT NULL,
  device_event_id text NOT NULL CHECK (length(device_event_id) BETWEEN 1 AND 200),
  external_user_id text NOT NULL CHECK (length(external_user_id) BETWEEN 1 AND 200),
  kind            attendance_event_kind,                  -- NULL: the machine does not say
  occurred_at     timestamptz NOT NULL,
  source          attendance_source NOT NULL,
  latitude        double precision,
  longitude       double precision,
  accuracy_meters real,
  ip              inet,
  received_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, device_id, device_event_id),
  FOREIGN KEY (organization_id, device_id) REFERENCES devices (organization_id, id)
);
CREATE INDEX unmapped_device_events_user_idx ON unmapped_device_events (organization_id, external_user_id, occurred_at);

ALTER TABLE attendance_events
  ADD COLUMN device_id uuid,
  ADD COLUMN device_event_id text CHECK (length(device_event_id) BETWEEN 1 AND 200),
  ADD COLUMN is_paid boolean,                             -- of a break's start; NULL: as the shift says
  ADD COLUMN geofence_result text CHECK (geofence_result IN ('inside', 'outside', 'unknown', 'not_required')),
  ADD CONSTRAINT attendance_events_device_fk
    FOREIGN KEY (organization_id, device_id) REFERENCES devices (organization_id, id),
  ADD CONSTRAINT attendance_events_device_id_check CHECK (device_event_id IS NULL OR device_id IS NOT NULL),
  ADD CONSTRAINT attendance_events_paid_check CHECK (is_paid IS NULL OR kind = 'break_start');
-- A batch that is sent again stores nothing twice.
CREATE UNIQUE INDEX attendance_events_device_uq ON attendance_events (organization_id, device_id, device_event_id)
  WHERE device_event_id IS NOT NULL;

SELECT app.protect_tenant_table(t)
FROM unnest(ARRAY['devices', 'employee_device_identities', 'unmapped_device_events']::regclass[]) AS t;
GRANT DELETE ON employee_device_identities, unmapped_device_events TO app_user;
