-- What holds of invitations, whoever writes them.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
CREATE FUNCTION pg_temp.invite(email text, role text, hash text, inviter uuid) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO organization_invitations (organization_id, email, role, token_hash, invited_by, expires_at)'
                ' VALUES (pg_temp.id(''a'', 1), %L, %L, decode(repeat(%L, 32), ''hex''), %L, now() + interval ''1 day'')',
                email, role, hash, inviter) $$;
SELECT pg_temp.expect_outcome('00000', pg_temp.invite('x@a.example', 'admin', '01', pg_temp.id('a', 5)));
-- Ownership is transferred, never given by an invitation.
SELECT pg_temp.expect_outcome('23514', pg_temp.invite('x@a.example', 'owner', '01', pg_temp.id('a', 5)));
-- One open invitation of an address, however it is spelled; one invitation of a token.
SELECT pg_temp.expect_outcome('23505', pg_temp.invite('invited@A.example', 'member', '01', pg_temp.id('a', 5)));
SELECT pg_temp.expect_outcome('23505', pg_temp.invite('x@a.example', 'member', '00', pg_temp.id('a', 5)));
-- The inviter is a member of the organization.
SELECT pg_temp.expect_outcome('23503', pg_temp.invite('x@a.example', 'member', '01', pg_temp.id('b', 5)));
-- An answer has a time, an acceptance a person.
SELECT pg_temp.expect_outcome('23514', $$UPDATE organization_invitations SET status = 'declined'$$);
SELECT pg_temp.expect_outcome('23514', $$UPDATE organization_invitations SET status = 'accepted', decided_at = now()$$);
UPDATE organization_invitations SET status = 'accepted', decided_at = now(), accepted_by_user_id = pg_temp.id('a', 3);
SELECT pg_temp.expect_outcome('00000', pg_temp.invite('invited@a.example', 'member', '01', pg_temp.id('a', 5)));
SELECT pg_temp.expect_outcome('42501', 'DELETE FROM organization_invitations');
RESET ROLE;

-- Sign-in looks invitations up, and changes none.
SET LOCAL ROLE app_auth;
SELECT pg_temp.expect(count(*) = 2, 'invitations of both organizations') FROM organization_invitations;
SELECT pg_temp.expect_outcome('42501', $$UPDATE organization_invitations SET status = 'revoked', decided_at = now()$$);
