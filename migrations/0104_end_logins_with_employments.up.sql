-- The login of somebody on notice that ends with the employment. Who ends one on a later day says so then.
ALTER TABLE employees
  ADD COLUMN login_ends boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT employees_login_ends_check
    CHECK (NOT login_ends OR (terminated_on IS NOT NULL AND member_id IS NOT NULL));
