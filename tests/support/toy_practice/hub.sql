-- The hub's side of wishes, with a table of its own.
CREATE TABLE IF NOT EXISTS wish_claim (subject text PRIMARY KEY, login text NOT NULL);

-- Who grants this wish? The first device that asks.
CREATE OR REPLACE FUNCTION claim_wish(asked json) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me();
BEGIN
  INSERT INTO wish_claim VALUES (asked->>'subject', d.login) ON CONFLICT DO NOTHING;
  RETURN (SELECT CASE WHEN c.login = d.login THEN 'yours' ELSE 'taken' END FROM wish_claim c
    WHERE c.subject = asked->>'subject');
END $$;

GRANT EXECUTE ON FUNCTION claim_wish(json) TO warm_window_counter;
