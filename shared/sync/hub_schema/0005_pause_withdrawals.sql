-- A pause that was taken back at once is none: asked for with every pause.
CREATE INDEX IF NOT EXISTS event_pause_withdrawals ON event (subject) WHERE kind = 'pause_withdrawn';
