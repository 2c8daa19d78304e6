-- Two organizations with the same content and a row in every tenant table. Ids are readable:
-- pg_temp.id('a', 21) is the first employee of organization a.
--   1 organization  2 owner record  3, 4 people  5, 6 their members  7 admin grant  8 session
--   11, 12 departments (12 below 11)  21, 22, 23 employees (22 reports to 21, 23 is in 12)
--   31, 32 events  33 record  34 session  41 custom role of the admin  42 invitation by the owner
--   51 website  61 work location  62 shift  63 assignment  64 holiday calendar  65 device  66 period
--   67 correction  71 file
--   67 correction  71 event  72 record  73 session of 23  74 record in the period

CREATE FUNCTION pg_temp.id(organization text, number integer) RETURNS uuid LANGUAGE sql IMMUTABLE
  AS $$ SELECT (organization || '0000000-0000-4000-8000-' || lpad(number::text, 12, '0'))::uuid $$;

CREATE FUNCTION pg_temp.enter(organization text) RETURNS text LANGUAGE sql
  AS $$ SELECT set_config('app.organization_id', coalesce(pg_temp.id(organization, 1)::text, ''), true) $$;

DO $$
DECLARE
  o text;
  org uuid;
BEGIN
  FOREACH o IN ARRAY ARRAY['a', 'b'] LOOP
    org := pg_temp.id(o, 1);
    INSERT INTO users (id) VALUES (pg_temp.id(o, 3)), (pg_temp.id(o, 4));
    INSERT INTO user_profile (user_id, display_name)
      VALUES (pg_temp.id(o, 3), 'Owner of ' || o), (pg_temp.id(o, 4), 'Admin of ' || o);
    INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
      VALUES (pg_temp.id(o, 3), 'email', 'Owner@' || o || '.example', true, now()),
             (pg_temp.id(o, 4), 'email', 'admin@' || o || '.example', true, NULL);
    INSERT INTO user_login_password (user_id, password_hash) VALUES (pg_temp.id(o, 3), 'hash');
    INSERT INTO user_active_status (user_id, is_active, period)
      VALUES (pg_temp.id(o, 3), true, tstzrange('2020-01-01Z', '2020-01-02Z'));
    INSERT INTO user_suspensions (user_id, reason, suspended_by, period)
      VALUES (pg_temp.id(o, 3), 'past', pg_temp.id(o, 4), tstzrange('2020-01-01Z', '2020-01-02Z'));
    INSERT INTO user_archives (user_id, archived_by, period)
      VALUES (pg_temp.id(o, 3), pg_temp.id(o, 4), tstzrange('2020-01-01Z', '2020-01-02Z'));
    INSERT INTO platform_admins (user_id) VALUES (pg_temp.id(o, 3));
    INSERT INTO auth_events (user_id, kind, success) VALUES (pg_temp.id(o, 3), 'login', true);
    INSERT INTO user_tokens (user_id, purpose, token_hash, expires_at)
      VALUES (pg_temp.id(o, 3), 'password_reset', decode(repeat('00', 32), 'hex'), now() + interval '1 day');
    INSERT INTO user_sessions (user_id, id, active_organization_id, expires_at)
      VALUES (pg_temp.id(o, 3), pg_temp.id(o, 8), org, now() + interval '1 day');
    INSERT INTO refresh_tokens (user_id, session_id, token_hash, expires_at)
      VALUES (pg_temp.id(o, 3), pg_temp.id(o, 8), decode(repeat('00', 32), 'hex'), now() + interval '1 day');

    INSERT INTO organizations (id, name, current_owner_id) VALUES (org, 'Organization ' || o, pg_temp.id(o, 2));
    INSERT INTO organization_settings (organization_id) VALUES (org);
    INSERT INTO organization_slugs (slug, organization_id) VALUES ('organization-' || o, org);
    INSERT INTO organization_active_status (organization_id, is_active) VALUES (org, true);
    INSERT INTO organization_suspensions (organization_id, reason, suspended_by, period)
      VALUES (org, 'past', pg_temp.id(o, 3), tstzrange('2020-01-01Z', '2020-01-02Z'));
    INSERT INTO organization_archives (organization_id, archived_by, period)
      VALUES (org, pg_temp.id(o, 3), tstzrange('2020-01-01Z', '2020-01-02Z'));
    INSERT INTO organization_members (organization_id, id, user_id)
      VALUES (org, pg_temp.id(o, 5), pg_temp.id(o, 3)), (org, pg_temp.id(o, 6), pg_temp.id(o, 4));
    INSERT INTO organization_member_status (organization_id, member_id, state) VALUES (org, pg_temp.id(o, 5), 'active');
    INSERT INTO organization_owners (organization_id, id, member_id) VALUES (org, pg_temp.id(o, 2), pg_temp.id(o, 5));
    INSERT INTO organization_admins (organization_id, id, member_id, granted_by)
      VALUES (org, pg_temp.id(o, 7), pg_temp.id(o, 6), pg_temp.id(o, 5));
    INSERT INTO roles (organization_id, id, key, name, permissions)
      VALUES (org, pg_temp.id(o, 41), 'auditor', 'Auditor', '["audit.read"]');
    INSERT INTO organization_member_roles (organization_id, member_id, role_id, granted_by)
      VALUES (org, pg_temp.id(o, 6), pg_temp.id(o, 41), pg_temp.id(o, 3));

    INSERT INTO files (organization_id, id, owner_member_id, purpose, file_name, content_type, byte_size)
      VALUES (org, pg_temp.id(o, 71), pg_temp.id(o, 5), 'logo', 'logo.png', 'image/png', 1);
    INSERT INTO departments (organization_id, id, parent_id, name)
      VALUES (org, pg_temp.id(o, 11), NULL, 'Sales'), (org, pg_temp.id(o, 12), pg_temp.id(o, 11), 'Field sales');
    INSERT INTO employees (organization_id, id, member_id, department_id, manager_id, employee_number, full_name, email, hired_on)
      VALUES (org, pg_temp.id(o, 21), pg_temp.id(o, 5), NULL, NULL, 'E-21', 'Ada First', 'ada@' || o || '.example', '2020-01-01'),
             (org, pg_temp.id(o, 22), NULL, NULL, pg_temp.id(o, 21), 'E-22', 'Ben 100%_Second', NULL, '2020-01-01'),
             (org, pg_temp.id(o, 23), NULL, pg_temp.id(o, 12), NULL, 'E-23', 'Cleo Third', NULL, '2020-01-01');
    INSERT INTO organization_invitations (organization_id, id, email, employee_id, token_hash, invited_by, expires_at)
      VALUES (org, pg_temp.id(o, 42), 'Invited@' || o || '.example', pg_temp.id(o, 22), decode(repeat('00', 32), 'hex'),
              pg_temp.id(o, 5), now() + interval '7 days');
    INSERT INTO websites (organization_id, id, name, key) VALUES (org, pg_temp.id(o, 51), 'Shop', 'shop');
    INSERT INTO website_members (organization_id, website_id, member_id, role, granted_by)
      VALUES (org, pg_temp.id(o, 51), pg_temp.id(o, 6), 'editor', pg_temp.id(o, 3));
    INSERT INTO website_domains (domain, organization_id, website_id, verification_token)
      VALUES (o || '.example', org, pg_temp.id(o, 51), 'token');
    UPDATE departments SET manager_employee_id = pg_temp.id(o, 21) WHERE organization_id = org AND id = pg_temp.id(o, 11);

    INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes, source)
      VALUES (org, pg_temp.id(o, 31), pg_temp.id(o, 21), 'clock_in', '2026-01-05 09:00Z', 'UTC', 0, 'web'),
             (org, pg_temp.id(o, 32), pg_temp.id(o, 21), 'clock_out', '2026-01-05 13:00Z', 'UTC', 0, 'web');
    INSERT INTO attendance_event_voids (organization_id, event_id, reason, actor_user_id)
      VALUES (org, pg_temp.id(o, 32), 'wrong', pg_temp.id(o, 3));
    INSERT INTO attendance_records (organization_id, id, employee_id, work_date, time_zone)
      VALUES (org, pg_temp.id(o, 33), pg_temp.id(o, 21), '2026-01-05', 'UTC');
    INSERT INTO attendance_sessions (organization_id, id, employee_id, record_id, clock_in_event_id, clock_out_event_id, clock_in_at, clock_out_at, status)
      VALUES (org, pg_temp.id(o, 34), pg_temp.id(o, 21), pg_temp.id(o, 33), pg_temp.id(o, 31), pg_temp.id(o, 32),
              '2026-01-05 09:00Z', '2026-01-05 13:00Z', 'closed');
    INSERT INTO attendance_breaks (organization_id, session_id, employee_id, started_at, ended_at)
      VALUES (org, pg_temp.id(o, 34), pg_temp.id(o, 21), '2026-01-05 10:00Z', '2026-01-05 10:15Z');

    INSERT INTO work_locations (organization_id, id, name, time_zone) VALUES (org, pg_temp.id(o, 61), 'Depot', 'UTC');
    UPDATE employees SET location_id = pg_temp.id(o, 61)
      WHERE organization_id = org AND id IN (pg_temp.id(o, 22), pg_temp.id(o, 23));
    INSERT INTO shifts (organization_id, id, name, start_time, end_time)
      VALUES (org, pg_temp.id(o, 62), 'Early', '06:00', '14:00');
    INSERT INTO shift_assignments (organization_id, id, employee_id, shift_id, valid)
      VALUES (org, pg_temp.id(o, 63), pg_temp.id(o, 21), pg_temp.id(o, 62), '[2020-01-01,2020-02-01)');
    INSERT INTO shift_assignment_days (organization_id, assignment_id, day, shift_id)
      VALUES (org, pg_temp.id(o, 63), 0, pg_temp.id(o, 62));
    INSERT INTO holiday_calendars (organization_id, id, name) VALUES (org, pg_temp.id(o, 64), 'Everywhere');
    INSERT INTO holidays (organization_id, calendar_id, day, name)
      VALUES (org, pg_temp.id(o, 64), '2020-01-01', 'New Year');
    INSERT INTO devices (organization_id, id, name, kind, key_hash, created_by)
      VALUES (org, pg_temp.id(o, 65), 'Gate', 'rfid', decode(repeat('00', 32), 'hex'), pg_temp.id(o, 3));
    INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes, source, device_id)
      VALUES (org, pg_temp.id(o, 71), pg_temp.id(o, 23), 'clock_in', '2026-01-06 09:00Z', 'UTC', 0, 'kiosk', pg_temp.id(o, 65));
    INSERT INTO attendance_records (organization_id, id, employee_id, work_date, time_zone)
      VALUES (org, pg_temp.id(o, 72), pg_temp.id(o, 23), '2026-01-06', 'UTC'),
             (org, pg_temp.id(o, 74), pg_temp.id(o, 23), '2020-01-06', 'UTC');
    INSERT INTO attendance_sessions (organization_id, id, employee_id, record_id, clock_in_event_id, clock_in_at, clock_out_at, status)
      VALUES (org, pg_temp.id(o, 73), pg_temp.id(o, 23), pg_temp.id(o, 72), pg_temp.id(o, 71), '2026-01-06 09:00Z',
              '2026-01-06 17:00Z', 'auto_closed');
    INSERT INTO employee_device_identities (organization_id, device_id, external_user_id, employee_id)
      VALUES (org, pg_temp.id(o, 65), '7', pg_temp.id(o, 21));
    INSERT INTO unmapped_device_events (organization_id, device_id, device_event_id, external_user_id, occurred_at, source)
      VALUES (org, pg_temp.id(o, 65), 'x-1', '8', '2026-01-05 09:00Z', 'biometric_device');
    INSERT INTO attendance_periods (organization_id, id, name, days)
      VALUES (org, pg_temp.id(o, 66), 'January', '[2020-01-01,2020-02-01)');
    INSERT INTO attendance_corrections (organization_id, id, employee_id, work_date, kind, requested, reason, requested_by)
      VALUES (org, pg_temp.id(o, 67), pg_temp.id(o, 23), '2026-01-05', 'void', '{}', 'wrong', pg_temp.id(o, 3));
    INSERT INTO idempotency_keys (organization_id, actor_id, key, operation, fingerprint, response, expires_at)
      VALUES (org, pg_temp.id(o, 3), 'key', 'employeeCreate', decode(repeat('00', 32), 'hex'), '{}', now() + interval '1 day');
    INSERT INTO audit_logs (organization_id, actor_kind, actor_user_id, action, entity_type, entity_id)
      VALUES (org, 'user', pg_temp.id(o, 3), 'employeeCreate', 'Employee', pg_temp.id(o, 21));
  END LOOP;
  SET CONSTRAINTS ALL IMMEDIATE;
  SET CONSTRAINTS ALL DEFERRED;
END $$;

-- The tables of which each tenant sees its own rows only.
CREATE VIEW pg_temp.tenant_tables AS
SELECT c.oid::regclass AS name, CASE c.relname WHEN 'organizations' THEN 'id' ELSE 'organization_id' END AS key
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND (c.relname = 'organizations' OR c.relname NOT IN ('organization_slugs', 'jobs') AND EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped));
