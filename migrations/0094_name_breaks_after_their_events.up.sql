-- A break gets the id of the event that began it, so that computing its day again finds it.
UPDATE attendance_breaks b SET id = v.id
FROM (
  SELECT DISTINCT ON (v.organization_id, v.employee_id, v.occurred_at)
         v.organization_id, v.employee_id, v.occurred_at, v.id
  FROM attendance_events v
  WHERE v.kind = 'break_start'
    AND NOT EXISTS (SELECT FROM attendance_event_voids x WHERE x.organization_id = v.organization_id AND x.event_id = v.id)
  ORDER BY v.organization_id, v.employee_id, v.occurred_at, v.received_at, v.id) v
WHERE v.organization_id = b.organization_id AND v.employee_id = b.employee_id AND v.occurred_at = b.started_at
  AND b.id <> v.id;
