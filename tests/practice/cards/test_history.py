"""How far back the flags of a card look, each by its own number of the policy."""

from datetime import date, timedelta

import pytest

from shared.practice.cards import actions, history
from shared.practice.cards.facts import P
from shared.practice.cards.policy import CardsPolicy
from tests.support.builders import MONDAY, MORNING, actor, at, staffed_store

DISTINCT = CardsPolicy(
    repeat_seconds=100, burst_short_seconds=40, burst_long_seconds=500, daily_history_days=20, mutual_days=4
)


@pytest.fixture
def store(tmp_path):
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("later_ms", "same", "in_short", "in_long"),
    [
        (39_999, 39_999, 1, 1),
        (40_000, 40_000, 0, 1),
        (99_999, 99_999, 0, 1),
        (100_000, None, 0, 1),
        (499_999, None, 0, 1),
        (500_000, None, 0, 0),
    ],
)
def test_the_card_before_is_seen_for_so_long(store, later_ms, same, in_short, in_long):
    actions.award(store, "1001", P.POLITE, now=MORNING)
    seen = history.of_customer(store, "1001", P.POLITE, DISTINCT, MORNING + later_ms)
    assert (seen.since_same_ms, seen.in_short, seen.in_long) == (same, in_short, in_long)


def test_another_p_or_person_is_no_repeat(store):
    actions.award(store, "1001", P.POLITE, now=MORNING)
    for staff, p in (("1001", P.PATIENT), ("1002", P.POLITE)):
        assert history.of_customer(store, staff, p, DISTINCT, MORNING + 1000).since_same_ms is None


def test_cards_of_today_and_of_the_days_before_are_counted_apart(store):
    for days_ago in (0, 0, 1, 20, 21):
        actions.award(store, "1001", P.POLITE, now=MORNING - days_ago * 86_400_000)
    seen = history.of_customer(store, "1001", P.POLITE, DISTINCT, MORNING + 1)
    assert (seen.today, seen.before) == (2, 2)


def test_what_a_colleague_gave_is_counted_by_month_year_and_days(store):
    gave = {"1002": ("2025-12-31", "2026-02-25", "2026-02-26", "2026-03-02"), "1003": ("2026-03-01",)}
    for receiver, days in gave.items():
        for day in days:
            actions.give(store, actor("1001"), receiver, P.POLITE, now=at("09:00", date.fromisoformat(day)))
    for days_ago in (4, 5):
        actions.give(store, actor("1002"), "1001", P.POLITE, now=at("09:00", MONDAY - timedelta(days=days_ago)))
    seen = history.of_giver(store, "1001", "1002", DISTINCT, at("10:00"))
    assert (seen.this_month, seen.this_year, seen.to_receiver_this_year) == (2, 4, 3)
    assert (seen.to_receiver_lately, seen.from_receiver_lately) == (2, 1)
