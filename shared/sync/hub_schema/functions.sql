-- Everything a device may do. Replaced at every `hub init`; signatures never change, JSON arguments only grow.
-- SECURITY DEFINER with a fixed search_path: the logins have no rights on any table. What practices ask stands in their own
-- hub.sql, laid after this file; privileges.sql, laid last, takes every function from PUBLIC.

CREATE OR REPLACE FUNCTION now_ms() RETURNS bigint LANGUAGE sql VOLATILE SET search_path = hub, pg_temp AS $$
  SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;

-- The device behind this login. Every other function asks first, so revoking takes effect on the next call.
CREATE OR REPLACE FUNCTION me() RETURNS device
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device;
BEGIN
  SELECT * INTO d FROM device WHERE login = session_user AND enabled;
  IF NOT FOUND THEN RAISE EXCEPTION 'device_revoked' USING ERRCODE = 'P5001'; END IF;
  RETURN d;
END $$;

-- What the hub has of one station: whose it is, its newest n, the link at `acked`. Counting is left for when that
-- link is missing or `thorough`: if the hub has fewer than the device holds, `prefix` is the last n before the first gap.
CREATE OR REPLACE FUNCTION compare(d device, claim json, thorough bool) RETURNS json
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE s text := claim->>'station'; acked bigint := (claim->>'acked')::bigint; here bigint; mine bool; at_acked text; prefix bigint;
BEGIN
  INSERT INTO station (station, login) VALUES (s, d.login) ON CONFLICT (station) DO NOTHING;
  SELECT x.login = d.login INTO mine FROM station x WHERE x.station = s;
  SELECT e.link INTO at_acked FROM event e WHERE e.station = s AND e.n = acked;
  prefix := acked;
  IF acked > 0 AND (thorough OR at_acked IS NULL) THEN
    SELECT count(*) INTO here FROM event e WHERE e.station = s AND e.n <= acked;
    IF here < (claim->>'held')::bigint THEN
      SELECT coalesce(min(g.place) - 1, here) INTO prefix
        FROM (SELECT e.n, row_number() OVER (ORDER BY e.n) AS place FROM event e WHERE e.station = s AND e.n <= acked) g
        WHERE g.n <> g.place;
    END IF;
  END IF;
  RETURN json_build_object('station', s, 'mine', mine, 'link', at_acked, 'prefix', prefix,
    'top', (SELECT coalesce(max(e.n), 0) FROM event e WHERE e.station = s));
END $$;

-- Start of a round: who am I, what time is it, is my history and my place in the feed what the hub remembers?
CREATE OR REPLACE FUNCTION hello(said json) RETURNS json
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); current_station text := said->>'station'; compared json; was_known bool; place bigint;
BEGIN
  IF coalesce((said->>'v')::int, 0) < (SELECT value::int FROM setting WHERE key = 'floor') THEN
    RAISE EXCEPTION 'app_too_old' USING ERRCODE = 'P5004';
  END IF;
  was_known := EXISTS (SELECT 1 FROM station x WHERE x.station = current_station AND x.login = d.login);
  SELECT json_agg(compare(d, c, coalesce((said->>'thorough')::bool, false))) INTO compared
    FROM json_array_elements(said->'stations') c;
  UPDATE device x SET last_seen = clock_timestamp(), app = (said->>'v')::int, station = current_station,
    release = left(coalesce(said->>'release', ''), 40),
    backlog = coalesce((said->>'backlog')::bigint, 0), oldest = coalesce((said->>'oldest')::bigint, 0),
    clock_off = now_ms() - coalesce((said->>'clock')::bigint, now_ms()) WHERE x.login = d.login;
  -- Somebody went on from here under a new station, and yet the old one still speaks: two machines, one enrolment.
  IF was_known AND d.station <> current_station THEN
    UPDATE device x SET alarm = 'cloned', alarm_at = clock_timestamp() WHERE x.login = d.login;
  END IF;
  place := coalesce((said->>'cursor')::bigint, 0);
  RETURN json_build_object('now', now_ms(), 'name', d.name, 'kind', d.kind, 'hall', d.hall,
    'stations', coalesce(compared, '[]'::json), 'head', (SELECT seq FROM feed_head),
    'feed_fits', place = 0 OR EXISTS (SELECT 1 FROM event e WHERE e.seq = place AND encode(e.chain, 'hex') = said->>'chain'),
    'version', (SELECT value::int FROM setting WHERE key = 'version'),
    'contact', (SELECT value FROM setting WHERE key = 'contact'),
    'alarm', (SELECT x.alarm FROM device x WHERE x.login = d.login));
END $$;

