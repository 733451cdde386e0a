-- The fields of a kind that name a person or a hall: those of its own hall alone, where a counter says it.
ALTER TABLE kind_rule ADD IF NOT EXISTS own_hall text[] NOT NULL DEFAULT '{}';
DROP FUNCTION IF EXISTS continues(device, json), all_continue(device, json);
