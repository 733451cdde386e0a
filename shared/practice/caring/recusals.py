"""Recusals that follow from the roster: who was in the hero's hall or led it, at the deed or today."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.history import History, Span
from shared.practice.caring.rules import rounds
from shared.practice.caring.rules.rounds import Juror


class Deed(Protocol):
    """What recusals need of an entry; `hall` is where the deed happened, `day` None if nobody said when."""

    @property
    def entry(self) -> str: ...
    @property
    def hero(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def nominator(self) -> str: ...
    @property
    def hall(self) -> str: ...
    @property
    def day(self) -> date | None: ...


def by_roster(
    store: Store, entries: Sequence[Deed], jurors: tuple[str, ...], today: date
) -> dict[tuple[str, str], str]:
    """The recusals that follow from the roster: (entry, juror) → why."""
    history = History(store)
    found: dict[tuple[str, str], str] = {}
    for each in entries:
        concerned, day = _concerned(history, each, today), each.day or today
        sitting = (Juror(one, hall_on(history, one, today), hall_on(history, one, day)) for one in jurors)
        found |= {(each.entry, one.number): why for one in sitting if (why := rounds.recusal(one, concerned))}
    return found


def hall_on(history: History, number: str, day: date) -> str:
    """The hall somebody belonged to on a day; "" for nobody."""
    span = history.on(number, day)
    return span.hall if span else ""


def _concerned(history: History, entry: Deed, today: date) -> rounds.Entry:
    """Who is concerned in an entry, by the roster of today and of the day of the deed."""
    days = {today, entry.day or today}
    at_deed = {entry.hall, hall_on(history, entry.hero, entry.day or today)} - {""}
    places = at_deed | {hall_on(history, entry.hero, today)} - {""}
    supervisors = {
        number
        for number in history.numbers
        for day in days
        if (span := history.on(number, day)) and span.role is Role.SUPERVISOR and _leads(span, entry, history, day)
    }
    return rounds.Entry(
        hero=entry.hero,
        author=entry.author,
        nominator=entry.nominator,
        halls=frozenset(places),
        supervisors=frozenset(supervisors),
        halls_at_deed=frozenset(at_deed),
    )


def _leads(span: Span, entry: Deed, history: History, day: date) -> bool:
    return span.hall in {hall_on(history, entry.hero, day), entry.hall if day == entry.day else ""} - {""}
