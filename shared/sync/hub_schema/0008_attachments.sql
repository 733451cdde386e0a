-- Pictures that events name by their SHA-256: each once, whoever shows it.
CREATE TABLE IF NOT EXISTS attachment (
  sha256 text PRIMARY KEY, content bytea NOT NULL, login name NOT NULL REFERENCES device,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp());
