-- Places of work: where people belong, their zone and holidays, and where punches may come from.
CREATE TABLE work_locations (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  time_zone       text NOT NULL REFERENCES time_zones (name),
  latitude        double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude       double precision CHECK (longitude BETWEEN -180 AND 180),
  radius_meters   integer CHECK (radius_meters > 0),      -- of the geofence; NULL: none
  ip_allowlist    cidr[] NOT NULL DEFAULT '{}',           -- empty: punches from everywhere
  holiday_calendar_id uuid,                               -- NULL: the organization's default calendar
  created_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (radius_meters IS NULL OR latitude IS NOT NULL)
);
CREATE UNIQUE INDEX work_locations_name_uq ON work_locations (organization_id, lower(name)) WHERE deleted_at IS NULL;

ALTER TABLE employees
  ADD COLUMN location_id uuid,
  ADD CONSTRAINT employees_location_fk
    FOREIGN KEY (organization_id, location_id) REFERENCES work_locations (organization_id, id);
CREATE INDEX employees_location_idx ON employees (organization_id, location_id) WHERE deleted_at IS NULL;

SELECT app.protect_tenant_table('work_locations');
