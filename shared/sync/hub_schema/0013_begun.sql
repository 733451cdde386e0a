-- Where a subject began, whoever asks: a counter of another hall adds nothing to it and begins it no second time. The list
-- is that of `begun_elsewhere` and of `store_batch`.
CREATE INDEX IF NOT EXISTS event_begins ON event (subject) WHERE kind IN ('card_awarded', 'greeting_sent',
  'inquiry_opened', 'nominated', 'prepared', 'annal_written', 'attempt_begun');
DROP INDEX IF EXISTS event_begun, event_begun_anywhere;
-- Of these events a lobby is given only those whose fields hold one of these values.
ALTER TABLE kind_rule ADD IF NOT EXISTS kiosk_only json NOT NULL DEFAULT '{}';
-- It is told whether a subject began elsewhere: what asks that for each event is part of the statement that stores them.
DROP FUNCTION IF EXISTS fault_of(device, kind_rule, text, text, text, text, bigint, bigint, bigint, json, json);
