-- The hub's side of pauses, laid by `hub init`. Its table pause_claim and the indexes are in hub_schema/0001 and 0005.

-- The whole number that a text of up to nine digits is, else NULL: a body is what a device claims.
CREATE OR REPLACE FUNCTION whole(said text) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN said ~ '^[0-9]{1,9}$' THEN said::bigint END $$;

-- Was this pause taken back at once, before it ended? Only by an event that counts, in the hall of the pause.
CREATE OR REPLACE FUNCTION withdrawn(pause text) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM event x WHERE x.kind = 'pause_withdrawn' AND x.subject = pause AND x.status = 'ok'
    AND NOT EXISTS (SELECT 1 FROM event e WHERE e.kind = 'pause_ended' AND e.subject = pause AND e.ts < x.ts)
    AND EXISTS (SELECT 1 FROM event s WHERE s.kind = 'pause_started' AND s.subject = pause AND s.hall = x.hall
                AND s.actor = x.actor)) $$;

-- Does this pause count for nothing because it ended too soon? `counts_from_seconds` is of the policy it was granted
-- under, a minute at most; a length nobody measured is by the device's clock.
CREATE OR REPLACE FUNCTION too_short(pause text) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM event s JOIN event e ON e.subject = s.subject AND e.hall = s.hall
    WHERE s.kind = 'pause_started' AND s.subject = pause AND s.status = 'ok'
    AND e.kind = 'pause_ended' AND e.status = 'ok'
    AND coalesce(whole(e.body->>'length_ms'), e.occurred_at - s.occurred_at) BETWEEN 0
      AND 1000 * least(coalesce(whole(s.body->'decision'->>'counts_from_seconds'), 0), 60) - 1) $$;

-- May this pause begin? One answer at a time per hall and per person, so that racing counters get exactly their quota.
-- The numbers come from the policy in force at the counter. A claim whose pause was never heard of lapses after ten
-- minutes; a pause that a counter granted by itself while offline counts by its event; one taken back at once is none.
-- A device has so many claims and no more; those of yesterday are of no use to anybody.
CREATE OR REPLACE FUNCTION start_pause(asked json) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); t bigint; p_hall text; p_staff text := asked->>'staff'; p_subject text := asked->>'subject';
  day_from bigint := (asked->>'day_start')::bigint; day_to bigint := (asked->>'day_end')::bigint; busy int; had int; own bool;
BEGIN
  t := now_ms();
  own := d.kind = 'office' OR coalesce(hall_of(p_staff, t), d.hall) = d.hall;
  DELETE FROM pause_claim c WHERE c.login = d.login AND c.claimed_at < t - 86400000;
  IF length(p_subject) > 200 OR length(p_staff) > 100 OR (SELECT count(*) FROM pause_claim c WHERE c.login = d.login) >= 1000 THEN
    RAISE EXCEPTION 'quota' USING ERRCODE = 'P5003', DETAIL = 'claims';
  END IF;
  p_hall := CASE WHEN d.kind = 'office' THEN coalesce(asked->>'hall', d.hall) ELSE d.hall END;
  PERFORM pg_advisory_xact_lock(hashtextextended('hall:' || p_hall, 5));
  IF own THEN  -- nobody holds up what other halls' people ask, nor uses up what they have
    PERFORM pg_advisory_xact_lock(hashtextextended('staff:' || p_staff, 5));
  END IF;
  t := now_ms();
  IF EXISTS (SELECT 1 FROM pause_claim c WHERE c.subject = p_subject) THEN RETURN 'granted'; END IF;
  SELECT count(*) INTO had FROM (
    SELECT c.subject FROM pause_claim c WHERE c.staff = p_staff AND c.day_start = day_from AND c.claimed_at > t - 600000
    UNION
    SELECT e.subject FROM event e WHERE e.kind = 'pause_started' AND e.status = 'ok' AND e.actor = p_staff
      AND e.hall = coalesce(hall_of(p_staff, e.ts), e.hall) AND e.occurred_at >= day_from AND e.occurred_at < day_to) pauses
    WHERE NOT withdrawn(pauses.subject) AND NOT too_short(pauses.subject);
  IF had >= (asked->>'per_day')::int THEN RETURN 'day_quota'; END IF;
  SELECT count(*) INTO busy FROM (
    SELECT c.subject FROM pause_claim c WHERE c.hall = p_hall AND c.claimed_at > t - (asked->>'seconds')::bigint * 1000
    UNION
    SELECT e.subject FROM event e WHERE e.kind = 'pause_started' AND e.status = 'ok' AND e.hall = p_hall
      AND e.occurred_at > t - (asked->>'seconds')::bigint * 1000 AND e.received_at > now() - interval '1 day') running
    WHERE NOT EXISTS (SELECT 1 FROM event x WHERE x.kind = 'pause_ended' AND x.subject = running.subject)
      AND NOT withdrawn(running.subject);
  IF busy >= (asked->>'at_once')::int THEN RETURN 'hall_busy'; END IF;
  IF own THEN
    INSERT INTO pause_claim VALUES (p_subject, p_staff, p_hall, day_from, d.login, t);
  END IF;
  RETURN 'granted';
END $$;

GRANT EXECUTE ON FUNCTION start_pause(json) TO warm_window_counter, warm_window_office;
