DROP VIEW organization_state;
DROP TABLE organization_archives, organization_suspensions, organization_active_status, organization_settings,
  organization_slugs, organizations;
