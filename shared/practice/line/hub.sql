-- The hub's side of the line, laid by `hub init`. Its table number_claim and the index are in hub_schema/0002.

-- Which of these numbers may this counter call? The first, in the order asked, that no other window was given and that
-- was not called more often than the counter knows; '' for none. A number given and never heard of lapses after a minute.
CREATE OR REPLACE FUNCTION call_number(asked json) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); t bigint; wanted record; heard bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('line:' || d.hall, 5));
  t := now_ms();
  DELETE FROM number_claim c WHERE c.login = d.login AND c.claimed_at < t - 60000;  -- of other halls it would hold up theirs
  IF (SELECT count(*) FROM number_claim c WHERE c.login = d.login) >= 1000 THEN
    RAISE EXCEPTION 'quota' USING ERRCODE = 'P5003', DETAIL = 'claims';
  END IF;
  FOR wanted IN SELECT x.subject, x.calls FROM json_to_recordset(asked->'numbers') AS x(subject text, calls int)
      WHERE length(x.subject) <= 200 LIMIT 50 LOOP
    SELECT count(*) INTO heard FROM event e WHERE e.subject = wanted.subject AND e.hall = d.hall AND e.status = 'ok'
      AND e.kind IN ('number_called', 'number_called_again');
    IF heard <= wanted.calls AND NOT EXISTS (
        SELECT 1 FROM number_claim c JOIN device x ON x.login = c.login AND x.hall = d.hall AND x.enabled
        WHERE c.subject = wanted.subject AND c.login <> d.login AND c.calls >= heard
          AND c.claimed_at >= t - 60000) THEN
      INSERT INTO number_claim VALUES (wanted.subject, wanted.calls, d.login, t) ON CONFLICT (subject)
        DO UPDATE SET calls = EXCLUDED.calls, login = EXCLUDED.login, claimed_at = EXCLUDED.claimed_at;
      RETURN wanted.subject;
    END IF;
  END LOOP;
  RETURN '';
END $$;

GRANT EXECUTE ON FUNCTION call_number(json) TO warm_window_counter;
