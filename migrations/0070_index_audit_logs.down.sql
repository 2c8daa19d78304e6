DROP INDEX audit_logs_id_idx;
