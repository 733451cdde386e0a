-- Everything a device may do. Replaced at every `hub init`; signatures never change, JSON arguments only grow.
-- SECURITY DEFINER with a fixed search_path: the logins have no rights on any table. What is asked of each event has no
-- path of its own and names all in full: setting the path costs more than asking (measured: 0.02 ms, a fifth of `push`).
-- What practices ask stands in their own hub.sql, laid after this file; privileges.sql, laid last, takes every function
-- from PUBLIC.

CREATE OR REPLACE FUNCTION now_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;

-- A moment that every device can show: others are read as the nearest one (1970 to 2100). NULL stays NULL.
CREATE OR REPLACE FUNCTION a_time(ms bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN ms IS NOT NULL THEN least(greatest(ms, 0), 4102444800000) END $$;

-- The device behind this login. Every other function asks first, so revoking takes effect on the next call; a session of
-- an enrolment that was ended stays shut out whatever happens to the device later.
CREATE OR REPLACE FUNCTION me() RETURNS device
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device;
BEGIN
  SELECT x.* INTO d FROM device x JOIN enrolment n ON n.device = x.login
    WHERE n.login = session_user AND n.ended_at IS NULL AND x.enabled;
  IF NOT FOUND THEN RAISE EXCEPTION 'device_revoked' USING ERRCODE = 'P5001'; END IF;
  RETURN d;
END $$;

-- A number that the administrator set.
CREATE OR REPLACE FUNCTION setting_of(name text) RETURNS bigint LANGUAGE sql STABLE SET search_path = hub, pg_temp AS $$
  SELECT value::bigint FROM setting WHERE key = name $$;

-- The chain at an event, as this device is told it. What a kiosk is given of a body is a part: with the plain chain it could
-- try what stands in the rest (measured: the reason of a pause within a second).
CREATE OR REPLACE FUNCTION chain_for(d hub.device, chain bytea) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(CASE WHEN d.kind = 'kiosk' THEN sha256(convert_to((SELECT value FROM hub.setting WHERE key = 'chain_key'), 'UTF8')
    || chain) ELSE chain END, 'hex') $$;

-- Take over a station for this device, unless it is somebody's already. A device has few: one more at each recovery.
CREATE OR REPLACE FUNCTION claim_station(d device, s text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM station x WHERE x.station = s) THEN RETURN; END IF;
  IF length(s) > 64 OR (SELECT count(*) FROM station x WHERE x.login = d.login) >= setting_of('stations_a_device') THEN
    RAISE EXCEPTION 'quota' USING ERRCODE = 'P5003', DETAIL = 'stations';
  END IF;
  INSERT INTO station (station, login) VALUES (s, d.login) ON CONFLICT (station) DO NOTHING;
END $$;

-- What the hub has of one station: whose it is, its newest n, the link at `acked`. Counting is left for when that
-- link is missing or `thorough`: if the hub has fewer than the device holds, `prefix` is the last n before the first gap.
CREATE OR REPLACE FUNCTION compare(d device, claim json, thorough bool) RETURNS json
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE s text := claim->>'station'; acked bigint := (claim->>'acked')::bigint; here bigint; mine bool; at_acked text; prefix bigint;
BEGIN
  PERFORM claim_station(d, s);
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
    backlog = least(greatest(coalesce((said->>'backlog')::bigint, 0), 0), 1e12), oldest = coalesce(a_time((said->>'oldest')::bigint), 0),
    clock_off = now_ms() - coalesce(a_time((said->>'clock')::bigint), now_ms()) WHERE x.login = d.login;
  -- Somebody went on from here under a new station, and yet the old one still speaks: two machines, one enrolment.
  IF was_known AND d.station <> current_station THEN
    UPDATE device x SET alarm = 'cloned', alarm_at = clock_timestamp() WHERE x.login = d.login;
  END IF;
  place := coalesce((said->>'cursor')::bigint, 0);
  RETURN json_build_object('now', now_ms(), 'name', d.name, 'kind', d.kind, 'hall', d.hall,
    'stations', coalesce(compared, '[]'::json), 'head', (SELECT seq FROM feed_head),
    'feed_fits', place = 0 OR EXISTS (SELECT 1 FROM event e WHERE e.seq = place AND chain_for(d, e.chain) = said->>'chain'),
    'version', (SELECT value::int FROM setting WHERE key = 'version'),
    'contact', (SELECT value FROM setting WHERE key = 'contact'),
    'alarm', (SELECT x.alarm FROM device x WHERE x.login = d.login));
END $$;

-- Whether a JSON text is flat, without long numbers, exponents and escapes, as most bodies are: then it is not hostile.
-- A single expression, which PostgreSQL puts in place of the call (measured: 2 us; `hostile` begins a subtransaction, 25).
CREATE OR REPLACE FUNCTION flat(t text) RETURNS bool LANGUAGE sql IMMUTABLE AS $$
  SELECT octet_length(t) <= 65536 AND strpos(replace(t, '[]', ''), '[') = 0 AND strpos(substr(t, 2), '{') = 0
    AND strpos(t, '\u') = 0 AND t !~ '[0-9]{16}|[0-9][eE]' $$;

-- Whether devices could choke on this JSON: larger than 64 kB, deeper than 16, a number that is not finite or that no
-- double holds exactly, an escape that is no character.
CREATE OR REPLACE FUNCTION hostile(value json) RETURNS bool
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE b jsonb;
BEGIN
  IF value IS NULL OR octet_length(value::text) > 65536 THEN RETURN true; END IF;
  b := value::jsonb;
  RETURN jsonb_path_exists(b, 'strict $.**{17 to last}')
    OR jsonb_path_exists(b, 'strict $.** ? (@.type() == "number" && (@ > 9007199254740992 || @ < -9007199254740992))');
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN RETURN true;
END $$;

-- Whether a moment lies between 2000 and a day from now: what else a device's clock says, no device is to go by.
CREATE OR REPLACE FUNCTION plausible(ms bigint) RETURNS bool LANGUAGE sql VOLATILE AS $$
  SELECT ms BETWEEN 946684800000 AND hub.now_ms() + 86400000 $$;

-- Whether every field that is named holds one of the values allowed.
CREATE OR REPLACE FUNCTION holds(body json, allowed json) RETURNS bool LANGUAGE sql IMMUTABLE AS $$
  SELECT allowed::text = '{}' OR NOT EXISTS (SELECT 1 FROM json_each(allowed) one(field, among)
    WHERE NOT among::jsonb @> to_jsonb(ARRAY[coalesce(body->>one.field, '')])) $$;

-- Did this begin in another hall, or for all of them? `:begins` are the kinds that practices declare as the first of a subject.
CREATE OR REPLACE FUNCTION begun_elsewhere(d device, subject text) RETURNS bool
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM hub.event e WHERE e.subject = begun_elsewhere.subject AND e.status = 'ok'
    AND e.kind IN (:begins)
    AND d.hall <> e.hall AND d.hall IS DISTINCT FROM e.said_hall) $$;

