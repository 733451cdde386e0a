-- A day of the feed is found by its hours: events come in about in their order, so a few blocks are one day's.
CREATE INDEX IF NOT EXISTS event_days ON event USING brin (occurred_at);
