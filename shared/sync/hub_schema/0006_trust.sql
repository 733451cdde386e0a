-- Every enrolment is a login of its own and ends with it. `device.login` stays the key of the device itself: the login of
-- its first enrolment, by which stations and events know it. A hub installed before had one login for each device.
CREATE TABLE IF NOT EXISTS enrolment (
  login name PRIMARY KEY, device name NOT NULL REFERENCES device, made_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz);
INSERT INTO enrolment SELECT login, login, enrolled_at, CASE WHEN enabled THEN NULL ELSE now() END FROM device
  ON CONFLICT DO NOTHING;
CREATE INDEX IF NOT EXISTS enrolment_device ON enrolment (device);

-- Why an event is kept aside (see `fault_of`): '' for those of before, whose kind was not known or not allowed. A stamped
-- event with a fault is in the chain, but is handed to nobody.
ALTER TABLE event ADD IF NOT EXISTS fault text NOT NULL DEFAULT '';

-- What the practice declares of a kind (`shared/declaration/practice.py`): about whom a counter may say it, what a kiosk's
-- must hold, and the fields of it that a kiosk reads (NULL: all), with what stands there instead.
ALTER TABLE kind_rule ADD IF NOT EXISTS about text NOT NULL DEFAULT 'anything',
  ADD IF NOT EXISTS kiosk_says json NOT NULL DEFAULT '{}',
  ADD IF NOT EXISTS kiosk_fields text[], ADD IF NOT EXISTS kiosk_instead json NOT NULL DEFAULT '{}';
CREATE INDEX IF NOT EXISTS event_people ON event (subject, ts DESC) WHERE kind = 'staff_set';
CREATE INDEX IF NOT EXISTS event_begun ON event (subject) WHERE kind IN ('card_awarded', 'greeting_sent', 'inquiry_opened');

-- How much a device sent on a day (UTC), and how much it may.
CREATE TABLE IF NOT EXISTS traffic (
  login name NOT NULL REFERENCES device, day date NOT NULL, bytes bigint NOT NULL, PRIMARY KEY (login, day));
INSERT INTO setting VALUES ('bytes_a_day', '2000000000'), ('stations_a_device', '100'), ('seconds_in_transaction', '5'),
  ('seconds_running', '30') ON CONFLICT DO NOTHING;
