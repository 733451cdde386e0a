-- What is put aside is kept for a person to look at, for years perhaps, and nobody can erase it: a customer's name and
-- phone have no place there. An escape that is no character (\u0000) would stop the parser: there it is written out.
CREATE FUNCTION without_personal(e json) RETURNS json LANGUAGE plpgsql IMMUTABLE SET search_path = hub, pg_temp AS $$
BEGIN
  IF json_typeof(e) <> 'object' THEN RETURN e; END IF;
  BEGIN
    RETURN (SELECT coalesce(json_object_agg(p.key, p.value), '{}'::json) FROM json_each(e) p WHERE p.key <> 'personal');
  EXCEPTION WHEN data_exception THEN e := replace(replace(e::text, '\\', '//'), '\u', '/u')::json;
  END;
  RETURN (SELECT coalesce(json_object_agg(p.key, p.value), '{}'::json) FROM json_each(e) p WHERE p.key <> 'personal');
END $$;

ALTER TABLE aside DISABLE TRIGGER aside_stays;
UPDATE aside SET sent = without_personal(sent);
ALTER TABLE aside ENABLE TRIGGER aside_stays;
