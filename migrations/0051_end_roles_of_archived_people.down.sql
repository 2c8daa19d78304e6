REVOKE DELETE ON organization_member_roles FROM app_platform;
