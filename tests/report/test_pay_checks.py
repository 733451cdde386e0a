"""What is still to be looked at before a month of pay is published."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.line import actions as line
from shared.reference.actions import publish
from shared.report.pay_checks import Check, pay_checks
from shared.sync.known_devices import DeviceSeen
from tests.support.practice_hall import DAY, HALL, OFFICE, ZHANG, at, begin_day, open_hall

MARCH, APRIL_1, NOW = at("10:00"), at("00:00", date(2026, 4, 1)), at("10:00", date(2026, 4, 10))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_hall(tmp_path)
    yield opened
    opened.close()


def checks(store: Store, place: str, month: str = "2026-03", now: int = NOW) -> list[str]:
    found: tuple[Check, ...] = pay_checks(store, OFFICE, month, (), (), now=now)
    return [each.text for each in found if each.place == place]


@pytest.mark.parametrize(
    ("last_seen", "oldest", "enabled", "now", "since"),
    [
        (APRIL_1, 0, True, NOW, None),
        (APRIL_1 - 1, 0, True, NOW, "3月31日"),
        (None, 0, True, NOW, "—"),
        (None, 0, False, NOW, None),  # out of use
        (NOW, APRIL_1 - 1, True, NOW, "4月10日"),  # it still holds something of March
        (NOW, APRIL_1, True, NOW, None),
        (MARCH, 0, True, MARCH, None),  # in the middle of the month nothing later can have happened
        (MARCH - 1, 0, True, MARCH, "3月4日"),
    ],
)
def test_a_device_that_may_hold_something_of_the_month_is_named(store, last_seen, oldest, enabled, now, since):
    device = DeviceSeen("一号厅自助屏", HALL, "kiosk", "k", enabled, last_seen, 1, 0, oldest, 0, "", 0)
    store.set_setting("devices", msgspec.json.encode([device]).decode())
    said = checks(store, "devices", now=now)
    assert len(said) == (since is not None)
    assert all(f"“一号厅自助屏”（{HALL}）自 {since}" in each for each in said)


def test_cards_of_the_month_that_wait_for_their_review_are_counted_by_person(store):
    given = (("1002", DAY, 2), ("1001", DAY, 3), ("1001", date(2026, 4, 1), 2))
    for place, (number, day, count) in enumerate(given):
        for n in range(count):
            cards.award(store, number, P.POLITE, now=at(f"1{place}:00", day) + n * 1000)
    assert checks(store, "flagged") == [
        "张敏 1001 有 2 张5P卡待复核，还不计入",
        "李娜 1002 有 1 张5P卡待复核，还不计入",
    ]
    assert checks(store, "flagged", "2026-04") == ["张敏 1001 有 1 张5P卡待复核，还不计入"]


def served(store: Store, day: date, clock: str, service: str, minutes: int) -> None:
    begun = at(clock, day)
    taken = line.take(store, service, now=begun)
    line.call_next(store, ZHANG, now=begun)
    assert line.done(store, ZHANG, taken.id, service, now=begun + minutes * 60_000) is None


def test_another_coefficient_is_suggested_by_what_was_measured_in_the_days_of_the_policy(store):
    rule = {"suggest_days": 20, "suggest_least": 1}
    assert publish(store, OFFICE, "policy", {"performance": rule}, now=at("08:00")) == 2
    for days, minutes in ((0, 6), (20, 9), (21, 90)):
        day = DAY + timedelta(days=30 - days)
        begin_day(store, day)
        served(store, day, "09:00", "gas_payment", 2)
        served(store, day, "10:00", "settlement", minutes)
    said = checks(store, "policy", now=at("16:00", DAY + timedelta(days=30)))
    assert [each for each in said if "用户结算" in each] == ["“用户结算”系数现为 2.5，近20天实测 2 笔，建议 3.8"]
