"""What may be asked of the happy station: hotlines, whom to ask for help, the reader's requests, the board."""

from datetime import date, time, timedelta

import msgspec
import peewee

from shared.domain.actor import Actor
from shared.domain.clock import DAY_MS
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.people import views as people
from shared.people.views import Person
from shared.practice.happiness import rules
from shared.practice.happiness.facts import Station, Topic
from shared.practice.happiness.policy import HappinessPolicy
from shared.practice.happiness.tables import GreetingRow, HelpRow, HelpStepRow
from shared.reference import views as reference

DOCUMENT = "happy_station"


class Step(msgspec.Struct, frozen=True):
    """One step of a follow-up."""

    by: str
    at: int
    text: str
    done: bool


class Help(msgspec.Struct, frozen=True):
    """One request for help with its follow-up, oldest step first."""

    id: str
    hall: str
    staff: str
    topic: Topic
    to: tuple[str, ...]
    text: str
    at: int
    done: bool
    steps: tuple[Step, ...]


class Greeting(msgspec.Struct, frozen=True):
    """One greeting; names as the roster has them, `to_name` empty when it is for everybody."""

    id: str
    hall: str
    staff: str
    name: str
    to: str
    to_name: str
    text: str
    at: int


def station(store: Store) -> Station:
    """The hotlines and the group in force; empty until the office has published them."""
    return reference.readable(store, DOCUMENT, Station) or Station()


def listeners(store: Store, number: str) -> tuple[Person, ...]:
    """Whom a person may ask for help: the leaders of their own hall, then the office."""
    own = people.person(store, number)
    hall = own.hall if own else store.hall
    chosen = (
        p for p in people.everyone(store) if rules.may_be_asked(number, p.number, p.role, same_hall=p.hall == hall)
    )
    return tuple(sorted(chosen, key=lambda person: (person.hall != hall, person.number)))


def requests(store: Store, reader: Actor) -> tuple[Help, ...]:
    """The requests that the reader made or was chosen for, newest first; nobody else's, whatever the rank."""
    rows = HelpRow.select().order_by(HelpRow.at.desc(), HelpRow.subject).execute(store.db)
    return tuple(_help(store, row) for row in rows if rules.concerned(reader, row.staff, sent_to(row)))


def asked_and_helped(store: Store, first: date, last: date) -> dict[str, tuple[int, int]]:
    """By hall, how many requests for help were made from `first` to `last`, and how many of them are closed.

    Without names and texts: what the office may know of requests that were not sent to it.
    """
    inside = HelpRow.at.between(ms_at(first, time.min), ms_at(last + timedelta(days=1), time.min) - 1)
    counts = (peewee.fn.COUNT(), peewee.fn.SUM(HelpRow.done.cast("int")))
    query = HelpRow.select(HelpRow.hall, *counts).where(inside).group_by(HelpRow.hall)
    return {hall: (count, done or 0) for hall, count, done in query.tuples().execute(store.db)}


def board(store: Store, now: int) -> tuple[Greeting, ...]:
    """The greetings of the last days (policy) of all halls, newest first."""
    since = now - reference.policy(store)[HappinessPolicy].board_days * DAY_MS
    query = GreetingRow.select().where(GreetingRow.at >= since, ~GreetingRow.removed)
    rows = query.order_by(GreetingRow.at.desc(), GreetingRow.subject).execute(store.db)
    return tuple(_greeting(store, row) for row in rows)


def sent_to(row: HelpRow) -> tuple[str, ...]:
    """The staff numbers a request was sent to."""
    return msgspec.json.decode(row.to, type=tuple[str, ...])


def _help(store: Store, row: HelpRow) -> Help:
    steps = HelpStepRow.select().where(HelpStepRow.subject == row.subject).order_by(HelpStepRow.pos).execute(store.db)
    return Help(
        id=row.subject,
        hall=row.hall,
        staff=row.staff,
        topic=Topic(row.topic),
        to=sent_to(row),
        text=row.text,
        at=row.at,
        done=row.done,
        steps=tuple(Step(step.by, step.at, step.text, step.done) for step in steps),
    )


def _greeting(store: Store, row: GreetingRow) -> Greeting:
    name, to_name = _name(store, row.staff), _name(store, row.to)
    return Greeting(row.subject, row.hall, row.staff, name, row.to, to_name, row.text, row.at)


def _name(store: Store, number: str) -> str:
    person = people.person(store, number) if number else None
    return person.name if person else number