-- A batch as one statement. `branch`: the station's numbers are taken or not ours, keep them under a name of their own.
CREATE OR REPLACE FUNCTION store_batch(d device, batch json, branch bool) RETURNS text[]
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  WITH src AS MATERIALIZED (
    SELECT s.*, CASE WHEN branch THEN s.said || '~' || left(s.id::text, 8) ELSE s.said END AS station,
           CASE WHEN d.kind = 'office' OR (r.everywhere AND s.hall = '*') THEN s.hall ELSE d.hall END AS real_hall,
           CASE d.kind WHEN 'kiosk' THEN r.kiosk WHEN 'counter' THEN r.counter ELSE r.office END AS allowed
    FROM ROWS FROM (json_to_recordset(batch) AS (id uuid, station text, hall text, n bigint, kind text, subject text,
           actor text, ts bigint, occurred_at bigint, body json, v int, link text, personal json)) WITH ORDINALITY
         AS s(id, said, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, personal, place)
    LEFT JOIN kind_rule r ON r.kind = s.kind),
  ins AS (
    INSERT INTO event (id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, said_hall,
                       said_station, login, status)
    SELECT DISTINCT ON (s.id) s.id, s.station, s.real_hall, s.n, s.kind, s.subject, s.actor, s.ts, s.occurred_at,
           s.body, s.v, s.link, nullif(s.hall, s.real_hall), nullif(s.said, s.station), d.login,
           CASE WHEN s.allowed THEN 'ok' ELSE 'quarantined' END
    FROM src s ORDER BY s.id
    ON CONFLICT (id) DO NOTHING RETURNING id),
  kept AS (
    INSERT INTO companion SELECT s.id, c.field, c.salt, c.value
    FROM ins JOIN src s ON s.id = ins.id, json_to_recordset(s.personal) AS c(field text, salt text, value text)
    WHERE json_typeof(s.personal) = 'array' ON CONFLICT DO NOTHING),
  judged AS (
    SELECT s.place, s.body, CASE
        WHEN i.id IS NOT NULL THEN CASE WHEN branch THEN 'branched' ELSE 'stored' END
        WHEN x.id IS NULL THEN 'retry'
        WHEN x.kind = s.kind AND x.subject = s.subject AND x.ts = s.ts AND x.body::text = s.body::text THEN 'duplicate'
        ELSE 'id_clash' END AS result
    FROM src s LEFT JOIN ins i ON i.id = s.id LEFT JOIN event x ON x.id = s.id),
  odd AS (
    INSERT INTO aside SELECT sha256(convert_to(d.login || e.sent::text, 'UTF8')), d.login, j.result, e.sent
    FROM judged j JOIN json_array_elements(batch) WITH ORDINALITY b(value, place) ON b.place = j.place
      CROSS JOIN LATERAL (SELECT without_personal(b.value) AS sent OFFSET 0) e  -- only of these few: it is slow
    WHERE j.result = 'id_clash' ON CONFLICT DO NOTHING)
  SELECT array_agg(result ORDER BY place) FROM judged $$;

-- Whether every event belongs to its station as the hub knows it: the station is the login's own, and the event before it
-- is the one that the device built upon. Else one is of a branch: of a clone, or of a disk that went back in time.
-- A batch is one statement (measured: asking event by event was a third of the time of `push`).
CREATE OR REPLACE FUNCTION all_continue(d device, batch json) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM json_to_recordset(batch) AS s(station text, n bigint, before text)
      LEFT JOIN station own ON own.station = s.station AND own.login = d.login
    WHERE own.station IS NULL
      OR EXISTS (SELECT 1 FROM event x WHERE x.station = s.station AND x.n = s.n - 1 AND x.link <> s.before)
      OR EXISTS (SELECT 1 FROM event x WHERE x.said_station = s.station AND x.n = s.n - 1 AND x.link = s.before)) $$;

CREATE OR REPLACE FUNCTION continues(d device, e json) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$ SELECT all_continue(d, json_build_array(e)) $$;

-- One event that the whole batch failed on: under its own name, else under a branch, else aside. Never in the way.
CREATE OR REPLACE FUNCTION store_one(d device, e json) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE reason text;
BEGIN
  BEGIN
    IF continues(d, e) THEN
      RETURN (store_batch(d, json_build_array(e), false))[1];
    END IF;
  EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN NULL;  -- most likely: this n is taken
  END;
  BEGIN
    RETURN (store_batch(d, json_build_array(e), true))[1];
  EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN GET STACKED DIAGNOSTICS reason = MESSAGE_TEXT;
  END;
  e := without_personal(e);
  INSERT INTO aside VALUES (sha256(convert_to(d.login || e::text, 'UTF8')), d.login, reason, e) ON CONFLICT DO NOTHING;
  RETURN 'aside';
END $$;

-- Take a batch of events; one answer each, in order: stored | duplicate | branched | id_clash | aside | retry.
-- Only `retry` must be sent again. A kind this device may not send is stored as quarantined.
CREATE OR REPLACE FUNCTION push(batch json) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me();
BEGIN
  IF json_typeof(batch) <> 'array' OR json_array_length(batch) > 500 OR octet_length(batch::text) > 40000000 THEN
    RAISE EXCEPTION 'batch_too_big' USING ERRCODE = 'P5002';
  END IF;
  BEGIN
    IF all_continue(d, batch) THEN
      RETURN coalesce(store_batch(d, batch, false), '{}');
    END IF;
  EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN NULL;
  END;
  RETURN (SELECT array_agg(store_one(d, e.value) ORDER BY e.place)
          FROM json_array_elements(batch) WITH ORDINALITY e(value, place));
