-- Finds one entry by its id, which the primary key does behind the time alone.
CREATE INDEX audit_logs_id_idx ON audit_logs (organization_id, id);
