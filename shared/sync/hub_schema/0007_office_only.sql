-- What only the office reads: inspections before they are published, the heads of a month's pay.
ALTER TABLE kind_rule ADD IF NOT EXISTS office_only bool NOT NULL DEFAULT false;
