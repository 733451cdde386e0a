-- The hub's side of a day's details, laid by `hub init`: what `pull` leaves out for an office that takes days as totals.

-- What is summed up of a hall between two moments, behind a place of the feed; each as `pull` gives it, at most 500.
CREATE OR REPLACE FUNCTION day_details(asked json) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT coalesce(json_agg(json_build_array(f.seq, encode(f.chain, 'hex'), f.id, f.station, f.hall, f.n, f.kind, f.subject,
      f.actor, f.ts, f.occurred_at, f.body::text, f.v, f.link, NULL) ORDER BY f.seq), '[]'::json)
  FROM (SELECT e.seq, e.chain, e.id, e.station, e.n, e.kind, e.subject, e.actor, e.ts, e.occurred_at, e.body, e.v, e.link,
      CASE WHEN x.kind = 'kiosk' THEN e.hall ELSE coalesce(e.said_hall, e.hall) END AS hall
    FROM event e JOIN kind_rule r ON r.kind = e.kind AND r.in_totals JOIN device x ON x.login = e.login
    WHERE (me()).kind = 'office' AND e.hall = asked->>'hall' AND e.fault = '' AND e.seq > (asked->>'after')::bigint
      AND e.occurred_at >= (asked->>'since')::bigint AND e.occurred_at < (asked->>'until')::bigint
    ORDER BY e.seq LIMIT 500) f $$;

GRANT EXECUTE ON FUNCTION day_details(json) TO warm_window_office;
