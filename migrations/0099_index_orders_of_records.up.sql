-- Lists of days by what was worked: most, latest, longest first, however many days there are.
CREATE INDEX attendance_records_worked_idx   ON attendance_records (organization_id, worked_minutes, id);
CREATE INDEX attendance_records_late_idx     ON attendance_records (organization_id, late_minutes, id);
CREATE INDEX attendance_records_overtime_idx ON attendance_records (organization_id, overtime_minutes, id);

-- The days that somebody looks for. Equality of enums is not leakproof, so no index answers it under a policy, but what a
-- partial index leaves out nobody has to compare.
CREATE INDEX attendance_records_pending_idx  ON attendance_records (organization_id, work_date, id) WHERE status = 'pending';
CREATE INDEX attendance_records_absent_idx   ON attendance_records (organization_id, work_date, id) WHERE status = 'absent';
CREATE INDEX attendance_records_half_day_idx ON attendance_records (organization_id, work_date, id) WHERE status = 'half_day';
CREATE INDEX attendance_records_on_leave_idx ON attendance_records (organization_id, work_date, id) WHERE status = 'on_leave';
CREATE INDEX attendance_records_remote_idx   ON attendance_records (organization_id, work_date, id) WHERE status = 'remote';
