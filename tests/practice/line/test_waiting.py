"""How long one waits about, which windows serve what, who goes first and why, and a number called by choice."""

from datetime import timedelta

import pytest

from shared.domain.policy import default
from shared.journal.store import Store
from shared.practice.line import about, actions, rules, views, waits
from shared.practice.line.actions import Taken
from shared.practice.line.policy import LinePolicy
from shared.practice.line.views import State
from shared.practice.line.waits import ServiceLine
from shared.reference import actions as reference
from tests.practice.line.steps import call, take
from tests.support.builders import code
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, SUN, WANG, ZHANG, ZHAO, at

RULE = default()[LinePolicy]
MINUTE = 60_000


@pytest.mark.parametrize(
    ("ahead", "lasted", "windows", "about"),
    [
        (0, [MINUTE] * 3, 1, 0),
        (3, [4 * MINUTE] * 3, 1, 12),
        (3, [4 * MINUTE] * 3, 2, 6),
        (1, [MINUTE + 1] * 3, 1, 2),  # rather a minute too much
        (3, [4 * MINUTE] * 2, 1, None),  # too little to say
        (3, [4 * MINUTE] * 3, 0, None),  # nobody serves it
    ],
)
def test_the_estimated_wait(ahead: int, lasted: list[int], windows: int, about: int | None) -> None:
    assert rules.wait_minutes(ahead, lasted, windows, RULE) == about


@pytest.mark.parametrize(
    ("run", "in_a_row", "turn"),
    [
        (0, 2, "PQ1RS2T3"),
        (1, 2, "P1QR2ST3"),
        (2, 2, "1PQ2RS3T"),
        (0, 1, "P1Q2R3ST"),
        (0, 0, "1P2QR3ST"),  # nobody goes first
    ],
)
def test_at_most_so_many_priority_numbers_in_a_row(run: int, in_a_row: int, turn: str) -> None:
    rule = LinePolicy(in_a_row=in_a_row)
    assert "".join(rules.in_turn("1P2QR3ST", str.isalpha, run, rule)) == turn


def test_the_line_by_service(store: Store) -> None:
    assert code(actions.choose_services(store, WANG, ("consultation",), now=at("08:30"))) is None
    for minute in range(3):  # three payments of five minutes each
        taken = take(store, f"09:{minute:02}", "gas_payment")
        call(store, ZHANG, f"09:{10 * minute + 10}")
        assert code(actions.done(store, ZHANG, taken.id, "gas_payment", now=at(f"09:{10 * minute + 15}"))) is None
    for service in ("gas_payment", "gas_payment", "consultation", ""):
        last = take(store, "09:40", service)
    assert (last.ahead, last.minutes) == (3, 5)  # three before it at the three windows, of five minutes each
    lines = {line.service: line for line in waits.lines(store, HALL, at("09:41"))}
    assert lines["gas_payment"] == ServiceLine("gas_payment", 2, ("1", "2"), 10)
    assert lines["consultation"] == ServiceLine("consultation", 1, ("1", "2", "3"), 7)
    assert lines["settlement"] == ServiceLine("settlement", 0, ("1", "2"), 10)
    assert [line.minutes for line in waits.lines(store, HALL, at("10:35:01"))] == [None] * 10  # all of an hour ago


def test_a_number_called_by_choice(store: Store) -> None:
    take(store, "09:00")
    second = take(store, "09:01", "settlement")
    assert code(actions.call(store, OFFICE, second.id, now=at("09:02"))) == "not_allowed"
    assert code(actions.call(store, ZHANG, second.id, now=at("09:02"))) is None
    assert code(actions.call(store, LI, second.id, now=at("09:03"))) == "wrong_state"
    assert code(actions.call(store, ZHANG, take(store, "09:03").id, now=at("09:03"))) == "still_serving"
    serving = views.serving(store, ZHANG.number, at("09:03"))
    assert serving is not None
    assert (serving.label, serving.state, serving.calls) == ("A002", State.CALLED, 1)
    claimed = take(store, "09:04")
    refused = actions.call(store, LI, claimed.id, arbiter=lambda numbers: "", now=at("09:05"))
    assert code(refused) == "called_elsewhere"