-- Does this give up a document that counts? Those are the office's: what a PC published while it was alone never does.
CREATE OR REPLACE FUNCTION gives_up_what_counts(d device, body json) RETURNS bool
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN d.kind <> 'office' AND json_typeof(body->'events') = 'array' AND EXISTS (
    SELECT 1 FROM json_array_elements_text(body->'events') AS said(id) JOIN event e
      ON e.id = CASE WHEN said.id ~ '^[0-9a-f]{32}$' THEN said.id::uuid END WHERE e.status = 'ok' AND e.login <> d.login);
END $$;

-- May a counter say this? `about` is what the practice declares of the kind: a person or a hall of the login's hall, or
-- something begun there. A person's hall and role are those of the newest roster line that the hub took.
CREATE OR REPLACE FUNCTION within_hall(d device, about text, kind text, subject text, body json) RETURNS bool
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE known json;
BEGIN
  IF about = 'hall' THEN RETURN subject = 'hall:' || d.hall AND body->>'code' = d.hall; END IF;
  IF about <> 'person' THEN RETURN true; END IF;
  SELECT e.body INTO known FROM event e WHERE e.kind = 'staff_set' AND e.subject = within_hall.subject AND e.status = 'ok'
    ORDER BY e.ts DESC, e.station DESC, e.n DESC LIMIT 1;
  IF known IS NULL AND within_hall.kind <> 'staff_set' THEN RETURN false; END IF;
  IF within_hall.kind = 'staff_set' THEN
    IF body->>'hall' IS DISTINCT FROM d.hall OR subject IS DISTINCT FROM 'staff:' || (body->>'number')
        OR coalesce(body->>'role', '') NOT IN ('staff', 'supervisor') THEN
      RETURN false;
    END IF;
  END IF;
  RETURN known IS NULL OR (known->>'hall' = d.hall AND known->>'role' IN ('staff', 'supervisor'));
