DROP INDEX user_profile_avatar_idx;
DROP FUNCTION app.forget_avatar(uuid);
ALTER TABLE organizations DROP COLUMN logo_file_id;
DROP TABLE files;