def test_who_goes_first_and_why(store: Store) -> None:
    one = take(store, "09:00")
    elderly = actions.take_for(store, ZHAO, "settlement", "elderly", now=at("09:01"))
    assert isinstance(elderly, Taken)
    assert (elderly.ahead, elderly.priority) == (0, "elderly")
    by_whom = [(event.kind, event.actor) for event in store.events(subject=elderly.id)]
    assert by_whom == [("number_taken", ZHAO.number), ("number_prioritized", ZHAO.number)]
    assert code(actions.take_for(store, ZHANG, "", "in_a_hurry", now=at("09:01"))) == "unknown_priority"
    assert code(actions.take_for(store, ZHANG, "haircut", "elderly", now=at("09:01"))) == "unknown_service"
    assert code(actions.take_for(store, OFFICE, now=at("09:01"))) == "not_allowed"
    late = take(store, "09:02")
    assert code(actions.prioritize(store, SUN, late.id, "pregnant", now=at("09:03"))) == "not_found"  # not their hall's
    assert code(actions.prioritize(store, LI, late.id, "pregnant", now=at("09:03", DAY + timedelta(days=1)))) == (
        "of_another_day"
    )
    assert code(actions.prioritize(store, LI, late.id, "pregnant", now=at("09:03"))) is None
    assert [n.id for n in views.in_line(store, HALL, at("09:04"))] == [elderly.id, late.id, one.id]
    assert call(store, ZHANG, "09:05").id == elderly.id
    assert call(store, LI, "09:06").id == late.id
    assert code(actions.prioritize(store, LI, late.id, "elderly", now=at("09:06"))) == "wrong_state"
    third = actions.take_for(store, ZHANG, "", "soldier", now=at("09:07"))
    assert isinstance(third, Taken)
    assert [n.id for n in views.in_line(store, HALL, at("09:08"))] == [one.id, third.id]  # two in a row are enough
    assert views.priorities(store, HALL, DAY, at("09:06")) == {"elderly": 1, "pregnant": 1}
    [event] = [event for event in store.events(subject=late.id) if event.kind == "number_prioritized"]
    assert (event.actor, event.body) == (LI.number, {"priority": "pregnant", "policy": 1})


def test_the_day_counts_who_went_first(store: Store) -> None:
    assert about.PRACTICE.day is not None
    assert about.PRACTICE.day(store, HALL, DAY, at("10:00")).figures == ()
    actions.take_for(store, ZHANG, "", "elderly", now=at("09:01"))
    every, elderly = about.PRACTICE.day(store, HALL, DAY, at("10:00")).figures
    assert (every.value, elderly.value) == (1, 1)
    assert (elderly.name.zh, elderly.name.en) == ("优先号 · 老年人", "Priority numbers · Elderly")


def test_services_of_a_window_chosen_by_an_older_version_are_still_known(store: Store) -> None:
    store.set_setting(views.SERVICES_OF_WINDOW + "1", "settlement gas_payment")
    assert views.services(store, HALL, "1") == ("settlement", "gas_payment")
    assert code(actions.choose_services(store, ZHANG, (), now=at("09:00"))) is None
    assert views.services(store, HALL, "1") == ()


def test_a_customer_says_at_the_kiosk_why_they_go_first_as_far_as_the_policy_lets_them(store: Store) -> None:
    plain = take(store, "10:00")
    first = actions.take(store, "gas_payment", "elderly", now=at("10:01"))
    assert isinstance(first, Taken)
    assert (first.ahead, first.priority) == (0, "elderly")
    assert [number.id for number in views.in_line(store, HALL, at("10:02"))] == [first.id, plain.id]
    assert code(actions.take(store, "gas_payment", "in a hurry", now=at("10:02"))) == "unknown_priority"
    reference.publish(store, OFFICE, "policy", {"line": {"at_kiosk": []}}, now=at("10:02"))
    assert code(actions.take(store, "gas_payment", "elderly", now=at("10:03"))) == "unknown_priority"
    assert len(views.in_line(store, HALL, at("10:04"))) == 2
