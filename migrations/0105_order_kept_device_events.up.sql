-- Kept events are applied chunk by chunk, the earliest first.
CREATE INDEX unmapped_device_events_time_idx
  ON unmapped_device_events (organization_id, occurred_at, device_id, device_event_id);
