DROP TABLE organization_invitations;
DROP TYPE invitation_status;
