DROP INDEX attendance_events_device_uq;
ALTER TABLE attendance_events
  DROP CONSTRAINT attendance_events_device_fk,
  DROP CONSTRAINT attendance_events_device_id_check,
  DROP CONSTRAINT attendance_events_paid_check,
  DROP COLUMN device_id, DROP COLUMN device_event_id, DROP COLUMN is_paid, DROP COLUMN geofence_result;
DROP TABLE unmapped_device_events, employee_device_identities, devices;
