-- What a kiosk that was long away brought waits until somebody of its hall has looked (`kept_aside`, `let_in` in
-- functions.sql): the same as one question each, for the counter's page.

-- What waits, at most 500.
CREATE OR REPLACE FUNCTION to_look_at(asked json) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT coalesce(json_agg(json_build_object('id', k.id, 'device', k.device, 'kind', k.kind, 'subject', k.subject,
    'occurred_at', k.occurred_at, 'body', k.body::json)), '[]'::json) FROM kept_aside() k $$;

-- Somebody looked: `let_in` those that go on, or leave them aside for good. How many.
CREATE OR REPLACE FUNCTION looked(asked json) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); done int;
BEGIN
  IF (asked->>'let_in')::bool THEN RETURN let_in(asked); END IF;
  UPDATE event e SET fault = 'left' WHERE e.status = 'quarantined' AND e.fault = 'old'
    AND (d.kind = 'office' OR e.hall = d.hall)
    AND e.id IN (SELECT value::uuid FROM json_array_elements_text(asked->'ids') LIMIT 500);
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;

GRANT EXECUTE ON FUNCTION to_look_at(json), looked(json) TO warm_window_counter, warm_window_office;
