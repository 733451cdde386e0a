"""A window calls: by turn and service, who may, setting aside, several windows at once."""

import threading
from pathlib import Path

import pytest

from shared.domain.actor import Actor
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.practice.line import actions, statistics, views, waits
from shared.practice.line.facts import NumberTaken, WindowServicesChosen
from shared.practice.line.rules import State
from shared.practice.line.views import Number
from shared.registry import PROJECTIONS
from tests.practice.line.steps import call, take
from tests.support.builders import code, elsewhere
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, WANG, ZHANG, ZHAO, at


def test_numbers_are_called_in_turn_and_by_service(store: Store) -> None:
    paying, settling = take(store, "09:00", "gas_payment"), take(store, "09:01", "settlement")
    any_window = take(store, "09:02")
    first = call(store, WANG, "09:03", "settlement", "consultation")
    assert (first.id, first.window, first.staff, first.state) == (settling.id, "3", "1003", State.CALLED)
    assert call(store, ZHANG, "09:04").id == paying.id
    assert call(store, LI, "09:05", "insurance_sale").id == any_window.id
    assert [n.label for n in views.sign(store, HALL, at("09:06"))] == ["A003", "A001", "A002"]
    assert code(actions.call_next(store, ZHANG, now=at("09:06"))) == "still_serving"
    assert code(actions.done(store, ZHANG, paying.id, "gas_payment", now=at("09:07"))) is None
    assert code(actions.call_next(store, ZHANG, now=at("09:08"))) == "nobody_waiting"


def test_who_may_call(store: Store) -> None:
    take(store, "09:00")
    assert code(actions.call_next(store, OFFICE, now=at("09:01"))) == "not_allowed"
    assert code(actions.call_next(store, ZHAO, now=at("09:01"))) == "no_window"


@pytest.mark.parametrize(
    ("who", "window", "services", "refused"),
    [
        (ZHAO, "1", ("settlement",), None),
        (ZHAO, "9", (), None),  # a window that nobody sits at yet
        (ZHAO, "", ("settlement",), "no_window"),
        (ZHAO, "1", ("settlement", "haircut"), "unknown_service"),
        (ZHANG, "1", ("settlement",), "not_allowed"),
    ],
)
def test_whoever_keeps_the_roster_sets_what_a_window_serves(
    store: Store, who: Actor, window: str, services: tuple[str, ...], refused: str | None
) -> None:
    assert code(actions.choose_services_of(store, who, window, services, now=at("09:00"))) == refused
    assert views.services(store, HALL, window) == (() if refused else services)


def test_the_office_sets_up_the_windows_of_this_device_s_hall(store: Store) -> None:
    actions.choose_services_of(store, OFFICE, "1", ("settlement",), now=at("09:00"))
    assert views.services(store, HALL, "1") == ("settlement",)


def test_hold_no_show_and_taking_back(store: Store) -> None:
    one, two = take(store, "09:00"), take(store, "09:01")
    call(store, ZHANG, "09:02")
    assert code(actions.call_again(store, ZHANG, one.id, now=at("09:03"))) is None
    assert code(actions.hold(store, LI, one.id, now=at("09:04"))) == "not_allowed"
    assert code(actions.hold(store, ZHANG, one.id, now=at("09:04"))) is None
    assert call(store, ZHANG, "09:05").id == two.id
    assert code(actions.no_show(store, ZHAO, two.id, now=at("09:06"))) is None  # the supervisor, for a dead computer
    assert [n.id for n in views.set_aside(store, HALL, at("09:07"))] == [one.id, two.id]
    assert code(actions.take_back(store, LI, one.id, now=at("09:08"))) is None
    assert code(actions.take_back(store, LI, two.id, now=at("09:08"))) == "still_serving"
    back = views.serving(store, "1002", at("09:09"))
    assert back is not None
    assert (back.id, back.window, back.calls) == (one.id, "2", 3)
    assert code(actions.call_again(store, ZHANG, two.id, now=at("09:10"))) == "wrong_state"
    assert code(actions.take_back(store, ZHANG, "number:none", now=at("09:10"))) == "not_found"


def test_two_windows_at_once_never_call_the_same_number(store: Store, tmp_path: Path) -> None:
    numbers = [take(store, "09:00").id for _ in range(30)]
    called: list[str] = []
    faults: list[object] = []

    def window(actor: Actor) -> None:
        own = open_store(tmp_path, PROJECTIONS)
        try:
            while isinstance(number := actions.call_next(own, actor, now=at("09:30")), Number):
                called.append(number.id)
                faults.extend(filter(None, [actions.done(own, actor, number.id, "gas_payment", now=at("09:31"))]))
        finally:
            own.close()

    threads = [threading.Thread(target=window, args=(actor,)) for actor in (ZHANG, LI, WANG)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert sorted(called) == sorted(numbers)
    assert sum(work.total for work in statistics.workload(store, DAY, DAY)) == 30


def test_a_service_of_a_newer_version_waits_is_called_and_finished_as_what_it_is(store: Store) -> None:
    """Another device of the hall is a version ahead. Only one of the nine could be finished, whatever was done."""
    elsewhere(store, "number:n", at("09:00"), NumberTaken(letter="B", serial=1, service="smart_meter"))
    [waiting] = [each for each in waits.lines(store, HALL, at("09:01")) if each.waiting]
    assert waiting.service == "smart_meter"
    called = call(store, ZHANG, "09:02")
    assert code(actions.done(store, ZHANG, called.id, "smart_metre", now=at("09:03"))) == "unknown_service"
    assert code(actions.done(store, ZHANG, called.id, "smart_meter", now=at("09:03"))) is None


def test_a_newer_service_of_a_window_stays_chosen(store: Store) -> None:
    chosen = WindowServicesChosen(window="1", services=("smart_meter",))
    elsewhere(store, f"window:{HALL}:1", at("08:59"), chosen)
    more = ("gas_payment", "smart_meter")
    assert code(actions.choose_services(store, ZHANG, (*more, "smart_metre"), now=at("09:00"))) == "unknown_service"
    assert code(actions.choose_services(store, ZHANG, more, now=at("09:00"))) is None
    assert views.services(store, HALL, "1") == more
