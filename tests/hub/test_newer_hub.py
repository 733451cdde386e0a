"""Today's device on a hub of tomorrow that answers with more, and today's answers beside the frozen ones."""

import json
from typing import Any

from shared.sync.known_devices import seen
from tests.hub.site import Site, card
from tests.hub.test_privileges import console
from tests.older import read

MORE = """
SET ROLE warm_window_owner; SET search_path = hub;
ALTER FUNCTION hello(json) RENAME TO hello_then;
CREATE FUNCTION hello(said json) RETURNS json LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE told jsonb := hello_then(said);
BEGIN
  RETURN told || jsonb_build_object('tomorrow', 1, 'stations',
    (SELECT jsonb_agg(station || '{"tomorrow": 1}') FROM jsonb_array_elements(told->'stations') station));
END $$;
ALTER FUNCTION pull(json) RENAME TO pull_then;
CREATE FUNCTION pull(asked json) RETURNS SETOF pull_row
LANGUAGE sql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT seq, chain, id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link,
    (SELECT json_agg(value::jsonb || '{"tomorrow": 1}') FROM json_array_elements(personal) value) FROM pull_then(asked)
$$;
ALTER FUNCTION devices() RENAME TO devices_then;
CREATE FUNCTION devices() RETURNS SETOF device_row LANGUAGE sql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT *, 1 FROM devices_then()
$$;
GRANT EXECUTE ON FUNCTION hello(json), pull(json) TO warm_window_kiosk, warm_window_counter, warm_window_office;
GRANT EXECUTE ON FUNCTION devices() TO warm_window_counter, warm_window_office;
RESET ROLE; RESET search_path;
"""
ROWS = """
SET ROLE warm_window_owner; SET search_path = hub;
CREATE TYPE pull_row AS (seq bigint, chain text, id uuid, station text, hall text, n bigint, kind text, subject text,
  actor text, ts bigint, occurred_at bigint, body text, v int, link text, personal json);
CREATE TYPE device_row AS ({columns}, tomorrow int);
"""


def test_a_hub_that_answers_with_more_is_understood(site: Site) -> None:
    columns = ", ".join(f"{name} {kind}" for name, kind in site.sql(_COLUMNS))
    with site.admin.transaction():
        site.admin.execute(ROWS.format(columns=columns))
        site.admin.execute(MORE)
    one, other = site.device("c1"), site.device("c2")
    recorded = one.record(card(sentence="谢谢"))
    for device in (one, other, one, other):
        device.sync()
    assert recorded.id in other.ids()
    assert [row[0] for row in other.store.db.execute_sql("SELECT value FROM companion").fetchall()] == ["谢谢"]
    assert [device.name for device in seen(other.store).devices] == ["c1", "c2"]
    assert one.sync().stations[0].mine


_COLUMNS = """SELECT name, format_type(type, NULL)
    FROM pg_proc, unnest(proargnames, proallargtypes) AS column_(name, type) WHERE oid = 'hub.devices'::regproc"""


def test_todays_hub_still_answers_all_that_the_frozen_program_read(site: Site) -> None:
    frozen, one, other = read("hub.json"), site.device("c1"), site.device("c2")
    one.record()
    one.sync()
    with other.connect() as hub:
        greeting = other.round(hub).run()
        rows = hub.devices()
    assert {name for name in frozen["hello"] if not hasattr(greeting, name)} == set()
    assert {name for name in frozen["hello"]["stations"][0] if not hasattr(greeting.stations[0], name)} == set()
    assert set(rows[0]) >= set(frozen["devices"][0])
    _rows_of_pull(site, other.enrolled, frozen["pull"]["columns"])


def _rows_of_pull(site: Site, enrolled: Any, columns: list[str]) -> None:
    """Columns are read by their place: none may move."""
    with console(enrolled) as line:
        found = line.execute("SELECT * FROM hub.pull(%s::json)", (json.dumps({"after": 0, "mine": []}),))
        assert [column.name for column in found.description or ()] == columns
