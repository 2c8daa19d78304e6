-- Holds the rows of a person's organizations until the end of the transaction, in one order, so that nobody makes them
-- the owner meanwhile. Sign-in may not change organizations, which locking a row asks for; this it may.
CREATE FUNCTION app.lock_organizations_of(p_user_id uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT 1 FROM public.organizations o
  WHERE o.id IN (SELECT m.organization_id FROM public.organization_members m
                 WHERE m.user_id = p_user_id AND m.ended_at IS NULL)
  ORDER BY o.id FOR NO KEY UPDATE
$$;
ALTER FUNCTION app.lock_organizations_of(uuid) OWNER TO app_platform;
REVOKE ALL ON FUNCTION app.lock_organizations_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.lock_organizations_of(uuid) TO app_auth;
