DROP VIEW member_effective_role;
ALTER TABLE organizations DROP CONSTRAINT organizations_current_owner_fk;
DROP TABLE organization_owners, organization_admins, organization_member_status, organization_members;
DROP TYPE member_access_state;
DROP TYPE membership_role;
