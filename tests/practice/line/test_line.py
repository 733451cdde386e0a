"""The waiting line on a real store: numbers given out, called, set aside, served, counted."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from shared.journal.event import Event
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.kernel import Actor, Fact, Refusal
from shared.practice.line import actions, facts, rules, tables, views
from shared.practice.line.actions import Taken
from shared.practice.line.rules import State, Step
from shared.practice.line.views import Number, Waiting, Work
from shared.practice.registry import PROJECTIONS
from shared.qt.wording import line as wording
from tests.practice.hall import ACTORS, DAY, HALL, at, open_hall

ZHANG, LI, WANG, ZHAO, SUN, OFFICE = (ACTORS[n] for n in ("1001", "1002", "1003", "1009", "2009", "9001"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_hall(tmp_path, PROJECTIONS)
    yield opened
    opened.close()


def take(store: Store, clock: str, service: str = "") -> Taken:
    taken = actions.take(store, service, now=at(clock))
    assert isinstance(taken, Taken)
    return taken


def call(store: Store, actor: Actor, clock: str, *services: str) -> Number:
    called = actions.call_next(store, actor, services, now=at(clock))
    assert isinstance(called, Number)
    return called


def code(answer: object) -> str | None:
    return answer.code if isinstance(answer, Refusal) else None


def elsewhere(store: Store, subject: str, ts: int, fact: Fact, n: int = 1) -> None:
    """An event of another device of the hall, as the hub would bring it."""
    body = msgspec.to_builtins(fact)
    del body["kind"]
    event = Event(
        id=f"elsewhere{n}",
        station="other",
        hall=HALL,
        n=n,
        kind=fact.kind(),
        subject=subject,
        actor="",
        ts=ts,
        occurred_at=ts,
        body=body,
    )
    store.receive([(event, (), n)])


@pytest.mark.parametrize(
    ("text", "parsed"),
    [("A001", ("A", 1)), (" a1 ", ("A", 1)), ("A1000", ("A", 1000)), ("001", None), ("number:ab", None), ("", None)],
)
def test_numbers_as_typed(text: str, parsed: tuple[str, int] | None) -> None:
    assert rules.parsed(text) == parsed
    if parsed:
        assert rules.parsed(rules.label(*parsed)) == parsed


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", State)
def test_which_step_may_follow_which(step: Step, state: State) -> None:
    allowed = {
        (Step.CALL, State.WAITING),
        (Step.CALL_AGAIN, State.CALLED),
        (Step.MISS, State.CALLED),
        (Step.HOLD, State.CALLED),
        (Step.DONE, State.CALLED),
        (Step.TAKE_BACK, State.HELD),
        (Step.TAKE_BACK, State.MISSED),
        (Step.RETURN, State.CALLED),
        (Step.REOPEN, State.SERVED),
    }
    assert (rules.follows(step, state) is None) is ((step, state) in allowed)


def test_every_service_and_state_has_its_word_on_screen() -> None:
    assert wording.SERVICES == facts.SERVICES
    assert set(wording.STATES) == {state.value for state in State}


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
    assert views.shared_letters(store, HALL, at("09:00")) == ()
    assert code(actions.set_letter(store, "1")) == "letter_form"
    assert actions.set_letter(store, "a") == "A"
    assert take(store, "09:01").label == "A002"
    assert views.shared_letters(store, HALL, at("09:01")) == ("A",)


def test_the_line_goes_by_turn_and_by_service(store: Store) -> None:
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


def test_what_was_given_counts_as_work_and_is_a_token(store: Store) -> None:
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
    assert views.workload(store, DAY, DAY) == (Work("1001", {"ic_card_new": 1}),)
    assert views.workload(store, date(2026, 3, 5), date(2026, 3, 6)) == ()


def test_figures_without_a_letter_mean_every_number_that_they_may(store: Store) -> None:
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
    assert sum(work.total for work in views.workload(store, DAY, DAY)) == 30


def test_served_by_two_windows_apart_counts_once_for_the_first(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, taken.id, "gas_payment", now=at("09:10"))
    elsewhere(store, taken.id, at("09:02"), facts.NumberCalled(staff="1002", window="2"), n=1)
    elsewhere(store, taken.id, at("09:05"), facts.NumberServed(staff="1002", window="2", service="settlement"), n=2)
    assert views.workload(store, DAY, DAY) == (Work("1002", {"settlement": 1}),)
    [twice] = views.called_twice(store, HALL, DAY, at("10:00"))
    assert (twice.label, twice.staff, twice.at) == ("A001", ("1001", "1002"), at("09:02"))


def test_a_wrong_end_is_taken_back_at_once_and_done_anew(store: Store) -> None:
    taken = take(store, "09:00", "consultation")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, taken.id, "ic_card_new", now=at("09:02"))
    assert code(actions.reopen(store, ZHAO, taken.id, now=at("09:02:05"))) == "not_allowed"  # a slip is one's own
    assert code(actions.reopen(store, ZHANG, taken.id, now=at("09:02:11"))) == "too_late"
    assert actions.reopen(store, ZHANG, taken.id, now=at("09:02:10")) is None
    assert views.workload(store, DAY, DAY) == ()
    assert views.served(store, "A001", HALL, at("09:03")) is None
    assert views.serving(store, "1001", at("09:03")).id == taken.id
    actions.done(store, ZHANG, taken.id, "settlement", now=at("09:03"))
    assert views.workload(store, DAY, DAY) == (Work("1001", {"settlement": 1}),)


def test_nothing_is_taken_back_over_the_next_customer(store: Store) -> None:
    first, second = take(store, "09:00"), take(store, "09:00")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, first.id, "gas_payment", now=at("09:02"))
    assert call(store, ZHANG, "09:02").id == second.id
    assert code(actions.reopen(store, ZHANG, first.id, now=at("09:02:05"))) == "still_serving"


def test_a_wrong_call_puts_the_customer_back_at_the_old_place(store: Store) -> None:
    first, second = take(store, "09:00"), take(store, "09:01")
    call(store, ZHANG, "09:02")
    assert code(actions.put_back(store, LI, first.id, now=at("09:02:05"))) == "not_allowed"
    assert actions.put_back(store, ZHANG, first.id, now=at("09:02:05")) is None
    assert [n.id for n in views.in_line(store, HALL, at("09:03"))] == [first.id, second.id]
    assert views.sign(store, HALL, at("09:03")) == ()
    assert views.serving(store, "1001", at("09:03")) is None
    again = call(store, LI, "09:03")
    assert (again.id, again.staff, again.window) == (first.id, "1002", "2")
    assert code(actions.put_back(store, LI, first.id, now=at("09:03:11"))) == "too_late"


def test_taking_back_what_another_window_served_first_changes_nothing(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, taken.id, "gas_payment", now=at("09:10"))
    actions.reopen(store, ZHANG, taken.id, now=at("09:10:05"))
    elsewhere(store, taken.id, at("09:05"), facts.NumberServed(staff="1002", window="2", service="settlement"))
    assert views.workload(store, DAY, DAY) == (Work("1002", {"settlement": 1}),)


def test_rebuilding_gives_what_was_lived(store: Store) -> None:
    one, two = take(store, "09:00"), take(store, "09:01", "settlement")
    call(store, ZHANG, "09:02")
    actions.call_again(store, ZHANG, one.id, now=at("09:03"))
    actions.no_show(store, ZHANG, one.id, now=at("09:04"))
    actions.take_back(store, LI, one.id, now=at("09:05"))
    call(store, WANG, "09:06")
    actions.done(store, WANG, two.id, "settlement", now=at("09:07"))
    actions.reopen(store, WANG, two.id, now=at("09:07:04"))
    actions.done(store, WANG, two.id, "settlement", now=at("09:07:08"))
    elsewhere(store, one.id, at("09:04") + 1, facts.NumberHeld())
    elsewhere(store, "number:unknown", at("09:08"), facts.NumberMissed(), n=2)
    lived = rows(store)
    assert len(lived) == 2
    store.rebuild()
    assert rows(store) == lived


def rows(store: Store) -> list[dict[str, object]]:
    found = tables.NumberRow.select().order_by(tables.NumberRow.subject).dicts().execute(store.db)
    return [{k: v for k, v in row.items() if k != "id"} for row in found]


def test_a_call_undone_after_the_number_was_set_aside_gives_it_to_nobody_of_before(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    elsewhere(store, taken.id, at("09:02"), facts.NumberCalled(staff="1002", window="2"), n=1)
    elsewhere(store, taken.id, at("09:03"), facts.NumberMissed(), n=2)
    assert actions.take_back(store, WANG, taken.id, now=at("09:04")) is None
    assert actions.put_back(store, WANG, taken.id, now=at("09:04:05")) is None
    number = views.number(store, taken.id)
    assert number
    assert (number.state, number.staff) == (State.WAITING, "")
