-- Whether a session is live and its token the current one, whatever became of its organization and of the membership in
-- it: for what people do about their sessions themselves. Somebody whose organization is suspended can still sign out,
-- or go on in another one.
--
--   RC001 UNAUTHENTICATED   session missing, revoked or expired; person suspended, archived or inactive
--   RC002 TOKEN_STALE       the session has gone on in another organization
CREATE FUNCTION app.require_session(
    p_user_id uuid, p_session_id uuid, p_session_epoch integer, p_now timestamptz) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  session_is_live    boolean;
  session_is_current boolean;
BEGIN
  SELECT s.revoked_at IS NULL AND s.expires_at > p_now AND u.state = 'active', s.epoch = p_session_epoch
    INTO session_is_live, session_is_current
  FROM public.user_sessions s
  JOIN public.user_state u ON u.user_id = s.user_id
  WHERE s.user_id = p_user_id AND s.id = p_session_id;

  IF session_is_live IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC001', MESSAGE = 'UNAUTHENTICATED';
  ELSIF session_is_current IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC002', MESSAGE = 'TOKEN_STALE';
  END IF;
END $$;
ALTER FUNCTION app.require_session(uuid, uuid, integer, timestamptz) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.require_session(uuid, uuid, integer, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.require_session(uuid, uuid, integer, timestamptz) TO app_auth;
