DROP TABLE attendance_breaks, attendance_sessions, attendance_records, attendance_event_voids, attendance_events;
DROP TYPE attendance_status;
DROP TYPE session_status;
DROP TYPE attendance_source;
DROP TYPE attendance_event_kind;