END $$;

-- Where somebody belonged, as the roster stood then; NULL for who was in none.
CREATE OR REPLACE FUNCTION hall_of(staff text, ts bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT e.body->>'hall' FROM event e WHERE e.kind = 'staff_set' AND e.subject = 'staff:' || hall_of.staff AND e.status = 'ok'
    AND e.ts <= hall_of.ts ORDER BY e.ts DESC, e.station DESC, e.n DESC LIMIT 1 $$;

-- Does a counter name somebody of its own hall, or that hall? As the roster stood when it was said.
CREATE OR REPLACE FUNCTION of_hall(d device, named text, ts bigint) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT coalesce(named, '') IN ('', d.hall) OR d.hall IS NOT DISTINCT FROM hall_of(named, ts) $$;

-- Whether the fields that may name only the login's hall, or its people, do so.
CREATE OR REPLACE FUNCTION all_of_hall(d device, own_hall text[], actor text, body json, ts bigint) RETURNS bool
LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT 1 FROM unnest(own_hall) AS field
    WHERE NOT hub.of_hall(d, CASE field WHEN 'actor' THEN actor ELSE body->>field END, ts)) $$;

-- What is wrong with an event of a kiosk, '' for nothing.
CREATE OR REPLACE FUNCTION fault_of_kiosk(d hub.device, r hub.kind_rule, hall text, subject text, actor text, ts bigint,
  occurred_at bigint, body json) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT CASE
    WHEN actor <> '' OR hall NOT IN (d.hall, '') OR NOT hub.holds(body, r.kiosk_says) THEN 'forged'
    WHEN r.about = 'begun_here' AND NOT r.begins AND NOT EXISTS (
      SELECT 1 FROM hub.event e WHERE e.subject = fault_of_kiosk.subject
        AND e.login = d.login AND e.kind IN (:begins)) THEN 'forged'
    WHEN least(ts, occurred_at) < hub.now_ms() - 5184000000 THEN 'old'
    ELSE '' END $$;

-- Why the hub keeps an event aside, '' for none: hostile (to those who read it), bad_time, personal_too_big, kind (not known,
-- or not for such a device), forged (no kiosk says so), old (a kiosk's of more than 60 days ago), authority (beyond the
-- hall of the login), link (not what its station sealed), left (somebody of the hall looked, and left it aside). Stored all
-- the same: one bad event must not block the rest. `r`: what is declared of its kind, NULL where it is not known.
-- A single expression too: as a function in PL/pgSQL it was the greater half of `push` (measured: 70 us an event, now 8).
CREATE OR REPLACE FUNCTION fault_of(d hub.device, r hub.kind_rule, elsewhere bool, hall text, kind text, subject text,
  actor text, n bigint, ts bigint, occurred_at bigint, body json, personal json) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT CASE
    WHEN n > 9007199254740992 OR (hub.flat(body::text) IS NOT TRUE AND hub.hostile(body)) THEN 'hostile'
    WHEN NOT (hub.plausible(ts) AND hub.plausible(occurred_at)) THEN 'bad_time'
    WHEN octet_length(personal::text) > 65536 THEN 'personal_too_big'
    WHEN CASE d.kind WHEN 'kiosk' THEN r.kiosk WHEN 'counter' THEN r.counter ELSE r.office END IS NOT TRUE THEN
      CASE WHEN d.kind = 'counter' AND NOT r.counter THEN 'authority' ELSE 'kind' END
    WHEN kind = 'document_given_up' AND hub.gives_up_what_counts(d, body) THEN 'authority'
    WHEN elsewhere THEN CASE d.kind WHEN 'kiosk' THEN 'forged' ELSE 'authority' END
    WHEN d.kind = 'kiosk' THEN hub.fault_of_kiosk(d, r, hall, subject, actor, ts, occurred_at, body)
    WHEN d.kind = 'counter' AND r.about IN ('person', 'hall') AND NOT hub.within_hall(d, r.about, kind, subject, body) THEN 'authority'
    WHEN d.kind = 'counter' AND r.own_hall <> '{}' AND NOT hub.all_of_hall(d, r.own_hall, actor, body, ts) THEN 'authority'
    ELSE '' END $$;

