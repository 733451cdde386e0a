"""Numbers are taken, put first and given back.

Every device that gives numbers out has a letter of its own, so that two kiosks without a connection cannot give out
the same number: the first letter that no other device of the hall is known to use. Two devices that chose the same
letter before they knew of each other are told apart at the next number: see `_letter`.
"""

from typing import Any

import msgspec
import peewee
from msgspec.structs import replace

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.event import new_id
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store, Transaction
from shared.people.acting import action
from shared.practice.line import facts, rules, views, waits
from shared.practice.line.policy import LinePolicy
from shared.practice.line.rules import State, Step
from shared.practice.line.tables import NumberRow
from shared.reference import views as reference

_LETTER = "line_letter"


class Taken(msgspec.Struct, frozen=True):
    """A number as its slip shows it: its id (for the QR code), label, how many wait before it, about how long.

    `at` is epoch ms. `minutes` is None where no wait can be estimated; `priority` why it goes first, "" if it does not.
    """

    id: str
    label: str
    service: str
    ahead: int
    at: int
    minutes: int | None = None
    priority: str = ""


def take(store: Store, service: str = "", priority: str = "", *, now: int) -> Taken | Refusal:
    """A customer takes a number; the service may be left open. `priority`: why they go first, as far as policy goes."""
    if service and (refusal := rules.known_service(service)):
        return refusal
    with store.transaction(now) as tx:
        if priority and (refusal := rules.chosen_at_kiosk(priority, reference.policy(store)[LinePolicy])):
            return refusal
        return _put_first(tx, _take(tx, service), priority, store.hall)


@action(Act.SERVE)
def take_for(tx: Transaction, who: Actor, service: str = "", priority: str = "", *, now: int) -> Taken | Refusal:
    """Somebody at the counter takes a number for a customer (代取号), who may be one that goes first."""
    rule = reference.policy(tx.store)
    if service and (refusal := rules.known_service(service)):
        return refusal
    if priority and (refusal := rules.known_priority(priority, rule[LinePolicy])):
        return refusal
    return _put_first(tx, _take(tx, service, who), priority, who.hall, who.number)


def _put_first(tx: Transaction, taken: Taken, priority: str, hall: str, by: str = "") -> Taken:
    """The number just taken goes first, if there is a reason to."""
    if not priority:
        return taken
    first = facts.NumberPrioritized(priority=priority, policy=reference.policy(tx.store).version)
    tx.record(first, subject=taken.id, actor=by, hall=hall)
    ahead = [number.id for number in views.in_line(tx.store, hall, tx.now)].index(taken.id)
    return replace(taken, ahead=ahead, minutes=None, priority=priority)


def _take(tx: Transaction, service: str, who: Actor | None = None) -> Taken:
    """The next number of this device. Its wait is estimated before it is counted itself."""
    store, hall, now = tx.store, who.hall if who else tx.store.hall, tx.now
    ahead = len(views.in_line(store, hall, now))
    minutes = next(line.minutes for line in waits.lines(store, hall, now) if line.service == service) if ahead else None
    letter = _letter(store, now)
    fact = facts.NumberTaken(letter=letter, serial=_next_serial(store, letter, now), service=service)
    event = tx.record(fact, subject=f"number:{new_id(now)}", actor=who.number if who else "", hall=hall)
    return Taken(event.subject, rules.label(letter, fact.serial), service, ahead, event.occurred_at, minutes)


@action(Act.SERVE)
def prioritize(tx: Transaction, who: Actor, number: str, priority: str, *, now: int) -> Refusal | None:
    """A number that already waits goes first from now on; who decided it, and why, is on record."""
    rule = reference.policy(tx.store)
    row = NumberRow.select().where(NumberRow.subject == number, NumberRow.hall == who.hall).first(tx.store.db)
    if row is None:
        return Refusal("not_found")
    refusal = rules.of_today(row.day, now) or rules.follows(Step.PRIORITIZE, State(row.state))
    if refusal := refusal or rules.known_priority(priority, rule[LinePolicy]):
        return refusal
    tx.record(
        facts.NumberPrioritized(priority=priority, policy=rule.version), subject=number, actor=who.number, hall=row.hall
    )
    return None


def give_back(store: Store, number: str, *, now: int) -> Refusal | None:
    """取错了，退号: the customer gives back a number of this kiosk within the time to undo, unless it is called."""
    with store.transaction(now) as tx:
        own = (NumberRow.subject == number) & (NumberRow.station == store.station)
        row = NumberRow.select().where(own).first(store.db)
        if row is None:
            return Refusal("not_found")
        refusal = rules.follows(Step.GIVE_BACK, State(row.state))
        if refusal := refusal or rules.undone_in_time(row.taken_at, now, reference.policy(store)):
            return refusal
        tx.record(facts.NumberGivenBack(), subject=number, hall=row.hall)
    return None


def _letter(store: Store, now: int) -> str:
    """The letter of this device, chosen once and kept until another device turns out to use it."""
    kept = store.setting(_LETTER)
    if not kept or _used_elsewhere(store, kept, now):
        others = NumberRow.select(NumberRow.letter).where(
            NumberRow.hall == store.hall, NumberRow.station != store.station
        )
        kept = rules.free_letter(frozenset(letter for (letter,) in others.distinct().tuples().execute(store.db)))
        store.set_setting(_LETTER, kept)
    return kept


def _used_elsewhere(store: Store, letter: str, now: int) -> bool:
    """Whether another device gave out numbers under this letter today, and this one has to change.

    Of the two the one with the smaller station id changes, so that not both do.
    """
    return _SAME_LETTER.first(store.db, store.hall, day_of(now).isoformat(), letter, store.station) is not None


def _next_serial(store: Store, letter: str, now: int) -> int:
    return 1 + (_LAST_SERIAL.value(store.db, store.hall, day_of(now).isoformat(), letter) or 0)


def _under(hall: str, day: str, letter: str) -> Any:
    return (NumberRow.hall == hall) & (NumberRow.day == day) & (NumberRow.letter == letter)


_SAME_LETTER = PreparedQuery(
    lambda hall, day, letter, station: (
        NumberRow.select(NumberRow.subject).where(_under(hall, day, letter), NumberRow.station > station).limit(1)
    )
)
_LAST_SERIAL = PreparedQuery(
    lambda hall, day, letter: NumberRow.select(peewee.fn.MAX(NumberRow.serial)).where(_under(hall, day, letter))
)
