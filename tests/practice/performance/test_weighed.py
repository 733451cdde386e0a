"""Points counted by the database are those that a slip explains service by service, whatever counted the work."""

import json
from datetime import date
from random import Random

from shared.people.history import History
from shared.practice.inquiries import actions as inquiries
from shared.practice.line.facts import SERVICES
from shared.practice.performance.figures import weights
from shared.practice.performance.policy import Coefficient, Performance
from shared.practice.performance.rules import points
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from shared.practice.workload.views import worked
from shared.practice.workload.weighted_points import weighed
from tests.support.builders import HALL, actor, at, staffed_store

FIRST, LAST = date(2026, 2, 27), date(2026, 3, 3)
DAYS = [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2)]
OURS = Performance()
SETTINGS = (
    OURS,
    Performance(coefficients=(), other_service=0.3),
    Performance(coefficients=(Coefficient("gas_payment", 0), Coefficient("settlement", 0.7)), ticket_on_the_spot=0),
)
_NUMBER = """INSERT INTO number (subject, hall, day, letter, serial, service, state, staff, window, calls, given,
    taken_at, called_at, done_at, other_staff, other_window, called_twice_by, ts, station, n, priority)
    VALUES (?, ?, ?, 'A', ?, '', ?, ?, '1', 1, ?, 1, 1, 1, '', '', '', 1, 'k', ?, '')"""
_TOLD = "INSERT INTO day_told (subject, hall, day, people, station, head) VALUES ('', ?, ?, ?, 'c', 1)"


def fill(store):
    """Numbers at two halls, days that were only told, imports beside them, tickets, and people whom nobody knows."""
    chance, services = Random(7), [*SERVICES, "a_new_service"]
    rows = [
        (f"n{n}", chance.choice((HALL, "H2")), chance.choice(DAYS[:3]).isoformat(), n, state, staff, given, n)
        for n in range(300)
        for staff in [chance.choice(("1001", "1002", "7777"))]
        for state, given in [(chance.choice(("served", "served", "missed")), chance.choice(services))]
    ]
    store.db.connection().executemany(_NUMBER, rows)
    people = json.dumps([{"staff": n, "post": "", "served": {"settlement": 3}} for n in ("1001", "1003", "7777")])
    for hall, day in ((HALL, DAYS[0]), ("H3", DAYS[0]), ("H3", DAYS[3])):
        store.db.execute_sql(_TOLD, (hall, day.isoformat(), people))
    lines = [WorkLine(day, n, service, 5) for day in DAYS for n in ("1001", "1003", "1004") for service in services[:2]]
    assert workload.import_workload(store, lines, "t", now=at("08:00"))
    for clock in ("09:00", "09:30"):
        opened = inquiries.open_inquiry(store, actor("1003"), text="问", now=at(clock, DAYS[3]))
        assert inquiries.close(store, actor("1003"), opened.id, "答", now=at("11:00", DAYS[3])) is None


def test_points_counted_by_sql_equal_the_points_explained_line_by_line(tmp_path):
    store = staffed_store(tmp_path)
    fill(store)
    for settings in SETTINGS:
        by, expected = weights(settings), {}
        for each in worked(store, History(store), FIRST, LAST):
            day = points.Day(
                served=each.served, imported=each.imported, tickets=each.tickets, on_the_spot=each.on_the_spot
            )
            if value := points.month([day], None, settings).value:
                expected[each.span.number, each.day.isoformat(), each.hall] = value
        found = weighed(store, History(store), FIRST, LAST, by)
        assert {key: by.points(weight) for key, weight in found.items()} == expected
        assert len(expected) > 9
    store.close()
