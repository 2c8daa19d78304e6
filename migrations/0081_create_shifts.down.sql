ALTER TABLE work_locations DROP CONSTRAINT work_locations_calendar_fk;
DROP TABLE holidays, holiday_calendars, shift_assignment_days, shift_assignments, shifts;
DROP TYPE day_half;
