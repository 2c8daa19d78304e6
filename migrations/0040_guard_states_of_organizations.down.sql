DROP TABLE platform_audit_logs;
DROP FUNCTION app.is_colleague_active(uuid);
DROP FUNCTION app.require_platform_admin(uuid, uuid, integer, timestamptz);
CREATE OR REPLACE FUNCTION app.require_viewer(
    p_user_id uuid, p_session_id uuid, p_session_epoch integer,
    p_organization_id uuid, p_member_id uuid, p_member_epoch integer,
    p_is_mutation boolean, p_now timestamptz) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  session_is_live    boolean;
  session_is_current boolean;
  member_is_current  boolean;
  organization_state text;
BEGIN
  SELECT s.revoked_at IS NULL AND s.expires_at > p_now AND u.state = 'active',
         s.epoch = p_session_epoch AND s.active_organization_id IS NOT DISTINCT FROM p_organization_id,
         p_organization_id IS NULL
           OR m.is_active AND m.user_id = p_user_id AND m.authz_epoch = p_member_epoch,
         o.state
    INTO session_is_live, session_is_current, member_is_current, organization_state
  FROM public.user_sessions s
  JOIN public.user_state u ON u.user_id = s.user_id
  LEFT JOIN public.organization_members m ON m.organization_id = p_organization_id AND m.id = p_member_id
  LEFT JOIN public.organization_state o ON o.organization_id = p_organization_id
  WHERE s.user_id = p_user_id AND s.id = p_session_id;

  -- A missing row leaves NULL, which is not true: every doubt refuses.
  IF session_is_live IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC001', MESSAGE = 'UNAUTHENTICATED';
  ELSIF session_is_current IS NOT TRUE OR member_is_current IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC002', MESSAGE = 'TOKEN_STALE';
  ELSIF organization_state = 'suspended' THEN
    RAISE EXCEPTION USING ERRCODE = 'RC003', MESSAGE = 'TENANT_SUSPENDED';
  ELSIF organization_state = 'archived' THEN
    RAISE EXCEPTION USING ERRCODE = 'RC004', MESSAGE = 'TENANT_ARCHIVED';
  ELSIF organization_state = 'inactive' AND p_is_mutation IS NOT FALSE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC005', MESSAGE = 'TENANT_INACTIVE';
  END IF;
END $$;
ALTER TABLE user_sessions DROP COLUMN is_acting;
