-- Kinds that only the office reads, wherever they were sent from: single scores, who nominated whom.
ALTER TABLE kind_rule ADD IF NOT EXISTS office_reads bool NOT NULL DEFAULT false;