-- The link of an event behind the link `before`, as `shared/journal/seal.py` makes it on the device.
CREATE OR REPLACE FUNCTION link_after(before text, id uuid, station text, hall text, n bigint, kind text, subject text,
  actor text, ts bigint, occurred_at bigint, body json, v int) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to('{"id":"' || replace(id::text, '-', '') || '","station":' || to_json(station) || ',"hall":'
    || to_json(hall) || ',"n":' || n || ',"kind":' || to_json(kind) || ',"subject":' || to_json(subject) || ',"actor":'
    || to_json(actor) || ',"ts":' || ts || ',"occurred_at":' || occurred_at || ',"body":' || body || ',"v":' || v || ',"link":"'
    || before || '"}', 'UTF8')), 'hex') $$;

-- A batch as one statement. `branch`: the station's numbers are taken or not ours, keep them under a name of their own.
CREATE OR REPLACE FUNCTION store_batch(d device, batch json, branch bool) RETURNS text[]
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  WITH said AS MATERIALIZED (
    SELECT s.*, CASE WHEN branch THEN s.said || '~' || left(s.id::text, 8) ELSE s.said END AS station,
           CASE WHEN d.kind = 'office' OR (r.everywhere AND s.hall = '*') THEN s.hall ELSE d.hall END AS real_hall,
           (SELECT x.id FROM event x WHERE x.id = s.id) IS NOT NULL AS known,  -- by the index, however many there are
           -- whether its subject began in another hall: here and in no function, which would be called for each event
           CASE WHEN length(s.said) > 64 OR length(s.hall) > 100 THEN 'hostile' ELSE fault_of(d, r, d.kind <> 'office' AND r.about = 'begun_here' AND EXISTS (SELECT 1 FROM event e
             WHERE e.subject = s.subject AND e.status = 'ok' AND e.kind IN (:begins)
             AND d.hall <> e.hall AND d.hall IS DISTINCT FROM e.said_hall), s.hall, s.kind, s.subject, s.actor, s.n, s.ts, s.occurred_at, s.body, s.personal) END AS found,
           CASE WHEN s.before <> '' THEN s.before WHEN s.n = 1 THEN repeat('0', 64) WHEN NOT branch THEN
             (SELECT x.link FROM event x WHERE x.station = s.said AND x.n = s.n - 1) END AS behind
    FROM ROWS FROM (json_to_recordset(batch) AS (id uuid, station text, hall text, n bigint, kind text, subject text,
           actor text, ts bigint, occurred_at bigint, body json, v int, link text, personal json, before text)) WITH ORDINALITY
         AS s(id, said, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, personal, before, place)
    LEFT JOIN kind_rule r ON r.kind = s.kind),
  src AS MATERIALIZED (
    SELECT s.*, CASE WHEN s.found = '' AND s.link <> link_after(s.behind, s.id, s.said, s.hall, s.n, s.kind, s.subject,
      s.actor, s.ts, s.occurred_at, s.body, s.v) THEN 'link' ELSE s.found END AS fault FROM said s),
  ins AS (
    INSERT INTO event (id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, said_hall,
                       said_station, login, status, fault)
    SELECT DISTINCT ON (s.id) s.id, s.station, s.real_hall, s.n, s.kind, s.subject, s.actor, s.ts, s.occurred_at,
           s.body, s.v, s.link, nullif(s.hall, s.real_hall), nullif(s.said, s.station), d.login,
           CASE WHEN s.fault = '' THEN 'ok' ELSE 'quarantined' END, s.fault
    FROM src s WHERE NOT s.known  -- a known one that is being stamped is not waited for
    ORDER BY s.id
    ON CONFLICT (id) DO NOTHING RETURNING id),
  kept AS (
    INSERT INTO companion SELECT s.id, c.field, c.salt, c.value
    FROM ins JOIN src s ON s.id = ins.id, json_to_recordset(s.personal) AS c(field text, salt text, value text)
    WHERE json_typeof(s.personal) = 'array' AND s.fault <> 'personal_too_big' ON CONFLICT DO NOTHING),
  alarmed AS (
    UPDATE device x SET alarm = 'exceeded', alarm_at = clock_timestamp() WHERE x.login = d.login AND x.alarm = ''
      AND EXISTS (SELECT 1 FROM ins JOIN src s ON s.id = ins.id WHERE s.fault IN ('authority', 'forged', 'link')
        AND s.occurred_at >= extract(epoch FROM d.enrolled_at) * 1000)),  -- a PC that was alone before could do all
  judged AS (
    SELECT s.place, s.body, CASE
        WHEN i.id IS NOT NULL THEN CASE WHEN branch THEN 'branched' ELSE 'stored' END
        WHEN NOT s.known THEN 'retry'
        WHEN EXISTS (SELECT 1 FROM event x WHERE x.id = s.id AND x.kind = s.kind AND x.subject = s.subject AND x.ts = s.ts
          AND x.body::text = s.body::text) THEN 'duplicate'
        ELSE 'id_clash' END AS result
    FROM src s LEFT JOIN ins i ON i.id = s.id),
  odd AS (
    INSERT INTO aside SELECT sha256(convert_to(d.login || e.sent::text, 'UTF8')), d.login, j.result, e.sent
    FROM judged j
      CROSS JOIN LATERAL (SELECT without_personal(batch->(j.place - 1)::int) AS sent OFFSET 0) e  -- only of these few: it is slow
    WHERE j.result = 'id_clash' ON CONFLICT DO NOTHING)
  SELECT array_agg(result ORDER BY place) FROM judged $$;