END $$;

-- The text an event's link in the hub's chain is computed over; `hub verify` computes the same outside the database.
CREATE OR REPLACE FUNCTION sealed_text(e event) RETURNS text LANGUAGE sql STABLE SET search_path = hub, pg_temp AS $$
  SELECT json_build_array(e.seq, e.id, e.station, e.hall, e.n, e.kind, e.subject, e.actor, e.ts, e.occurred_at, e.body, e.v,
                          e.link, e.said_hall, e.said_station, e.login)::text $$;

-- Number what has been committed and extend the chain. Numbers given after the commit leave no gap that a reader could
-- pass (measured: none of 48,093 missed). Whoever finds another one stamping leaves it to them. Erasing happens here, because
-- here events pass one after the other: a value can neither slip in after its erasure nor be pulled before it.
CREATE OR REPLACE FUNCTION stamp() RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); h feed_head; r event; first bigint;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event WHERE seq IS NULL AND status = 'ok') THEN RETURN 0; END IF;
  SELECT * INTO h FROM feed_head FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  first := h.seq;
  FOR r IN SELECT * FROM event WHERE seq IS NULL AND status = 'ok' ORDER BY received_at, station, n LIMIT 2000 LOOP
    h.seq := h.seq + 1;
    r.seq := h.seq;
    h.chain := sha256(h.chain || convert_to(sealed_text(r), 'UTF8'));
    UPDATE event SET seq = h.seq, chain = h.chain WHERE id = r.id;
  END LOOP;
  DELETE FROM companion c USING event e, event x
    WHERE e.id = c.event_id AND x.kind = 'personal_erased' AND x.status = 'ok' AND x.subject = e.subject
      AND (x.hall = e.hall OR x.hall = '*') AND (e.ts, e.station, e.n) < (x.ts, x.station, x.n)
      AND x.seq IS NOT NULL AND (x.seq > first OR e.seq > first);
  UPDATE feed_head SET seq = h.seq, chain = h.chain;
  RETURN h.seq - first;
END $$;

-- The next events this device may see, in the feed's order; after the last one a row without id that moves the cursor
-- to the head. `mine`: stations whose events the device has itself. STABLE: all of it is one moment.
CREATE OR REPLACE FUNCTION pull(asked json) RETURNS TABLE (
  seq bigint, chain text, id uuid, station text, hall text, n bigint, kind text, subject text, actor text, ts bigint,
  occurred_at bigint, body text, v int, link text, personal json)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE d device := me(); most int := least(greatest(coalesce((asked->>'limit')::int, 200), 1), 500); given int;
  mine text[] := ARRAY(SELECT json_array_elements_text(asked->'mine')); after bigint := (asked->>'after')::bigint;
BEGIN
  RETURN QUERY SELECT e.seq, encode(e.chain, 'hex'), e.id, e.station, coalesce(e.said_hall, e.hall), e.n, e.kind, e.subject, e.actor, e.ts, e.occurred_at,
      e.body::text, e.v, e.link,
      CASE WHEN d.kind = 'office' OR (d.kind = 'counter' AND e.hall IN (d.hall, '*')) THEN
        (SELECT json_agg(json_build_object('field', c.field, 'salt', c.salt, 'value', c.value))
         FROM companion c WHERE c.event_id = e.id) END
    FROM event e JOIN kind_rule r ON r.kind = e.kind
    WHERE e.seq > after AND e.station <> ALL (mine)
      AND (d.kind = 'office' OR r.everywhere OR e.hall IN (d.hall, '*')) AND (d.kind <> 'kiosk' OR r.kiosk_reads)
    ORDER BY e.seq LIMIT most;
  GET DIAGNOSTICS given = ROW_COUNT;
  IF given < most THEN
    RETURN QUERY SELECT h.seq, encode(h.chain, 'hex'), NULL::uuid, NULL, NULL, NULL::bigint, NULL, NULL, NULL, NULL::bigint,
      NULL::bigint, NULL, NULL::int, NULL, NULL::json FROM feed_head h WHERE h.seq >= after;
  END IF;
END $$;

-- Who was last heard of when: the hall's devices for a counter, all for the office.
CREATE OR REPLACE FUNCTION devices() RETURNS TABLE (
  name text, hall text, kind text, station text, enabled bool, last_seen bigint, app int, backlog bigint, oldest bigint,
  clock_off bigint, alarm text, quarantined bigint, release text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE d device := me();
BEGIN
  RETURN QUERY SELECT x.name, x.hall, x.kind, x.station, x.enabled, (extract(epoch FROM x.last_seen) * 1000)::bigint, x.app,
      x.backlog, x.oldest, x.clock_off, x.alarm,
      (SELECT count(*) FROM event e WHERE e.login = x.login AND e.status = 'quarantined')
      + (SELECT count(*) FROM aside a WHERE a.login = x.login), x.release
    FROM device x WHERE d.kind = 'office' OR x.hall = d.hall ORDER BY x.hall, x.name;
END $$;
