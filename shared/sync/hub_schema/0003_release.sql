-- Which release of the program a device runs ('' where it does not say): `app` is only the protocol it speaks.
ALTER TABLE device ADD release text NOT NULL DEFAULT '';
DROP FUNCTION IF EXISTS devices();  -- it gives a column more, which CREATE OR REPLACE cannot change
