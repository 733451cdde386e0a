-- What a lobby is given as the chain at an event is keyed with this: the plain one, and a body of which it reads a part,
-- let it try what stands in the rest. A kiosk that has a plain one reads its feed once more.
INSERT INTO setting VALUES ('chain_key', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))
  ON CONFLICT DO NOTHING;

-- The names of a hall and of a station had no bound: those of megabytes stay in the chain, and are handed to nobody.
UPDATE event SET fault = 'hostile' WHERE fault = '' AND (length(said_hall) > 100 OR length(station) > 100);
