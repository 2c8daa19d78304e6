-- Files that people upload: their bytes lie beside the server, their names and owners here.
CREATE TABLE files (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_member_id uuid NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('avatar', 'logo')),
  file_name       text NOT NULL CHECK (length(btrim(file_name)) BETWEEN 1 AND 255),
  content_type    text NOT NULL,
  byte_size       bigint NOT NULL CHECK (byte_size > 0),
  sha256          bytea CHECK (length(sha256) = 32),
  status          text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'ready', 'rejected', 'deleted')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  erased_at       timestamptz,                            -- when the bytes went
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, owner_member_id) REFERENCES organization_members (organization_id, id),
  CHECK (erased_at IS NULL OR status IN ('rejected', 'deleted'))
);
CREATE INDEX files_owner_idx ON files (organization_id, owner_member_id, created_at, id);
CREATE INDEX files_to_erase_idx ON files (created_at) WHERE status <> 'ready' AND erased_at IS NULL;

ALTER TABLE organizations
  ADD COLUMN logo_file_id uuid,
  ADD CONSTRAINT organizations_logo_fk FOREIGN KEY (id, logo_file_id) REFERENCES files (organization_id, id);

SELECT app.protect_tenant_table('files');

-- Takes a picture of the current organization away from whoever shows it.
CREATE FUNCTION app.forget_avatar(p_file_id uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE public.user_profile p SET avatar_file_key = NULL
  WHERE p.avatar_file_key = app.current_organization_id()::text || '/' || p_file_id::text
$$;
ALTER FUNCTION app.forget_avatar(uuid) OWNER TO app_auth;
REVOKE ALL ON FUNCTION app.forget_avatar(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_avatar(uuid) TO app_user;
CREATE INDEX user_profile_avatar_idx ON user_profile (avatar_file_key) WHERE avatar_file_key IS NOT NULL;
