"""Two counters apart for a day: whatever the order their events arrive in, every device ends up seeing the same."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.journal.event import Event
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.practice.diary import views as diary
from shared.practice.pauses import actions, views
from shared.practice.pauses.actions import Started
from shared.registry import PROJECTIONS
from tests.support.builders import attested
from tests.support.practice_hall import DAY, HALL, ZHANG, ZHAO, at, open_hall

NINE = at("09:00")
# (which counter, minutes after nine, customers waiting, minutes away or 0 = never came back)
Acts = list[tuple[int, int, int, int]]
ACTS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 420), st.integers(0, 7), st.integers(0, 8)), max_size=7)


def live(counters: Sequence[Store], acts: Acts) -> None:
    """The same person asks at both counters, which cannot see each other."""
    for which, minute, waiting, away in sorted(acts, key=lambda act: act[1]):
        now = NINE + minute * 60_000
        count = attested(waiting, now)
        answer = actions.request(counters[which], ZHANG, waiting=count, now=now)
        if isinstance(answer, Started) and away:
            actions.end(counters[which], ZHANG, answer.pause, away * 60_000, now=now + away * 60_000)


def seen(store: Store) -> object:
    """What a supervisor sees of it."""
    return (
        views.of_day(store, HALL, DAY, ZHAO),
        views.refused(store, HALL, DAY),
        diary.of_day(store, HALL, DAY, ZHAO),
    )


@settings(max_examples=10)
@given(acts=ACTS, chance=st.randoms(use_true_random=False))
def test_events_in_any_order_give_the_same_view(acts: Acts, chance: Random) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        counters = [open_hall(folder / "a"), open_hall(folder / "b")]
        live(counters, acts)
        events = [event for counter in counters for event in counter.events() if event.kind.startswith("pause")]
        ordered, shuffled = sorted(events, key=lambda event: event.order), list(events)
        chance.shuffle(shuffled)
        first, second = (_device(folder / place, way) for place, way in (("c", ordered), ("d", shuffled)))
        assert seen(first) == seen(second)
        second.rebuild()
        assert seen(first) == seen(second)
        granted = sum(event.kind == "pause_started" for event in events)
        beyond = sum(pause.over_quota for pause in views.of_day(first, HALL, DAY))
        assert beyond == max(0, granted - 2)
        for store in (*counters, first, second):
            store.close()


def _device(folder: Path, arrivals: list[Event]) -> Store:
    store = open_store(folder, PROJECTIONS, hall=HALL)
    for event in arrivals:
        store.receive([(event, (), 1)])
    return store
