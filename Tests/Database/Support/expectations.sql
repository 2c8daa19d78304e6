-- What the tests say. A failed expectation raises, and psql stops.

CREATE FUNCTION pg_temp.expect(holds boolean, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF holds IS NOT TRUE THEN
    RAISE EXCEPTION 'expected: %', what;
  END IF;
END $$;

-- Runs a statement, checks deferred constraints too, and undoes it. '00000' means success.
CREATE FUNCTION pg_temp.outcome(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  SET CONSTRAINTS ALL IMMEDIATE;
  RAISE EXCEPTION USING ERRCODE = 'UNDO0';
EXCEPTION
  WHEN SQLSTATE 'UNDO0' THEN RETURN '00000';
  WHEN OTHERS THEN RETURN SQLSTATE;
END $$;

CREATE FUNCTION pg_temp.expect_outcome(expected text, statement text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  found text := pg_temp.outcome(statement);
BEGIN
  IF found <> expected THEN
    RAISE EXCEPTION 'expected % and found % of: %', expected, found, statement;
  END IF;
END $$;

-- The plan of a statement, as text.
CREATE FUNCTION pg_temp.plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  lines text := '';
  line text;
BEGIN
  FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || statement LOOP
    lines := lines || line || E'\n';
  END LOOP;
  RETURN lines;
END $$;
