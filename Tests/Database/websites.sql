-- What holds of websites and domains, whoever writes them.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO websites (organization_id, name, key) VALUES (pg_temp.id('a', 1), 'x', 'shop')$$);
SELECT pg_temp.expect_outcome('23514', $$INSERT INTO websites (organization_id, name, key) VALUES (pg_temp.id('a', 1), 'x', 'Shop')$$);
SELECT pg_temp.expect_outcome('23514', $$UPDATE websites SET configuration = '[]'$$);
SELECT pg_temp.expect_outcome('42501', 'DELETE FROM websites');
-- A deleted website's key is free again.
UPDATE websites SET deleted_at = now();
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO websites (organization_id, name, key) VALUES (pg_temp.id('a', 1), 'x', 'shop')$$);

-- A domain is one website's among all tenants, and each tenant sees its own.
CREATE FUNCTION pg_temp.claim(domain text, website uuid) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO website_domains (domain, organization_id, website_id, verification_token)'
                ' VALUES (%L, pg_temp.id(''a'', 1), %L, ''t'')', domain, website) $$;
SELECT pg_temp.expect(array_agg(domain) = ARRAY['a.example'], 'the own domain alone') FROM website_domains;
SELECT pg_temp.expect_outcome('23505', pg_temp.claim('b.example', pg_temp.id('a', 51)));
SELECT pg_temp.expect_outcome('23503', pg_temp.claim('c.example', pg_temp.id('b', 51)));
SELECT pg_temp.expect_outcome('23514', pg_temp.claim('C.example', pg_temp.id('a', 51)));
SELECT pg_temp.expect_outcome('42501', $$INSERT INTO website_domains (domain, organization_id, website_id, verification_token)
  VALUES ('c.example', pg_temp.id('b', 1), pg_temp.id('b', 51), 't')$$);
WITH gone AS (DELETE FROM website_domains RETURNING organization_id)
SELECT pg_temp.expect(array_agg(organization_id) = ARRAY[pg_temp.id('a', 1)], 'only the own domain released') FROM gone;
