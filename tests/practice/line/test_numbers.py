"""Numbers given out and served: their letters, how many wait, what counts as work."""

from datetime import date

import pytest

from shared.journal.store import Store
from shared.practice.line import actions, facts, statistics, views
from shared.practice.line.actions import Taken
from shared.practice.line.statistics import Work
from shared.practice.line.views import Waiting
from tests.practice.line.steps import call, take
from tests.support.builders import code, elsewhere
from tests.support.practice_hall import DAY, HALL, ZHANG, at


def test_numbers_count_from_one_each_day(store: Store) -> None:
    assert [take(store, clock).label for clock in ("09:00", "09:01", "08:59")] == ["A001", "A002", "A003"]
    assert take(store, "09:02").ahead == 3
    tomorrow = actions.take(store, now=at("09:00", date(2026, 3, 5)))
    assert isinstance(tomorrow, Taken)
    assert (tomorrow.label, tomorrow.ahead) == ("A001", 0)
    assert code(actions.take(store, "haircut", now=at("09:03"))) == "unknown_service"


def test_each_device_has_its_own_letter(store: Store) -> None:
    elsewhere(store, "number:x", at("08:50"), facts.NumberTaken(letter="A", serial=1))
    assert take(store, "09:00").label == "B001"


@pytest.mark.parametrize(("station", "label"), [("g", "B001"), ("", "A002")])  # an id is of 0-9 and a-f
def test_of_two_devices_with_the_same_letter_one_changes_it(store: Store, station: str, label: str) -> None:
    assert take(store, "09:00").label == "A001"
    elsewhere(store, "number:x", at("08:50"), facts.NumberTaken(letter="A", serial=1), station=station)
    assert take(store, "09:01").label == label


def test_a_served_number_counts_as_work_and_identifies_the_visit(store: Store) -> None:
    taken = take(store, "09:00", "consultation")
    call(store, ZHANG, "09:01")
    assert views.served(store, "A001", HALL, at("09:02")) is None
    assert code(actions.done(store, ZHANG, taken.id, "magic", now=at("09:02"))) == "unknown_service"
    assert code(actions.done(store, ZHANG, taken.id, "ic_card_new", now=at("09:02"))) is None
    assert code(actions.done(store, ZHANG, taken.id, "ic_card_new", now=at("09:03"))) == "wrong_state"
    for text in ("a1", taken.id):
        token = views.served(store, text, HALL, at("09:04"))
        assert token is not None
        assert (token.id, token.label, token.staff, token.service) == (taken.id, "A001", "1001", "ic_card_new")
    assert views.served(store, "A001", HALL, at("09:00", date(2026, 3, 5))) is None
    assert views.served(store, taken.id, "二号厅", at("09:04")) is None
    assert statistics.workload(store, DAY, DAY) == (Work("1001", {"ic_card_new": 1}),)
    assert statistics.workload(store, date(2026, 3, 5), date(2026, 3, 6)) == ()


def test_digits_without_a_letter_match_the_number_of_every_letter(store: Store) -> None:
    mine = take(store, "09:00")
    call(store, ZHANG, "09:01")
    assert actions.done(store, ZHANG, mine.id, "gas_payment", now=at("09:02")) is None
    alone = views.served_of_any_letter(store, 1, HALL, at("09:03"))
    assert ([each.label for each in alone.served], alone.sure) == (["A001"], True)
    elsewhere(store, "number:x", at("09:04"), facts.NumberTaken(letter="B", serial=1))
    both = views.served_of_any_letter(store, 1, HALL, at("09:05"))
    assert ([each.label for each in both.served], both.sure) == (["A001"], False)
    elsewhere(store, "number:y", at("09:06"), facts.NumberTaken(letter="A", serial=1), 2)
    assert views.served_of_any_letter(store, 1, HALL, at("09:07")).served == ()  # two slips say A001
    assert views.served_of_any_letter(store, 2, HALL, at("09:07")) == views.Typed((), sure=True)


def test_how_many_wait_and_how_old_that_is(store: Store) -> None:
    assert views.waiting(store, HALL, at("09:00")) is None  # no line here, so far as anyone knows
    taken = take(store, "09:00")
    assert views.waiting(store, HALL, at("09:01")) == Waiting(1, at("09:01"))
    call(store, ZHANG, "09:02")
    actions.hold(store, ZHANG, taken.id, now=at("09:03"))
    assert views.waiting(store, HALL, at("09:04")) == Waiting(0, at("09:04"))
    assert views.waiting(store, HALL, at("09:04"), heard_at=at("08:00")) == Waiting(0, at("09:04"))
    elsewhere(store, "number:x", at("09:05"), facts.NumberTaken(letter="B", serial=1))
    assert views.waiting(store, HALL, at("09:10"), heard_at=at("09:06")) == Waiting(1, at("09:06"))
    assert views.waiting(store, HALL, at("09:00", date(2026, 3, 5))) is None
