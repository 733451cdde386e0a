-- What a counter of another hall may not erase: deeds that were put up, and the annals.
CREATE INDEX IF NOT EXISTS event_begun_anywhere ON event (subject)
  WHERE kind IN ('card_awarded', 'greeting_sent', 'inquiry_opened', 'nominated', 'annal_written');
