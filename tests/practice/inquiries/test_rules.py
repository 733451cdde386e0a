"""Promised days, warnings, escalation, extensions and masks, as tables of cases around every boundary."""

import re
from datetime import date, time

import pytest

from shared.domain.policy import default
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar, ms_at, seed
from shared.practice.inquiries import rules
from shared.practice.inquiries.facts import Kind
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.inquiries.rules import Level, LightState, Standing, Terms

TERMS = Terms(default(), seed())
READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def d(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> int:
    day, clock = text.split("T")
    return ms_at(d(day), time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("received", "kind", "day", "target", "limit", "inform_by"),
    [
        # 除夕 2024 was worked; the festival ends with a Sunday worked
        ("2024-02-09T16:00", "general", "2024-02-09", "2024-02-18", "2024-02-19", "2024-02-19"),
        ("2024-02-09T16:00", "special", "2024-02-09", "2024-02-20", "2024-02-22", "2024-02-19"),
        ("2024-02-09T16:30", "general", "2024-02-09", "2024-02-18", "2024-02-19", "2024-02-19"),
        ("2024-02-09T16:30:01", "general", "2024-02-18", "2024-02-19", "2024-02-20", "2024-02-20"),
        ("2024-02-09T23:59:59", "general", "2024-02-18", "2024-02-19", "2024-02-20", "2024-02-20"),
        ("2024-02-10T00:00", "general", "2024-02-18", "2024-02-19", "2024-02-20", "2024-02-20"),
        ("2024-02-17T10:00", "special", "2024-02-18", "2024-02-21", "2024-02-23", "2024-02-20"),
        # before opening is the day itself
        ("2024-03-05T00:00", "general", "2024-03-05", "2024-03-06", "2024-03-07", "2024-03-07"),
        ("2024-03-05T08:29", "general", "2024-03-05", "2024-03-06", "2024-03-07", "2024-03-07"),
        # an ordinary weekend, and one of which the Sunday is worked
        ("2024-03-08T10:00", "general", "2024-03-08", "2024-03-11", "2024-03-12", "2024-03-12"),
        ("2024-03-09T10:00", "general", "2024-03-11", "2024-03-12", "2024-03-13", "2024-03-13"),
        ("2024-02-02T10:00", "general", "2024-02-02", "2024-02-04", "2024-02-05", "2024-02-05"),
        ("2024-02-04T10:00", "general", "2024-02-04", "2024-02-05", "2024-02-06", "2024-02-06"),
    ],
)
def test_deadlines(received: str, kind: str, day: str, target: str, limit: str, inform_by: str) -> None:
    got = rules.deadlines(at(received), Kind(kind), TERMS.calendar, TERMS.policy)
    assert (got.day, got.target, got.limit, got.inform_by) == (d(day), d(target), d(limit), d(inform_by))
    assert not got.unconfirmed


DISTINCT = default().replace(
    InquiriesPolicy,
    general_target=1,
    general_limit=2,
    special_target=3,
    special_limit=5,
    inform_first=4,
    inform_every=6,
    escalate_branch=7,
    escalate_office=8,
)
"""A policy in which no two numbers are equal, so that none can stand in for another."""


@pytest.mark.parametrize(("kind", "days"), [(Kind.GENERAL, (5, 6, 8)), (Kind.SPECIAL, (7, 11, 8))])
def test_each_promised_day_is_counted_by_its_own_number(kind: Kind, days: tuple[int, int, int]) -> None:
    got = rules.deadlines(at("2024-03-04T10:00"), kind, TERMS.calendar, DISTINCT)  # a Monday, no festival near
    assert tuple(day.day for day in (got.target, got.limit, got.inform_by)) == days


def test_the_next_message_is_counted_by_its_own_number() -> None:
    assert rules.next_inform(at("2024-03-04T10:00"), Terms(DISTINCT, TERMS.calendar)) == d("2024-03-12")


def test_each_level_is_reached_by_its_own_number() -> None:
    book, limit = Terms(DISTINCT, TERMS.calendar), d("2024-03-04")
    moments = ("2024-03-04T17:00", "2024-03-13T16:30", "2024-03-13T17:00", "2024-03-14T16:30", "2024-03-14T17:00")
    levels = [rules.escalation(limit, at(moment), book) for moment in moments]
    assert levels == [Level.SUPERVISOR, Level.SUPERVISOR, Level.BRANCH, Level.BRANCH, Level.OFFICE]


def test_a_limit_in_a_year_without_a_schedule_is_unconfirmed() -> None:
    last_inside = rules.deadlines(at("2026-12-29T10:00"), Kind.GENERAL, TERMS.calendar, TERMS.policy)
    across = rules.deadlines(at("2026-12-31T10:00"), Kind.GENERAL, TERMS.calendar, TERMS.policy)
    nothing_known = rules.deadlines(at("2026-12-29T10:00"), Kind.GENERAL, Calendar(1, {}), TERMS.policy)
    assert (last_inside.limit, last_inside.unconfirmed) == (d("2026-12-31"), False)
    assert (across.limit, across.unconfirmed) == (d("2027-01-04"), True)
    assert (nothing_known.limit, nothing_known.unconfirmed) == (d("2026-12-31"), True)


@pytest.mark.parametrize(
    ("informed", "due"),
    [
        ("2024-03-07T10:00", "2024-03-11"),
        ("2024-03-09T10:00", "2024-03-12"),  # told on a Saturday
        ("2024-02-09T16:00", "2024-02-19"),
    ],
)
def test_the_next_message(informed: str, due: str) -> None:
    assert rules.next_inform(at(informed), TERMS) == d(due)


def standing(received: str, *, closed: bool = False, inform_by: str | None = None) -> Standing:
    days = rules.deadlines(at(received), Kind.GENERAL, TERMS.calendar, TERMS.policy)
    return Standing(at(received), days.target, days.limit, d(inform_by) if inform_by else days.inform_by, closed)


# Received Friday 2024-02-09 14:30: 2 h that day, 8 h on the 18th, 8 h on the 19th: 18 h of working time.
@pytest.mark.parametrize(
    ("now", "word"),
    [
        ("2024-02-09T14:00", "on_time"),  # a clock set back before the customer came
        ("2024-02-09T14:30", "on_time"),
        ("2024-02-17T23:59", "on_time"),  # the festival does not count
        ("2024-02-18T15:29:59", "on_time"),
        ("2024-02-18T15:30", "due_soon"),  # half of the working time
        ("2024-02-18T16:30", "due_soon"),
        ("2024-02-18T16:30:00.001", "past_target"),
        ("2024-02-19T16:30", "past_target"),
        ("2024-02-19T16:30:00.001", "overdue"),
        ("2030-01-01T00:00", "overdue"),
    ],
)
def test_the_light_of_a_general_ticket(now: str, word: str) -> None:
    assert rules.light(standing("2024-02-09T14:30"), at(now), TERMS).state == word


def test_other_lights() -> None:
    late_word = standing("2024-02-09T14:30", inform_by="2024-02-09")
    assert rules.light(late_word, at("2024-02-18T09:00"), TERMS).state is LightState.NOT_INFORMED
    assert (
        rules.light(standing("2024-02-09T14:30", closed=True), at("2025-01-01T09:00"), TERMS).state is LightState.CLOSED
    )


@pytest.mark.parametrize(
    ("now", "moments"),
    [
        ("2024-02-18T15:29", []),
        ("2024-02-18T15:30", ["2024-02-18T15:30"]),
        ("2024-02-19T12:00", ["2024-02-18T15:30", "2024-02-19T12:00"]),
        ("2024-02-19T16:29", ["2024-02-18T15:30", "2024-02-19T12:00"]),
        ("2024-02-20T03:00", ["2024-02-18T15:30", "2024-02-19T12:00", "2024-02-19T16:30"]),
    ],
)
def test_warnings_fall_in_opening_hours(now: str, moments: list[str]) -> None:
    assert [moment for _, moment in rules.warnings(standing("2024-02-09T14:30"), at(now), TERMS)] == list(
        map(at, moments)
    )


def test_a_ticket_received_at_night_is_warned_of_in_the_day() -> None:
    first = rules.warnings(standing("2024-03-05T22:00"), at("2024-03-31T00:00"), TERMS)[0]
    assert first == (0.5, at("2024-03-07T12:30"))  # T = 6 March, limit 8 March: half of 24 h


@pytest.mark.parametrize(
    ("now", "level"),
    [
        ("2024-02-08T16:30", Level.NONE),
        ("2024-02-08T16:31", Level.SUPERVISOR),
        ("2024-02-09T16:30", Level.SUPERVISOR),
        ("2024-02-09T16:31", Level.BRANCH),
        ("2024-02-21T16:30", Level.BRANCH),  # five working days after the 8th, over the festival
        ("2024-02-21T16:31", Level.OFFICE),
    ],
)
def test_escalation_from_a_limit_on_the_eighth_of_february(now: str, level: Level) -> None:
    assert rules.escalation(d("2024-02-08"), at(now), TERMS) is level


@pytest.mark.parametrize(
    ("new", "grounds", "now", "code"),
    [
        ("2024-02-20", "等待配件", "2024-02-19T16:30", None),
        ("2024-02-20", "等待配件", "2024-02-19T16:30:00.001", "past_limit"),
        ("2024-02-20", " ", "2024-02-18T10:00", "grounds_missing"),
        ("2024-02-19", "等待配件", "2024-02-18T10:00", "date_not_later"),
        ("2024-02-24", "等待配件", "2024-02-18T10:00", "not_a_workday"),
    ],
)
def test_extension(new: str, grounds: str, now: str, code: str | None) -> None:
    got = rules.extension(standing("2024-02-09T14:30"), d(new), grounds, at(now), TERMS)
    assert (got.code if got else None) == code


def test_special_time_cannot_undo_a_breach() -> None:
    limit = d("2024-02-19")
    assert rules.special(Kind.GENERAL, limit, at("2024-02-19T16:30"), TERMS.policy) is None
    assert rules.special(Kind.GENERAL, limit, at("2024-02-19T16:31"), TERMS.policy) == Refusal(
        "past_limit", {"limit": limit}
    )
    assert rules.special(Kind.SPECIAL, limit, at("2024-02-18T10:00"), TERMS.policy) == Refusal("already_special")


def test_levels_stand_in_the_order_of_whom_to_tell() -> None:
    assert Level.NONE < Level.SUPERVISOR < Level.BRANCH < Level.OFFICE


def test_the_number_of_a_ticket_is_the_same_for_ever() -> None:
    """It is on the customer's slip: of a device, four letters and digits that a later version gives out as well."""
    assert rules.ticket_number(d("2026-03-04"), "a1b2c3d4e5f6", 1) == "260304-KM7G-01"
    marks = {rules.device_mark(f"{station:012x}") for station in range(2000)}
    assert len(marks) > 1990
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}", mark) for mark in marks)
    assert {place: {mark[place] for mark in marks} for place in range(4)} == {
        place: set(READABLE) for place in range(4)
    }


@pytest.mark.parametrize(
    ("given", "serial"),
    [([], 1), (["260304-K7QX-01"], 2), (["260304-K7QX-09", "260304-K7QX-100", "260304-K7QX-11"], 101)],
)
def test_the_serial_after_the_greatest(given: list[str], serial: int) -> None:
    assert rules.next_serial(given) == serial
