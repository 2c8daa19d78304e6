-- Pages of who is who on a device, its own user ids and those of every device, in one order.
CREATE INDEX employee_device_identities_order_idx
  ON employee_device_identities (organization_id, external_user_id, id);
