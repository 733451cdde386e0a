-- The hub's tables, frozen: a later change is a new numbered step that only adds. All of it belongs to warm_window_owner.

CREATE TABLE setting (key text PRIMARY KEY, value text NOT NULL);
INSERT INTO setting VALUES ('floor', '1'), ('contact', '');

-- One login of one device. `station` is the one it uses now; revoking only clears `enabled`, because a failed
-- connection carries no SQLSTATE and would look like a broken line.
CREATE TABLE device (
  login name PRIMARY KEY, name text NOT NULL UNIQUE, hall text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('kiosk', 'counter', 'office')),
  enabled bool NOT NULL DEFAULT true, enrolled_at timestamptz NOT NULL DEFAULT now(), station text,
  last_seen timestamptz, app int, backlog bigint NOT NULL DEFAULT 0, oldest bigint NOT NULL DEFAULT 0,
  clock_off bigint NOT NULL DEFAULT 0, alarm text NOT NULL DEFAULT '', alarm_at timestamptz);

-- A station id belongs to the first login that used it, for ever. A device restored from a backup takes a new one.
CREATE TABLE station (
  station text PRIMARY KEY, login name NOT NULL REFERENCES device, first_seen timestamptz NOT NULL DEFAULT now());

-- Who may send a kind, whether kiosks may read it, and whether it goes to every hall. Filled from `kinds.py`.
CREATE TABLE kind_rule (
  kind text PRIMARY KEY, kiosk bool NOT NULL, counter bool NOT NULL, office bool NOT NULL,
  kiosk_reads bool NOT NULL, everywhere bool NOT NULL);

-- `body` is json, not jsonb: kept letter by letter, so that the station's own hash chain (`link`) can be checked.
-- `said_hall` and `said_station` are what the device claimed, where that was not what counts.
CREATE TABLE event (
  id uuid PRIMARY KEY, station text NOT NULL, hall text NOT NULL, n bigint NOT NULL CHECK (n > 0),
  kind text NOT NULL, subject text NOT NULL, actor text NOT NULL, ts bigint NOT NULL, occurred_at bigint NOT NULL,
  body json NOT NULL, v int NOT NULL, link text NOT NULL, said_hall text, said_station text,
  login name NOT NULL REFERENCES device, received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  status text NOT NULL DEFAULT 'ok' CHECK (status IN ('ok', 'quarantined')),
  seq bigint UNIQUE, chain bytea,
  UNIQUE (station, n),
  CHECK (json_typeof(body) = 'object'), CHECK (octet_length(body::text) <= 65536),
  CHECK (length(kind) <= 100 AND length(subject) <= 200 AND length(actor) <= 100 AND length(link) <= 100));
CREATE INDEX event_to_stamp ON event (received_at) WHERE seq IS NULL AND status = 'ok';
CREATE INDEX event_branched ON event (said_station, n) WHERE said_station IS NOT NULL;
CREATE INDEX event_quarantined ON event (login) WHERE status = 'quarantined';
CREATE INDEX event_pauses ON event (actor, occurred_at) WHERE kind = 'pause_started';
CREATE INDEX event_pause_ends ON event (subject) WHERE kind = 'pause_ended';
CREATE INDEX event_erasures ON event (subject) WHERE kind = 'personal_erased';

-- Personal values beside the events they were taken from: the only rows that are ever deleted, and only by `stamp`.
CREATE TABLE companion (
  event_id uuid NOT NULL REFERENCES event, field text NOT NULL, salt text NOT NULL, value text NOT NULL,
  PRIMARY KEY (event_id, field));

-- What could not become an event (not readable, too big, an id used twice): kept for a person to look at.
CREATE TABLE aside (
  digest bytea PRIMARY KEY, login name NOT NULL REFERENCES device, reason text NOT NULL, sent json NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp());

CREATE TABLE feed_head (one bool PRIMARY KEY DEFAULT true CHECK (one), seq bigint NOT NULL, chain bytea NOT NULL);
INSERT INTO feed_head VALUES (true, 0, '');

-- A pause the hub granted, before its event arrives. Confirmed by the event with the same subject.
CREATE TABLE pause_claim (
  subject text PRIMARY KEY, staff text NOT NULL, hall text NOT NULL, day_start bigint NOT NULL,
  login name NOT NULL REFERENCES device, claimed_at bigint NOT NULL);
CREATE INDEX pause_claim_day ON pause_claim (staff, day_start);
CREATE INDEX pause_claim_hall ON pause_claim (hall, claimed_at);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append_only' USING ERRCODE = 'P5009'; END $$;
CREATE TRIGGER event_stays BEFORE DELETE OR UPDATE OF id, station, hall, n, kind, subject, actor, ts, occurred_at,
  body, v, link, said_hall, said_station, login, received_at ON event FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER event_stamped_once BEFORE UPDATE OF seq, chain, status ON event
  FOR EACH ROW WHEN (OLD.seq IS NOT NULL OR NEW.status = 'quarantined') EXECUTE FUNCTION refuse();
CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse();
CREATE TRIGGER companion_stays BEFORE UPDATE ON companion FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER companion_not_emptied BEFORE TRUNCATE ON companion FOR EACH STATEMENT EXECUTE FUNCTION refuse();
CREATE TRIGGER aside_stays BEFORE DELETE OR UPDATE ON aside FOR EACH ROW EXECUTE FUNCTION refuse();
