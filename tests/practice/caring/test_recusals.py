"""Who of the jury may not score a deed, by the roster of the day of the deed and of today."""

from datetime import date
from types import SimpleNamespace

import pytest

from shared.domain.roles import Role
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.caring import recusals
from tests.support.practice_hall import DAY, at

TODAY = date(2026, 4, 1)
DEED = SimpleNamespace(entry="e", hero="1001", author="1002", nominator="9001", hall="一号厅", day=DAY)
LINES = (  # number, hall at the deed, hall today, role
    ("1001", "一号厅", "二号厅", Role.STAFF),  # the hero
    ("3001", "一号厅", "三号厅", Role.STAFF),  # was the hero's colleague
    ("3002", "三号厅", "二号厅", Role.STAFF),  # is the hero's colleague
    ("3003", "三号厅", "一号厅", Role.STAFF),  # came to the hall of the deed after the hero left
    ("3004", "二号厅", "三号厅", Role.STAFF),  # left the hero's new hall before they came
    ("3005", "一号厅", "三号厅", Role.SUPERVISOR),  # led the hero
    ("3006", "三号厅", "二号厅", Role.SUPERVISOR),  # leads the hero
    ("3007", "三号厅", "三号厅", Role.SUPERVISOR),
)


@pytest.fixture
def moved(store):
    for place, on in ((1, date(2026, 3, 1)), (2, date(2026, 3, 20))):
        lines = [RosterLine(line[0], line[0], "一分公司", line[place], "", "cashier", line[3]) for line in LINES]
        import_staff(store, lines, now=at("07:00", on))
    return store


@pytest.mark.parametrize(
    ("juror", "why"),
    [
        ("1001", "is_hero"),
        ("1002", "is_author"),
        ("9001", "is_nominator"),
        ("3001", "same_hall"),
        ("3002", "same_hall"),
        ("3003", "same_hall"),  # ours: whoever works where it happened knows whom it is about
        ("3004", ""),
        ("3005", "supervises_hero"),
        ("3006", "supervises_hero"),
        ("3007", ""),
        ("4711", ""),  # nobody's number
    ],
)
def test_who_is_recused_by_the_roster(moved, juror, why):
    assert recusals.by_roster(moved, (DEED,), (juror,), TODAY).get(("e", juror), "") == why


def test_a_deed_of_another_hall_than_the_heros_concerns_both(moved):
    """The hero helped out in the third hall that day."""
    deed = SimpleNamespace(**vars(DEED) | {"hall": "三号厅"})
    found = recusals.by_roster(moved, (deed,), ("3001", "3002", "3004", "3007"), TODAY)
    assert {juror: why for (_, juror), why in found.items()} == {
        "3001": "same_hall",
        "3002": "same_hall",
        "3004": "same_hall",
        "3007": "supervises_hero",
    }


def test_a_deed_without_a_day_is_judged_by_the_roster_of_today(moved):
    deed = SimpleNamespace(**vars(DEED) | {"hall": "", "day": None})
    found = recusals.by_roster(moved, (deed,), ("3001", "3002", "3003", "3005", "3006"), TODAY)
    assert {juror: why for (_, juror), why in found.items()} == {"3002": "same_hall", "3006": "supervises_hero"}
