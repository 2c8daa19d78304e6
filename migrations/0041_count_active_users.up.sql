-- How many members of the current organization had a session in it within [p_from, p_to); nothing else about them.
CREATE FUNCTION app.count_active_users(p_from timestamptz, p_to timestamptz) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(DISTINCT s.user_id)
  FROM public.organization_members m
  JOIN public.user_sessions s ON s.user_id = m.user_id AND s.active_organization_id = m.organization_id
  WHERE m.organization_id = app.current_organization_id() AND m.ended_at IS NULL
    AND s.created_at < p_to AND s.last_seen_at >= p_from
$$;
ALTER FUNCTION app.count_active_users(timestamptz, timestamptz) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.count_active_users(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_active_users(timestamptz, timestamptz) TO app_user;