-- Whether every event belongs to its station as the hub knows it: the station is the login's own, and the event before it
-- is the one that the device built upon. Else one is of a branch: of a clone, or of a disk that went back in time.
-- `at_once`: and whether none depends on what the hub knew before: whom the roster names, what a kiosk began, a link that the
-- device does not know. A batch is one statement (measured: asking event by event was a third of the time of `push`).
CREATE OR REPLACE FUNCTION all_continue(d device, batch json, at_once bool) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM json_to_recordset(batch) AS s(station text, n bigint, before text, kind text)
      LEFT JOIN station own ON own.station = s.station AND own.login = d.login
      LEFT JOIN kind_rule r ON at_once AND r.kind = s.kind
    WHERE own.station IS NULL
      OR (at_once AND coalesce(s.before, '') = '' AND s.n > 1)
      OR (d.kind = 'counter' AND (r.about IN ('person', 'hall') OR r.own_hall <> '{}'))
      OR (d.kind = 'kiosk' AND r.about = 'begun_here' AND NOT r.begins)
      OR EXISTS (SELECT 1 FROM event x WHERE x.station = s.station AND x.n = s.n - 1 AND x.link <> s.before)
      OR EXISTS (SELECT 1 FROM event x WHERE x.said_station = s.station AND x.n = s.n - 1 AND x.link = s.before)) $$;

-- One event that the whole batch failed on: under its own name, else under a branch, else aside. Never in the way.
CREATE OR REPLACE FUNCTION store_one(d device, e json) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE reason text;
BEGIN
  BEGIN
    IF all_continue(d, json_build_array(e), false) THEN
      RETURN (store_batch(d, json_build_array(e), false))[1];
    END IF;
  EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN NULL;  -- most likely: this n is taken
  END;
  BEGIN
    RETURN (store_batch(d, json_build_array(e), true))[1];
  EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN GET STACKED DIAGNOSTICS reason = MESSAGE_TEXT;
  END;
  e := without_personal(e);
  IF octet_length(e::text) > 100000 THEN e := json_build_object('bytes', octet_length(e::text), 'begins', left(e::text, 1000)); END IF;
  INSERT INTO aside VALUES (sha256(convert_to(d.login || e::text, 'UTF8')), d.login, reason, e) ON CONFLICT DO NOTHING;
  RETURN 'aside';
