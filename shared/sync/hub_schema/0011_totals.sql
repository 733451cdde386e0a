-- An office device may take a hall's day as totals, and not the kinds that are summed up in them.
ALTER TABLE kind_rule ADD IF NOT EXISTS in_totals bool NOT NULL DEFAULT false;
ALTER TABLE device ADD IF NOT EXISTS totals bool NOT NULL DEFAULT false;
