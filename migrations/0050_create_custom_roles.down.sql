DROP VIEW member_custom_permissions;
DROP TABLE organization_member_roles, roles;
