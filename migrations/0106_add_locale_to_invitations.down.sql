ALTER TABLE organization_invitations DROP COLUMN locale;
