-- An organization always has exactly one current owner, who is an active member.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');

SELECT pg_temp.expect_outcome('23503', $$UPDATE organization_members SET ended_at = clock_timestamp(), end_reason = 'left' WHERE id = pg_temp.id('a', 5)$$);
SELECT pg_temp.expect_outcome('23503', $$UPDATE organization_members SET access_state = 'deactivated' WHERE id = pg_temp.id('a', 5)$$);
SELECT pg_temp.expect_outcome('23503', $$UPDATE organization_owners SET ended_at = clock_timestamp() WHERE organization_id = pg_temp.id('a', 1)$$);
SELECT pg_temp.expect_outcome('23514', $$UPDATE organizations SET current_owner_is_live = false WHERE id = pg_temp.id('a', 1)$$);
SELECT pg_temp.expect_outcome('23505', $$INSERT INTO organization_owners (organization_id, member_id) VALUES (pg_temp.id('a', 1), pg_temp.id('a', 6))$$);

-- An admin grant ends with the membership.
SELECT pg_temp.expect_outcome('23503', $$UPDATE organization_members SET ended_at = clock_timestamp(), end_reason = 'left' WHERE id = pg_temp.id('a', 6)$$);

-- A transfer is one transaction; afterwards the earlier owner may leave.
UPDATE organization_owners SET ended_at = clock_timestamp() WHERE organization_id = pg_temp.id('a', 1) AND ended_at IS NULL;
INSERT INTO organization_owners (organization_id, id, member_id) VALUES (pg_temp.id('a', 1), pg_temp.id('a', 99), pg_temp.id('a', 6));
UPDATE organizations SET current_owner_id = pg_temp.id('a', 99) WHERE id = pg_temp.id('a', 1);
SET CONSTRAINTS ALL IMMEDIATE;
SELECT pg_temp.expect_outcome('00000', $$UPDATE organization_members SET ended_at = clock_timestamp(), end_reason = 'left' WHERE id = pg_temp.id('a', 5)$$);
SELECT pg_temp.expect(array_agg(role::text ORDER BY member_id) = ARRAY['member', 'owner'], 'roles after the transfer')
  FROM member_effective_role;
