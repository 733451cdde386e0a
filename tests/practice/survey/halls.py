"""Two halls and an office on devices of their own, and a courier that carries events between them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, time
from pathlib import Path

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.domain.workdays import ms_at
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.survey import actions
from shared.practice.survey.facts import Question
from shared.registry import PROJECTIONS
from tests.support.blank import copy_blank_journal

FIRST, LAST, AFTER = date(2026, 3, 2), date(2026, 3, 13), date(2026, 3, 16)
BIG, SMALL, OFFICE_HALL = "大厅", "小厅", "*"
BITS = 256  # of the tests' keys
OFFICE = Actor("9001", "周宁", Role.OFFICE, "", "总部")
STAFF = {f"{n}": BIG for n in range(1001, 1008)} | {f"{n}": SMALL for n in range(2001, 2004)}


def noon(day: date = FIRST) -> int:
    return ms_at(day, time(12))


def who(number: str) -> Actor:
    return Actor(number, number, Role.STAFF, "cashier", STAFF[number])


def given(valued: int, fair: int, able: int) -> dict[Question, int]:
    return {Question.VALUED: valued, Question.FAIR: fair, Question.ABLE: able}


def answer(store: Store, number: str, *values: int, day: date = FIRST) -> object:
    return actions.answer(store, who(number), "survey:2026-1", given(*values), now=noon(day))


def carry(*stores: Store) -> None:
    """Deliver every event to every other device, as the hub does."""
    for source in stores:
        arrivals = [(event, (), place + 1) for place, event in enumerate(source.events())]
        for target in stores:
            target.receive([each for each in arrivals if each[0].station != target.station])


@contextmanager
def company(folder: Path) -> Iterator[tuple[Store, Store, Store]]:
    """The big hall's device, the small hall's and the office's; the round is open."""
    with ExitStack() as stack:
        stores = []
        for name, hall in (("big", BIG), ("small", SMALL), ("office", OFFICE_HALL)):
            (folder / name).mkdir(parents=True)
            copy_blank_journal(folder / name, PROJECTIONS)
            stores.append(open_store(folder / name, PROJECTIONS, hall=hall))
            stack.callback(stores[-1].close)
        big, small, office = stores
        import_staff(office, list(_roster()), now=noon())
        assert isinstance(actions.open_round(office, OFFICE, FIRST, LAST, now=noon(), bits=BITS), str)
        carry(*stores)
        yield big, small, office


def _roster() -> Iterator[RosterLine]:
    for number, hall in STAFF.items():
        yield RosterLine(number, number, "一分公司", hall, "", "cashier", Role.STAFF)
    yield RosterLine(OFFICE.number, OFFICE.name, "总部", "总部", "", "", Role.OFFICE)
