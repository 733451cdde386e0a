"""A pause under ten seconds counts for nothing: two impatient Enters after the PIN used up the day's last one."""

import pytest

from shared.journal.store import Store
from shared.practice.pauses import actions, rules, views
from shared.practice.pauses.actions import Started
from shared.practice.pauses.facts import PauseEnded, PauseStarted
from shared.reference import actions as reference
from tests.support.builders import attested, code, elsewhere
from tests.support.practice_hall import DAY, HALL, OFFICE, ZHANG, ZHAO, at

NINE = at("09:00")


def begins(store: Store, now: int) -> Started:
    started = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
    assert isinstance(started, Started)
    return started


@pytest.mark.parametrize(
    ("length_ms", "counts_from", "short"),
    [(0, 10, True), (9_999, 10, True), (10_000, 10, False), (0, 0, False), (-1, 10, False), (59_999, 60, True)],
)
def test_a_pause_shorter_than_the_policy_says_does_not_count(length_ms: int, counts_from: int, short: bool) -> None:
    assert rules.too_short(length_ms, counts_from) is short


@pytest.mark.parametrize(
    ("measured", "ended_after", "left"),
    [
        (0, 0, 2),
        (9_999, 9_999, 2),
        (10_000, 10_000, 1),
        (9_999, 600_000, 2),  # the steady clock counts, not the one on the wall
        (300_000, 0, 1),
        (None, 9_999, 2),  # nobody measured: by the clock on the wall
        (None, 10_000, 1),
        (None, -60_000, 1),  # which was set back meanwhile: how long it was nobody knows, so it counts
    ],
)
def test_a_pause_begun_and_ended_at_once_used_up_one_of_the_day(
    store: Store, measured: int | None, ended_after: int, left: int
) -> None:
    pause = begins(store, NINE).pause
    assert isinstance(actions.end(store, ZHANG, pause, measured, now=NINE + ended_after), PauseEnded)
    assert views.mine(store, "1001", at("09:30")).left == left
    assert len(views.of_day(store, HALL, DAY)) == 2 - left
    store.rebuild()
    assert views.mine(store, "1001", at("09:30")).left == left


def test_after_any_number_of_too_short_pauses_the_day_still_has_two(store: Store) -> None:
    for minute in range(5):
        now = at(f"09:0{minute}")
        actions.end(store, ZHANG, begins(store, now).pause, 3_000, now=now + 3_000)
    assert not views.help_offered(store, "1001", at("09:10"))
    for clock in ("10:00", "11:00"):
        actions.end(store, ZHANG, begins(store, at(clock)).pause, 240_000, now=at(clock) + 240_000)
    third = actions.request(store, ZHANG, waiting=attested(0, at("12:00")), now=at("12:00"))
    assert code(third) == "daily_limit"


def test_the_policy_in_force_at_the_start_decides_also_later(store: Store) -> None:
    actions.end(store, ZHANG, begins(store, NINE).pause, 9_000, now=NINE + 9_000)
    assert reference.publish(store, OFFICE, "policy", {"pauses": {"counts_from_seconds": 0}}, now=at("10:00")) == 2
    actions.end(store, ZHANG, begins(store, at("11:00")).pause, 9_000, now=at("11:00") + 9_000)
    assert views.mine(store, "1001", at("12:00")).left == 1


def test_a_pause_from_before_the_rule_still_counts(store: Store) -> None:
    """Its decision does not say from when one counts."""
    started = begins(store, NINE).decision
    old = {name: getattr(started, name) for name in started.__struct_fields__ if name != "counts_from_seconds"}
    fact = PauseStarted(staff="1001", window="1", post="cashier", seconds=300, decision=type(started)(**old))
    elsewhere(store, "pause:old", at("08:10"), fact, 1, actor="1001")
    elsewhere(store, "pause:old", at("08:10") + 1000, PauseEnded(length_ms=1000), 2, actor="1001")
    assert next(pause.id for pause in views.of_day(store, HALL, DAY)) == "pause:old"


def test_a_supervisor_may_end_a_short_one_too(store: Store) -> None:
    actions.end(store, ZHAO, begins(store, NINE).pause, None, now=NINE + 4_000)
    assert views.mine(store, "1001", at("09:30")).left == 2
