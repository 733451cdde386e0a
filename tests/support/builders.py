"""States that tests start from, by name, each on a real store in a temporary folder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import msgspec

from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.workdays import ms_at
from shared.journal.event import Event
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.cards import printed
from shared.practice.cards.facts import P
from shared.practice.pauses.facts import Count, Source
from shared.registry import PROJECTIONS
from tests.support.blank import copy_blank_journal

HALL = "和平大厅"
MONDAY = date(2026, 3, 2)  # an ordinary working Monday
PIN = "240518"
T = TypeVar("T")


def at(clock: str, day: date = MONDAY) -> int:
    """`at("10:30")`: that time on the ordinary Monday, ms."""
    return ms_at(day, time.fromisoformat(clock))


MORNING = at("09:00")


def line(number: str, name: str, window: str, *, post: str = "cashier", role: Role = Role.STAFF) -> RosterLine:
    return RosterLine(number=number, name=name, branch="和平分公司", hall=HALL, window=window, post=post, role=role)


ROSTER = (
    line("1001", "王芳", "1"),
    line("1002", "李娜", "2"),
    line("1003", "张伟", "3"),
    line("1004", "刘洋", "4", post="consultant"),
    line("2001", "陈静", "", role=Role.SUPERVISOR),
    line("9001", "赵敏", "", post="", role=Role.OFFICE),
)


def actor(number: str = "1001", role: Role = Role.STAFF, hall: str = HALL) -> Actor:
    found = next(person for person in ROSTER if person.number == number)
    return Actor(number=number, name=found.name, role=found.role, post=found.post, hall=hall)


_stores: list[Store] = []


@contextmanager
def stores_closed() -> Iterator[None]:
    """Close what the builders open meanwhile: Python 3.13 reports each connection that nobody closed as an error."""
    before = len(_stores)
    yield
    while len(_stores) > before:
        _stores.pop().close()


def empty_store(folder: Path) -> Store:
    """A journal nobody has set up. Tests need not close it."""
    copy_blank_journal(folder, PROJECTIONS)
    _stores.append(open_store(folder, PROJECTIONS, hall=HALL))
    return _stores[-1]


def staffed_store(folder: Path, roster: Sequence[RosterLine] = ROSTER) -> Store:
    """A hall with its roster, everybody with a window on duty; opened at 09:00 on the ordinary Monday."""
    store = empty_store(folder)
    people.import_staff(store, roster, now=MORNING - 3_600_000)
    for person in roster:
        if person.window:
            keeper = actor(person.number)
            people.set_duty(store, keeper, person.number, True, person.window, now=MORNING - 1_800_000)
    return store


def staffed_today(folder: Path) -> Store:
    """The same hall with 王芳 at her window today: for real programs, which go by the real day."""
    store = staffed_store(folder)
    people.set_duty(store, actor(), "1001", True, now=wall_clock())
    return store


def elsewhere(
    store: Store, subject: str, ts: int, fact: Fact, n: int = 1, *, actor: str = "", station: str = "other"
) -> None:
    """An event of another device of the hall arrives, as the hub would bring it."""
    body = msgspec.to_builtins(fact)
    del body["kind"]
    event = Event(
        id=f"elsewhere{n}",
        station=station,
        hall=store.hall,
        n=n,
        kind=fact.kind(),
        subject=subject,
        actor=actor,
        ts=ts,
        occurred_at=ts,
        body=body,
    )
    store.receive([(event, (), n)])


def done(answer: T | Refusal) -> T:
    """The answer of an action that must not be refused."""
    assert not isinstance(answer, Refusal), answer
    return answer


def code(answer: object) -> str | None:
    """The code of a refusal; None where the action was done."""
    return answer.code if isinstance(answer, Refusal) else None


def attested(waiting: int, now: int) -> Count:
    """How many wait, as a person typed it just now."""
    return Count(waiting=waiting, source=Source.ATTESTED, counted_at=now)


def printed_card(store: Store, p: str = "patient", staff: str = "", now: int = MORNING) -> codes.PrintedCard:
    """A 5P card from a batch of one."""
    card = codes.new_card()
    assert printed.record(store, printed.new_batch(), [card], [P(p)], staff=staff, now=now) is None
    return card