END $$;

-- Count what a device sent today; no more than it may.
CREATE OR REPLACE FUNCTION count_traffic(d device, size bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE sent bigint;
BEGIN
  INSERT INTO traffic VALUES (d.login, (clock_timestamp() AT TIME ZONE 'UTC')::date, size)
    ON CONFLICT (login, day) DO UPDATE SET bytes = traffic.bytes + EXCLUDED.bytes RETURNING bytes INTO sent;
  IF sent > setting_of('bytes_a_day') THEN
    RAISE EXCEPTION 'quota' USING ERRCODE = 'P5003', DETAIL = 'bytes_a_day';
  END IF;
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
  PERFORM count_traffic(d, octet_length(batch::text));
  BEGIN
    IF all_continue(d, batch, true) THEN
      RETURN coalesce(store_batch(d, batch, false), '{}');
    END IF;
  EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN NULL;
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
-- `hub keep` calls it as the administrator, a device by `stamp`.
CREATE OR REPLACE FUNCTION stamp_now() RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE h feed_head; r event; first bigint; ids uuid[] := '{}'; chains bytea[] := '{}';
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event WHERE seq IS NULL AND status = 'ok') THEN RETURN 0; END IF;
  SELECT * INTO h FROM feed_head FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  first := h.seq;
  FOR r IN SELECT * FROM event WHERE seq IS NULL AND status = 'ok' ORDER BY received_at, station, n LIMIT 2000 LOOP
    h.seq := h.seq + 1;
    r.seq := h.seq;
    h.chain := sha256(h.chain || convert_to(sealed_text(r), 'UTF8'));
    ids := ids || r.id;
    chains := chains || h.chain;
  END LOOP;
  UPDATE event e SET seq = first + s.place, chain = s.chain  -- one statement: three times as fast as one for each
    FROM unnest(ids, chains) WITH ORDINALITY AS s(id, chain, place) WHERE e.id = s.id;
  DELETE FROM companion c USING event e, event x
    WHERE e.id = c.event_id AND x.kind = 'personal_erased' AND x.status = 'ok' AND x.subject = e.subject
      AND (x.hall = e.hall OR x.hall = '*') AND (e.ts, e.station, e.n) < (x.ts, x.station, x.n)
      AND x.seq IS NOT NULL AND (x.seq > first OR e.seq > first);
  UPDATE feed_head SET seq = h.seq, chain = h.chain;
  RETURN h.seq - first;
END $$;

CREATE OR REPLACE FUNCTION stamp() RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me();
BEGIN
  RETURN stamp_now();
END $$;

-- What a kiosk reads of a body: the declared fields, and what stands instead of one that may not be missing.
CREATE OR REPLACE FUNCTION lobby(body json, r kind_rule) RETURNS json
LANGUAGE sql STABLE SET search_path = hub, pg_temp AS $$
  SELECT coalesce(json_object_agg(f.key, f.value ORDER BY f.key), '{}'::json) FROM (
    SELECT b.key, b.value FROM json_each(body) b WHERE b.key = ANY (r.kiosk_fields)
    UNION ALL SELECT i.key, i.value FROM json_each(r.kiosk_instead) i) f $$;

-- The body of an event whose picture lies beside it, as the programs read it that know no attachments.
CREATE OR REPLACE FUNCTION with_picture(body json) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT coalesce((SELECT (with_picture.body::jsonb || jsonb_build_object('image', translate(encode(a.content, 'base64'), E'\n', '')))::json
    FROM attachment a WHERE a.sha256 = with_picture.body->>'sha256'), with_picture.body) $$;

