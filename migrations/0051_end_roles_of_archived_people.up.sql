-- Archiving a person ends their memberships in all organizations, and the custom roles with them.
GRANT DELETE ON organization_member_roles TO app_platform;
