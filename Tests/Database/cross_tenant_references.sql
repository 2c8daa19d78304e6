-- Every foreign key between tenant tables refuses another tenant's row.
DO $$
DECLARE
  k record;
  tried integer := 0;
BEGIN
  FOR k IN
    SELECT con.conname, con.conrelid::regclass AS referencing, source.key, con.confrelid::regclass AS referenced,
           x.attname AS column_name, y.attname AS referenced_column
    FROM pg_constraint con
    JOIN pg_temp.tenant_tables source ON source.name = con.conrelid
    JOIN pg_temp.tenant_tables target ON target.name = con.confrelid
    CROSS JOIN LATERAL unnest(con.conkey, con.confkey) AS pair (referencing_number, referenced_number)
    JOIN pg_attribute x ON x.attrelid = con.conrelid AND x.attnum = pair.referencing_number
    JOIN pg_attribute y ON y.attrelid = con.confrelid AND y.attnum = pair.referenced_number
    WHERE con.contype = 'f' AND y.attname = 'id' AND x.attname <> source.key AND x.attgenerated = ''
  LOOP
    tried := tried + 1;
    PERFORM pg_temp.expect_outcome('23503', format(
      'UPDATE %1$s SET %2$I = (SELECT %3$I FROM %4$s WHERE organization_id = pg_temp.id(''b'', 1) LIMIT 1)'
      ' WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM %1$s WHERE %5$I = pg_temp.id(''a'', 1) LIMIT 1)',
      k.referencing, k.column_name, k.referenced_column, k.referenced, k.key));
  END LOOP;
  PERFORM pg_temp.expect(tried >= 15, format('at least 15 references tried, not %s', tried));
END $$;

-- As the application writes it.
SET LOCAL ROLE app_user;
SELECT pg_temp.enter('a');
SELECT pg_temp.expect_outcome('23503', $$INSERT INTO employees (organization_id, department_id, employee_number, full_name, hired_on)
  VALUES (pg_temp.id('a', 1), pg_temp.id('b', 11), 'X', 'X', '2020-01-01')$$);
SELECT pg_temp.expect_outcome('00000', $$INSERT INTO employees (organization_id, department_id, employee_number, full_name, hired_on)
  VALUES (pg_temp.id('a', 1), pg_temp.id('a', 11), 'X', 'X', '2020-01-01')$$);
