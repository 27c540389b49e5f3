-- How long what is kept by the day stays. The county edits it.
CREATE TABLE retention (
  subject     text PRIMARY KEY,
  keep_days   integer NOT NULL CHECK (keep_days > 0),
  source      text NOT NULL,
  valid_from  date NOT NULL DEFAULT current_date
);
INSERT INTO retention (subject, keep_days, source) VALUES
  ('unit_position', 31, 'Default of the program. 200 units with a fix every 5 s fill some 0.5 GB a day; '
                     || 'where an inquiry needs tracks for longer, raise it before the days are dropped.');

-- Positions have one partition for each day (UTC). Tables belong to the owner; the application makes and drops days
-- through these two functions, which run as the owner and stay within the kept days and the next two.
-- The partition has no policy and no grant: it is reached through its parent only, where both are.
CREATE FUNCTION make_position_day(day date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text := 'unit_position_' || to_char(day, 'YYYYMMDD');
  today date := (now() AT TIME ZONE 'UTC')::date;
  keep integer := (SELECT keep_days FROM retention WHERE subject = 'unit_position');
BEGIN
  IF to_regclass(name) IS NOT NULL THEN
    RETURN false;
  END IF;
  IF day < today - keep - 1 OR day > today + 2 THEN
    RAISE EXCEPTION 'positions of % are not kept', day USING HINT = 'See the table retention.';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('unit_position', 0));
  -- Another session may have made it while this one waited; to_regclass would answer from its cache.
  EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF unit_position FOR VALUES FROM (%L) TO (%L)', name,
                 day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
  RETURN true;
END $$;

CREATE FUNCTION drop_old_position_days() RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text;
  dropped integer := 0;
  oldest date := (now() AT TIME ZONE 'UTC')::date - (SELECT keep_days FROM retention WHERE subject = 'unit_position');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('unit_position', 0));
  FOR name IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'unit_position'::regclass AND c.relname ~ '^unit_position_\d{8}$'
       AND to_date(right(c.relname, 8), 'YYYYMMDD') < oldest
  LOOP
    EXECUTE format('DROP TABLE %I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;

-- Pages of all orders, newest first.
CREATE INDEX dispatch_order_newest ON dispatch_order (realm_id, ordered_at DESC, id DESC);
