-- A number of the line that the hub gave to a counter, before its call arrives; `calls`: how often it had been called.
CREATE TABLE number_claim (
  subject text PRIMARY KEY, calls int NOT NULL, login name NOT NULL REFERENCES device, claimed_at bigint NOT NULL);
CREATE INDEX number_claim_age ON number_claim (claimed_at);
CREATE INDEX event_calls ON event (subject) WHERE kind IN ('number_called', 'number_called_again');
