-- Lookups that a policy would make slow or impossible. LIKE is not leakproof, so under a policy
-- PostgreSQL does not use it as an index condition; these functions run as a role that sees all
-- rows and carry the tenant predicate themselves. Without a tenant context they find nothing.

-- One expression over the three columns, so that a fragment is one index scan. A fragment has
-- no line feed in it, so it never matches across two of them.
CREATE FUNCTION app.employee_search_text(full_name text, employee_number text, email text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT lower(full_name || E'\n' || employee_number || E'\n' || coalesce(email, '')) $$;
CREATE INDEX employees_search_idx ON employees
  USING gin (organization_id, app.employee_search_text(full_name, employee_number, email) gin_trgm_ops)
  WHERE deleted_at IS NULL;

CREATE POLICY search_read ON employees FOR SELECT TO app_search USING (true);
GRANT SELECT ON employees TO app_search;

-- All employees whose name, number or e-mail address contains the fragment, whatever the case.
CREATE FUNCTION app.search_employees(fragment text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.id FROM public.employees e
  WHERE e.organization_id = app.current_organization_id() AND e.deleted_at IS NULL
    AND app.employee_search_text(e.full_name, e.employee_number, e.email)
        LIKE '%' || replace(replace(replace(lower(translate(fragment, E'\n', ' ')), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
ALTER FUNCTION app.search_employees(text) OWNER TO app_search;
REVOKE ALL ON FUNCTION app.search_employees(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_employees(text) TO app_user;

-- Profiles of people who are or were members of the current organization.
CREATE FUNCTION app.colleagues(ids uuid[]) RETURNS TABLE (
    user_id uuid, display_name text, bio text, avatar_file_key text, locale text, time_zone text,
    email text, email_verified_at timestamptz, updated_at timestamptz, version integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.user_id, p.display_name, p.bio, p.avatar_file_key, p.locale, p.time_zone,
         i.value, i.verified_at, p.updated_at, p.version
  FROM public.user_profile p
  LEFT JOIN public.user_identifiers i
    ON i.user_id = p.user_id AND i.kind = 'email' AND i.is_primary AND i.released_at IS NULL
  WHERE p.user_id IN (SELECT m.user_id FROM public.organization_members m
                      WHERE m.organization_id = app.current_organization_id() AND m.user_id = ANY (ids))
$$;
ALTER FUNCTION app.colleagues(uuid[]) OWNER TO app_search;
REVOKE ALL ON FUNCTION app.colleagues(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.colleagues(uuid[]) TO app_user;

-- The person who has verified this address, for adding them as a member; nothing else about them.
CREATE FUNCTION app.find_user_by_email(email text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.user_id
  FROM public.user_identifiers i JOIN public.user_state s ON s.user_id = i.user_id
  WHERE i.kind = 'email' AND i.normalized = lower(btrim(find_user_by_email.email)) AND i.released_at IS NULL
    AND i.verified_at IS NOT NULL AND s.state <> 'archived' AND app.current_organization_id() IS NOT NULL
$$;
ALTER FUNCTION app.find_user_by_email(text) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.find_user_by_email(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_user_by_email(text) TO app_user;

-- Employees below this one: those with it in their chain of managers, and those in a department
-- that it manages or in one below. Never the manager itself. The caller's policies apply.
-- UNION drops what was found before, so a cycle ends.
CREATE FUNCTION app.team_employee_ids(p_manager_employee_id uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE AS $$
  WITH RECURSIVE managed_departments AS (
    SELECT d.id FROM public.departments d
    WHERE d.organization_id = app.current_organization_id() AND d.manager_employee_id = p_manager_employee_id
      AND d.deleted_at IS NULL
    UNION
    SELECT d.id FROM managed_departments above
    JOIN public.departments d ON d.organization_id = app.current_organization_id() AND d.parent_id = above.id
    WHERE d.deleted_at IS NULL
  ), reports AS (
    SELECT e.id FROM public.employees e
    WHERE e.organization_id = app.current_organization_id() AND e.manager_id = p_manager_employee_id
      AND e.deleted_at IS NULL
    UNION
    SELECT e.id FROM reports above
    JOIN public.employees e ON e.organization_id = app.current_organization_id() AND e.manager_id = above.id
    WHERE e.deleted_at IS NULL
  ), team AS (
    SELECT id FROM reports
    UNION
    SELECT e.id FROM managed_departments department
    JOIN public.employees e ON e.organization_id = app.current_organization_id() AND e.department_id = department.id
    WHERE e.deleted_at IS NULL
  )
  SELECT id FROM team WHERE id <> p_manager_employee_id
$$;
REVOKE ALL ON FUNCTION app.team_employee_ids(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.team_employee_ids(uuid) TO app_user;