-- The next events this device may see, in the feed's order; after the last one a row without id that moves the cursor
-- to the head. `mine`: stations whose events the device has itself. `bytes`: about how many are wanted at once, so that a
-- page passes on a slow connection; one event is always given. `attachments`: whether the device asks for those by name.
-- STABLE: all of it is one moment.
CREATE OR REPLACE FUNCTION pull(asked json) RETURNS TABLE (
  seq bigint, chain text, id uuid, station text, hall text, n bigint, kind text, subject text, actor text, ts bigint,
  occurred_at bigint, body text, v int, link text, personal json)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE d device := me(); most int := least(greatest(coalesce((asked->>'limit')::int, 200), 1), 500); given int := 0;
  mine text[] := ARRAY(SELECT json_array_elements_text(asked->'mine')); after bigint := (asked->>'after')::bigint;
  room bigint := coalesce((asked->>'bytes')::bigint, 1e9); asks bool := coalesce((asked->>'attachments')::bool, false);
BEGIN
  FOR seq, chain, id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, personal IN SELECT e.seq, chain_for(d, e.chain), e.id, e.station,
      -- sealed with the hall that was said; a kiosk speaks for its own alone
      CASE WHEN x.kind = 'kiosk' THEN e.hall ELSE coalesce(e.said_hall, e.hall) END, e.n, e.kind, e.subject,
      CASE WHEN part.only AND NOT 'actor' = ANY (r.kiosk_fields) THEN '' ELSE e.actor END, e.ts, e.occurred_at,
      CASE WHEN part.only THEN lobby(shown.body, r)::text ELSE shown.body::text END, e.v,
      CASE WHEN part.only OR shown.changed THEN '' ELSE e.link END,  -- nothing to check it with
      CASE WHEN d.kind = 'office' OR (d.kind = 'counter' AND e.hall IN (d.hall, '*')) THEN
        (SELECT json_agg(json_build_object('field', c.field, 'salt', c.salt, 'value', c.value))
         FROM companion c WHERE c.event_id = e.id AND octet_length(c.value) <= 65536) END
    FROM event e JOIN kind_rule r ON r.kind = e.kind JOIN device x ON x.login = e.login
      CROSS JOIN LATERAL (SELECT d.kind = 'kiosk' AND e.login <> d.login AND r.kiosk_fields IS NOT NULL AS only) part
      CROSS JOIN LATERAL (SELECT x.changed, CASE WHEN x.changed THEN with_picture(e.body) ELSE e.body END AS body FROM (
        SELECT NOT asks AND e.kind = 'photo_set' AND e.body->>'image' = '' AND e.body->>'sha256' <> '' AS changed) x) shown
    WHERE e.seq > after AND e.station <> ALL (mine) AND e.fault = ''
      AND (d.kind = 'office' OR (NOT r.office_only AND (r.everywhere OR e.hall IN (d.hall, '*')))) AND (d.kind <> 'kiosk' OR (r.kiosk_reads AND holds(e.body, r.kiosk_only)))
      AND NOT (r.in_totals AND d.totals)
    ORDER BY e.seq LIMIT most
  LOOP
    room := room - 400 - octet_length(body) - coalesce(octet_length(personal::text), 0);
    IF room < 0 AND given > 0 THEN RETURN; END IF;
    given := given + 1;
    RETURN NEXT;
  END LOOP;
  IF given < most THEN
    RETURN QUERY SELECT h.seq, chain_for(d, h.chain), NULL::uuid, NULL, NULL, NULL::bigint, NULL, NULL, NULL, NULL::bigint,
      NULL::bigint, NULL, NULL::int, NULL, NULL::json FROM feed_head h WHERE h.seq >= after;
  END IF;
END $$;

-- Events once more, for a device whose own rows of them are spoilt, or that could not read them before: by id, or by
-- station and number. What `pull` would give of each.
CREATE OR REPLACE FUNCTION again(asked json) RETURNS TABLE (
  seq bigint, chain text, id uuid, station text, hall text, n bigint, kind text, subject text, actor text, ts bigint,
  occurred_at bigint, body text, v int, link text, personal json)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE d device := me();
