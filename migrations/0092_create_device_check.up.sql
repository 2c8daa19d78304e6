-- Devices sign in with a key of which only the hash is stored.
CREATE POLICY auth_read ON devices FOR SELECT TO app_auth USING (true);
CREATE POLICY auth_seen ON devices FOR UPDATE TO app_auth USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (last_seen_at) ON devices TO app_auth;

-- Which device works in this transaction; NULL for people.
CREATE FUNCTION app.current_device_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.device_id', true), '')::uuid $$;

-- The check of a device, as app.require_viewer is of a person.
--
--   RC001 UNAUTHENTICATED   no device has the key, or it was revoked
--   RC003 TENANT_SUSPENDED
--   RC004 TENANT_ARCHIVED
--   RC005 TENANT_INACTIVE   mutations only
--
-- A mutation notes when the device was seen, and so holds its row: what one device sends at once comes one after
-- another, and a key that was revoked or replaced works in no transaction behind that.
CREATE FUNCTION app.require_device(
    p_organization_id uuid, p_key_hash bytea, p_is_mutation boolean, p_now timestamptz) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  device             uuid;
  organization_state text;
BEGIN
  SELECT d.id INTO device FROM public.devices d
  WHERE d.organization_id = p_organization_id AND d.key_hash = p_key_hash AND d.revoked_at IS NULL;
  -- Only who has a key gets as far as the organization's lock.
  IF device IS NOT NULL AND p_is_mutation IS NOT FALSE THEN
    PERFORM pg_advisory_xact_lock_shared(3, hashtext(p_organization_id::text));
    device := NULL;
    UPDATE public.devices d SET last_seen_at = p_now
    WHERE d.organization_id = p_organization_id AND d.key_hash = p_key_hash AND d.revoked_at IS NULL
    RETURNING d.id INTO device;
  END IF;
  IF device IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'RC001', MESSAGE = 'UNAUTHENTICATED';
  END IF;

  SELECT o.state INTO organization_state FROM public.organization_state o WHERE o.organization_id = p_organization_id;
  IF organization_state = 'suspended' THEN
    RAISE EXCEPTION USING ERRCODE = 'RC003', MESSAGE = 'TENANT_SUSPENDED';
  ELSIF organization_state = 'archived' THEN
    RAISE EXCEPTION USING ERRCODE = 'RC004', MESSAGE = 'TENANT_ARCHIVED';
  ELSIF organization_state = 'inactive' AND p_is_mutation IS NOT FALSE THEN
    RAISE EXCEPTION USING ERRCODE = 'RC005', MESSAGE = 'TENANT_INACTIVE';
  ELSIF organization_state IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'RC001', MESSAGE = 'UNAUTHENTICATED';
  END IF;
  PERFORM set_config('app.device_id', device::text, true);
END $$;
ALTER FUNCTION app.require_device(uuid, bytea, boolean, timestamptz) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.require_device(uuid, bytea, boolean, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.require_device(uuid, bytea, boolean, timestamptz) TO app_user;
