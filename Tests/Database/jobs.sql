-- Everybody may enqueue for themselves, and only the platform looks.
SELECT set_config('role', 'app_user', true), pg_temp.enter('a');
INSERT INTO jobs (organization_id, kind) VALUES (pg_temp.id('a', 1), 'x');
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO jobs (organization_id, kind) VALUES (pg_temp.id('b', 1), 'x')$$);
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO jobs (kind) VALUES ('x')$$);
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO jobs (organization_id, kind, attempts) VALUES (pg_temp.id('a', 1), 'x', 3)$$);
SELECT pg_temp.expect_outcome('42501', 'SELECT FROM jobs');
SELECT pg_temp.expect_outcome('42501', $$UPDATE jobs SET run_at = now()$$);
SELECT pg_temp.expect_outcome('42501', 'DELETE FROM jobs');

SELECT pg_temp.enter(NULL), set_config('role', 'app_auth', true);
INSERT INTO jobs (kind) VALUES ('x');
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO jobs (organization_id, kind) VALUES (pg_temp.id('a', 1), 'x')$$);
SELECT pg_temp.expect_outcome('42501', 'SELECT FROM jobs');

SELECT set_config('role', 'app_platform', true);
SELECT pg_temp.expect(count(*) = 2, 'two jobs') FROM jobs;
SELECT pg_temp.expect_outcome('23514', $$UPDATE jobs SET status = 'running'$$);
SELECT pg_temp.expect_outcome('23514', $$UPDATE jobs SET status = 'dead'$$);

-- A key is the tenant's own.
INSERT INTO jobs (organization_id, kind, dedupe_key) VALUES (pg_temp.id('a', 1), 'y', 'k'), (pg_temp.id('b', 1), 'y', 'k'), (NULL, 'y', 'k');
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO jobs (kind, dedupe_key) VALUES ('y', 'k')$$);
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO jobs (organization_id, kind, dedupe_key) VALUES (pg_temp.id('a', 1), 'y', 'k')$$);
