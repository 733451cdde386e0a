-- Which kinds are the first of their subject is said by the practices, no more by a list in the functions; `hub init` makes
-- the index `event_begins` of those that they declare.
ALTER TABLE kind_rule ADD IF NOT EXISTS begins bool NOT NULL DEFAULT false;
