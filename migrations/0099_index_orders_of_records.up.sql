-- Lists of days by what was worked: most, latest, longest first, however many days there are.
CREATE INDEX attendance_records_worked_idx   ON attendance_records (organization_id, worked_minutes, id);
CREATE INDEX attendance_records_late_idx     ON attendance_records (organization_id, late_minutes, id);
CREATE INDEX attendance_records_overtime_idx ON attendance_records (organization_id, overtime_minutes, id);