BEGIN
  RETURN QUERY SELECT p.* FROM (
      SELECT DISTINCT e.seq FROM (SELECT * FROM json_to_recordset(asked) AS s(id text, station text, n bigint) LIMIT 500) w
        JOIN event e ON e.id = CASE WHEN w.id ~ '^[0-9a-f]{32}$' THEN w.id::uuid END OR (e.station = w.station AND e.n = w.n)
        WHERE e.seq IS NOT NULL) x
    CROSS JOIN LATERAL pull(json_build_object('after', x.seq - 1, 'limit', 1, 'mine', '[]'::json,
      'attachments', true)) p WHERE p.seq = x.seq;
END $$;

-- Which of these pictures the hub does not have.
CREATE OR REPLACE FUNCTION lacking(asked json) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me();
BEGIN
  RETURN ARRAY(SELECT s.name FROM (SELECT json_array_elements_text(asked->'names') AS name LIMIT 500) s
    WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = s.name));
END $$;

-- Keep pictures, by name in base64; what is not what it is called, or too large, is left out. How many are new.
CREATE OR REPLACE FUNCTION keep_attachments(given json) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); done int;
BEGIN
  IF octet_length(given::text) > 40000000 THEN RAISE EXCEPTION 'batch_too_big' USING ERRCODE = 'P5002'; END IF;
  PERFORM count_traffic(d, octet_length(given::text));
  INSERT INTO attachment SELECT g.key, g.content, d.login
    FROM (SELECT key, decode(value, 'base64') AS content FROM json_each_text(given) ORDER BY key) g
    WHERE octet_length(g.content) <= 48000 AND encode(sha256(g.content), 'hex') = g.key ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;

-- Pictures by name, as far as the hub has them: about `bytes` at once, but at least one.
CREATE OR REPLACE FUNCTION attachments(asked json) RETURNS TABLE (sha256 text, content text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE d device := me(); room bigint := (asked->>'bytes')::bigint; given int := 0;
BEGIN
  FOR sha256, content IN SELECT a.sha256, translate(encode(a.content, 'base64'), E'\n', '') FROM attachment a
      WHERE a.sha256 IN (SELECT json_array_elements_text(asked->'names') LIMIT 500)
  LOOP
    room := room - octet_length(content);
    IF room < 0 AND given > 0 THEN RETURN; END IF;
    given := given + 1;
    RETURN NEXT;
  END LOOP;
END $$;

-- The links at these stations and numbers, in order, for `verify` on a device; null where there is none it may see. A kiosk
-- reads a part of others' bodies, and could try the rest by their links.
CREATE OR REPLACE FUNCTION links(asked json) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me();
BEGIN
  RETURN (SELECT coalesce(json_agg(e.link ORDER BY w.place), '[]'::json)
    FROM ROWS FROM (json_to_recordset(asked) AS (station text, n bigint)) WITH ORDINALITY AS w(station, n, place)
    LEFT JOIN event e ON e.station = w.station AND e.n = w.n
      AND (e.login = d.login OR d.kind = 'office' OR (d.kind = 'counter' AND e.hall IN (d.hall, '*'))) WHERE w.place <= 500);
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

-- What the hub keeps aside of this hall until somebody of it has looked: cards and questions of a kiosk that was long away.
CREATE OR REPLACE FUNCTION kept_aside() RETURNS TABLE (
  id uuid, device text, kind text, subject text, occurred_at bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE d device := me();
BEGIN
  RETURN QUERY SELECT e.id, x.name, e.kind, e.subject, e.occurred_at, e.body::text FROM event e JOIN device x ON x.login = e.login
    WHERE e.status = 'quarantined' AND e.fault = 'old' AND (d.kind = 'office' OR e.hall = d.hall)
    ORDER BY e.received_at, e.n LIMIT 500;
END $$;

-- Somebody looked: these go on as if they had come in time. How many.
CREATE OR REPLACE FUNCTION let_in(asked json) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE d device := me(); done int;
BEGIN
  UPDATE event e SET status = 'ok', fault = '' WHERE e.status = 'quarantined' AND e.fault = 'old'
    AND (d.kind = 'office' OR e.hall = d.hall)
    AND e.id IN (SELECT value::uuid FROM json_array_elements_text(asked->'ids') LIMIT 500);
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;
