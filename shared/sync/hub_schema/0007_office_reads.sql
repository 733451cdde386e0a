-- Kinds that only the office reads, wherever they were sent from: single scores, who nominated whom.
ALTER TABLE kind_rule ADD IF NOT EXISTS office_reads bool NOT NULL DEFAULT false;

-- What a counter of another hall may not erase.
CREATE INDEX IF NOT EXISTS event_begun_anywhere ON event (subject)
  WHERE kind IN ('card_awarded', 'greeting_sent', 'inquiry_opened', 'nominated', 'annal_written');
