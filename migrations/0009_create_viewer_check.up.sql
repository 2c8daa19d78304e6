-- Compares an access token's claims with what holds now, and raises when they differ: the first
-- statement of a request's first round trip, so that an error keeps the rest from running.
--
--   RC001 UNAUTHENTICATED   session missing, revoked or expired; person suspended, archived or inactive
--   RC002 TOKEN_STALE       rights or organization changed since the token was made; membership not active
--   RC003 TENANT_SUSPENDED
--   RC004 TENANT_ARCHIVED
--   RC005 TENANT_INACTIVE   mutations only
--
-- The organization, member and its epoch are NULL for somebody signed in without an organization.
-- p_now is the server's clock; histories of states are compared with the database's own.
CREATE FUNCTION app.require_viewer(
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
ALTER FUNCTION app.require_viewer(uuid, uuid, integer, uuid, uuid, integer, boolean, timestamptz) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.require_viewer(uuid, uuid, integer, uuid, uuid, integer, boolean, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.require_viewer(uuid, uuid, integer, uuid, uuid, integer, boolean, timestamptz)
  TO app_user, app_auth;
