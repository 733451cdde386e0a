"""A person's own points in a month that is not in notice yet, line by line and without money (本人的点数，至今).

A hall's device adds up what it has: the hall's own numbers, tickets and imports, and cards.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain import months as calendar
from shared.domain.explaining import Line
from shared.journal.store import Store
from shared.practice.performance import figures, own, states
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.months import State
from shared.practice.performance.rules.quality import Exposure, quality
from shared.practice.performance.slip import WordedLine, worded


class SoFar(msgspec.Struct, frozen=True):
    """The points of one pool, with the lines that add up to them, then what the factor is computed from."""

    hall: str
    post: str
    points: Fraction
    lines: tuple[WordedLine, ...]


def open_months(store: Store, number: str, today: date) -> tuple[str, ...]:
    """Of the month of `today` and the one before, those with anything of this person and no slip yet."""
    this = f"{today:%Y-%m}"
    known = own.own_months(store, number)
    return tuple(
        each
        for each in (this, calendar.moved(this, -1))
        if each not in known and states.standing(store, each).state in (State.ABSENT, State.OPEN)
        if so_far(store, number, each)
    )


def so_far(store: Store, number: str, month: str) -> tuple[SoFar, ...]:
    """What this person has in each pool."""
    policy = states.rules_of(store, month)
    found = figures.figures(store, month, policy)
    return tuple(
        SoFar(hall, post, points.value, tuple(map(worded, (*points.lines, *basis))))
        for (hall, post), by_number in found.points.items()
        for member in found.members[hall, post]
        if member.number == number and (points := by_number[number]).value + member.window.cards
        for basis in [tuple(_factor(store, month, post, member.window, policy[Performance]))]
    )


def _factor(store: Store, month: str, post: str, window: Exposure, settings: Performance) -> Iterator[Line]:
    """The cards and points the factor is computed from; the factor too once the reference rate is published."""
    inputs: dict[str, str | int | Fraction] = {"exposure": window.points, "months": settings.window_months}
    yield Line("exposure", window.cards, inputs)
    opened = states.standing(store, month).opened
    reference = next((Fraction(each.rate) for each in (opened.references if opened else ()) if each.post == post), None)
    if reference is not None:
        yield Line("factor", quality(window, reference, settings).factor, {"reference": reference})
