-- What changes of an organization's state and the administration of the platform stand on.

-- A platform administrator's session that reads one organization for a while and changes nothing.
ALTER TABLE user_sessions ADD COLUMN is_acting boolean NOT NULL DEFAULT false;

-- As before, and:
--
--   RC006 FORBIDDEN   mutations of a session that only looks on for the platform; it has no member, is
--                     live as long as its person administers the platform, and sees every state
--
-- A mutation takes the organization's lock, shared; a change of the organization's state takes it alone
-- before it begins. So no mutation is under way when the state changes, and those that waited find the new
-- state: the function is volatile, because what it reads after the wait needs a newer snapshot.
CREATE OR REPLACE FUNCTION app.require_viewer(
    p_user_id uuid, p_session_id uuid, p_session_epoch integer,
    p_organization_id uuid, p_member_id uuid, p_member_epoch integer,
    p_is_mutation boolean, p_now timestamptz) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  session_is_live    boolean;
  session_is_current boolean;
  member_is_current  boolean;
  organization_state text;
  session_is_acting  boolean;
BEGIN
  IF p_is_mutation IS NOT FALSE AND p_organization_id IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(3, hashtext(p_organization_id::text));
  END IF;

  SELECT s.revoked_at IS NULL AND s.expires_at > p_now AND u.state = 'active',
         s.epoch = p_session_epoch AND s.active_organization_id IS NOT DISTINCT FROM p_organization_id,
         CASE WHEN s.is_acting THEN p_member_id IS NULL AND EXISTS (
                SELECT FROM public.platform_admins a WHERE a.user_id = p_user_id AND a.revoked_at IS NULL)
              ELSE p_organization_id IS NULL
                OR m.is_active AND m.user_id = p_user_id AND m.authz_epoch = p_member_epoch END,
         o.state, s.is_acting
    INTO session_is_live, session_is_current, member_is_current, organization_state, session_is_acting
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
  ELSIF session_is_acting THEN
    IF p_is_mutation IS NOT FALSE THEN
      RAISE EXCEPTION USING ERRCODE = 'RC006', MESSAGE = 'FORBIDDEN';
    END IF;
  ELSIF organization_state = 'suspended' THEN
    RAISE EXCEPTION USING ERRCODE = 'RC003', MESSAGE = 'TENANT_SUSPENDED';
  ELSIF organization_state = 'archived' THEN
    RAISE EXCEPTION USING ERRCODE = 'RC004', MESSAGE = 'TENANT_ARCHIVED';
  ELSIF organization_state = 'inactive' AND p_is_mutation IS NOT FALSE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC005', MESSAGE = 'TENANT_INACTIVE';
  END IF;
END $$;

-- The check of platform administration, which stands outside of all organizations.
--
--   RC001 UNAUTHENTICATED   as above
--   RC002 TOKEN_STALE       rights changed since the token was made
--   RC006 FORBIDDEN         no administrator any more, or a session that only looks on
CREATE FUNCTION app.require_platform_admin(
    p_user_id uuid, p_session_id uuid, p_session_epoch integer, p_now timestamptz) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  session_is_live    boolean;
  session_is_current boolean;
  session_is_acting  boolean;
  person_is_admin    boolean;
BEGIN
  SELECT s.revoked_at IS NULL AND s.expires_at > p_now AND u.state = 'active', s.epoch = p_session_epoch, s.is_acting,
         EXISTS (SELECT FROM public.platform_admins a WHERE a.user_id = p_user_id AND a.revoked_at IS NULL)
    INTO session_is_live, session_is_current, session_is_acting, person_is_admin
  FROM public.user_sessions s
  JOIN public.user_state u ON u.user_id = s.user_id
  WHERE s.user_id = p_user_id AND s.id = p_session_id;

  IF session_is_live IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC001', MESSAGE = 'UNAUTHENTICATED';
  ELSIF session_is_current IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC002', MESSAGE = 'TOKEN_STALE';
  ELSIF person_is_admin IS NOT TRUE OR session_is_acting IS NOT FALSE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC006', MESSAGE = 'FORBIDDEN';
  END IF;
END $$;
ALTER FUNCTION app.require_platform_admin(uuid, uuid, integer, timestamptz) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.require_platform_admin(uuid, uuid, integer, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.require_platform_admin(uuid, uuid, integer, timestamptz) TO app_platform;

-- Whether a person of the current organization may sign in anywhere; nothing else about them.
CREATE FUNCTION app.is_colleague_active(p_user_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.organization_members m JOIN public.user_state s ON s.user_id = m.user_id
    WHERE m.organization_id = app.current_organization_id() AND m.user_id = p_user_id AND m.ended_at IS NULL
      AND s.state = 'active')
$$;
ALTER FUNCTION app.is_colleague_active(uuid) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.is_colleague_active(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_colleague_active(uuid) TO app_user;

-- What platform administrators did and looked at. Append-only.
CREATE TABLE platform_audit_logs (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  occurred_at timestamptz NOT NULL DEFAULT now(),
  actor_user_id uuid,
  action      text NOT NULL,                              -- the field
  subject     jsonb NOT NULL DEFAULT '{}',                -- what it was about
  reason      text,
  request_id  text,
  ip          inet,
  user_agent  text
);
CREATE INDEX platform_audit_logs_time_idx ON platform_audit_logs (occurred_at DESC, id);
ALTER TABLE platform_audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform_audit_logs FORCE ROW LEVEL SECURITY;
CREATE POLICY platform_access ON platform_audit_logs TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON platform_audit_logs TO app_platform;
