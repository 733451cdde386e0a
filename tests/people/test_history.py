"""Staff history by day: where somebody belonged on a day that is over."""

from datetime import date

import pytest

from shared.domain.roles import Role
from shared.people import actions
from shared.people.facts import StaffSet
from shared.people.history import History
from shared.people.rules import RosterLine
from tests.support.builders import at, empty_store


def line(hall: str, post: str = "cashier", since: date | None = None, active: bool = True) -> RosterLine:
    return RosterLine("1001", "王芳", "和平分公司", hall, "1", post, Role.STAFF, active, since)


@pytest.fixture
def store(tmp_path):
    opened = empty_store(tmp_path)
    actions.import_staff(opened, [line("甲厅")], now=at("09:00", date(2026, 3, 20)))
    yield opened
    opened.close()


def hall_on(store, day: date) -> str:
    span = History(store).on("1001", day)
    return f"{span.hall} {span.post}" if span.active else "left"


def test_a_roster_entered_later_holds_for_earlier_days_too(store):
    assert hall_on(store, date(2026, 1, 5)) == "甲厅 cashier"
    assert History(store).on("9999", date(2026, 1, 5)) is None


def test_a_transfer_and_a_change_of_post_hold_from_their_day(store):
    actions.import_staff(store, [line("乙厅")], now=at("09:00", date(2026, 4, 1)))
    actions.import_staff(store, [line("乙厅", "consultant")], now=at("09:00", date(2026, 5, 1)))
    actions.import_staff(store, [line("乙厅", "consultant", active=False)], now=at("09:00", date(2026, 6, 1)))
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1), date(2026, 6, 1))
    assert [hall_on(store, day) for day in days] == [
        "甲厅 cashier",
        "乙厅 cashier",
        "乙厅 cashier",
        "乙厅 consultant",
        "left",
    ]
    assert [span.hall for span in History(store).between(date(2026, 4, 1), date(2026, 4, 30))] == ["乙厅"]


def test_a_transfer_entered_late_holds_from_the_day_it_names(store):
    actions.import_staff(store, [line("乙厅", since=date(2026, 3, 16))], now=at("09:00", date(2026, 4, 10)))
    assert [hall_on(store, date(2026, 3, day)) for day in (15, 16, 25)] == [
        "甲厅 cashier",
        "乙厅 cashier",
        "乙厅 cashier",
    ]


def test_a_transfer_holds_from_the_day_it_was_entered_though_it_is_ordered_later(store):
    """Another device's clock was two days ahead: what came after its events is ordered after them."""
    moved = StaffSet(
        number="1001", name="王芳", branch="和平分公司", hall="乙厅", window="1", post="cashier", role=Role.STAFF
    )
    with store.transaction(at("09:00", date(2026, 4, 3))) as tx:
        tx.record(moved, subject="staff:1001", actor="9001", occurred_at=at("09:00", date(2026, 4, 1)))
    assert [hall_on(store, date(2026, *day)) for day in ((3, 31), (4, 1))] == ["甲厅 cashier", "乙厅 cashier"]
