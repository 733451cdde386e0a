"""What an app may do with the line: take a number, call, hold, take back, finish, undo. One IMMEDIATE transaction each.

Who waits is called by turn (`call_next`) or by choice (`call`, 指定呼叫).

Every device that gives numbers out has a letter of its own, so that two kiosks without a connection cannot give out
the same one: the first that no other device of the hall is known to use. Two that chose before they knew of each other
are set right at the next number: see `_letter`.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import peewee

from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.domain.workdays import day_of
from shared.journal.kept import Kept
from shared.journal.store import Store, Transaction
from shared.people import views as people
from shared.people.acting import acting, action
from shared.people.presence import is_away
from shared.practice.line import facts, rules, views, waits
from shared.practice.line.policy import LinePolicy
from shared.practice.line.rules import State, Step
from shared.practice.line.tables import NumberRow
from shared.practice.line.views import Number
from shared.reference import views as reference

_LETTER = "line_letter"
_ASKED_AT_ONCE = 20
Arbiter = Callable[[Sequence[Number]], str | None]
"""Asks the hub which of these numbers, in this order, may be called: its id, "" for none, None without an answer."""
Decide = Callable[[Transaction, Actor, NumberRow], Fact | Refusal]


@dataclass(frozen=True)
class Taken:
    """The slip: its id (for the QR code), what it shows, how many wait before it, and about how long that takes.

    `minutes` is None where there is too little to say; `priority` why it goes first, "" where it does not.
    """

    id: str
    label: str
    service: str
    ahead: int
    at: int
    minutes: int | None = None
    priority: str = ""


@action(Act.SERVE)
def choose_services(tx: Transaction, who: Actor, services: tuple[str, ...], *, now: int) -> Refusal | None:
    """Which services are called to this person's window from now on; none: all. The hall's kiosk and sign tell it."""
    return _choose_services(tx, who, _window(tx, who), services)


@action(Act.ROSTER, at_home=True)
def choose_services_of(
    tx: Transaction, who: Actor, window: str, services: tuple[str, ...], *, now: int
) -> Refusal | None:
    """The same for a window of this device's hall, by whoever keeps its roster."""
    return _choose_services(tx, replace(who, hall=tx.store.hall), window, services)


def _choose_services(tx: Transaction, who: Actor, window: str, services: tuple[str, ...]) -> Refusal | None:
    if refusal := next((refusal for each in services if (refusal := rules.known_service(each))), None):
        return refusal
    if not window:
        return Refusal("no_window")
    chosen = facts.WindowServicesChosen(window=window, services=services)
    tx.record(chosen, subject=f"window:{who.hall}:{window}", actor=who.number, hall=who.hall)
    return None


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
    """The next number of this device. Its wait is estimated before it stands in line itself."""
    store, hall, now = tx.store, who.hall if who else tx.store.hall, tx.now
    ahead = len(views.in_line(store, hall, now))
    minutes = next(line.minutes for line in waits.lines(store, hall, now) if line.service == service) if ahead else None
    letter = _letter(store, now)
    fact = facts.NumberTaken(letter=letter, serial=_next_serial(store, letter, now), service=service)
    event = tx.record(fact, subject="number:" + uuid.uuid4().hex, actor=who.number if who else "", hall=hall)
    return Taken(event.subject, rules.label(letter, fact.serial), service, ahead, event.occurred_at, minutes)


@action(Act.SERVE)
def prioritize(tx: Transaction, who: Actor, number: str, priority: str, *, now: int) -> Refusal | None:
    """A number that waits already goes first from now on, and why: the record of who decided it."""
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


def call_next(
    store: Store, actor: Actor, services: tuple[str, ...] = (), *, arbiter: Arbiter | None = None, now: int
) -> Number | Refusal:
    """The next number for this window; with `services` only those, and those of customers who named none.

    The hub is asked before the local transaction, which may not wait for a network. Numbers that it gave to other
    windows are left to them; without its answer the window calls from what it knows.
    """
    given = _given(store, actor, services, arbiter, now)
    with store.transaction(now) as tx:
        who = _free(tx, actor)
        if isinstance(who, Refusal):
            return who
        waiting = _callable(store, who, services, now)
        following = next((n for n in waiting if given in (None, n.id)), None)
        if following is None:
            return Refusal("nobody_waiting")
        called = facts.NumberCalled(staff=who.number, window=_window(tx, who))
        tx.record(called, subject=following.id, actor=who.number, hall=who.hall)
        return views.number(store, following.id) or following


def _callable(store: Store, actor: Actor, services: tuple[str, ...], now: int) -> list[Number]:
    return [n for n in views.in_line(store, actor.hall, now) if not services or n.service in ("", *services)]


def _given(store: Store, actor: Actor, services: tuple[str, ...], arbiter: Arbiter | None, now: int) -> str | None:
    """The number the hub gives to this window, "" for none; None where nobody is to be asked, or answers."""
    if arbiter is None:
        return None
    with store.transaction(now) as tx:
        who = _free(tx, actor)
        waiting = [] if isinstance(who, Refusal) else _callable(store, who, services, now)[:_ASKED_AT_ONCE]
    return arbiter(waiting) if waiting else None


def call_again(store: Store, actor: Actor, number: str, *, now: int) -> Refusal | None:
    """Call the same number once more."""
    return _step(store, actor, number, Step.CALL_AGAIN, lambda *_: facts.NumberCalledAgain(), now=now)


def no_show(store: Store, actor: Actor, number: str, *, now: int) -> Refusal | None:
    """Nobody came."""
    return _step(store, actor, number, Step.MISS, lambda *_: facts.NumberMissed(), now=now)


def hold(store: Store, actor: Actor, number: str, *, now: int) -> Refusal | None:
    """The customer steps aside; the window may call the next."""
    return _step(store, actor, number, Step.HOLD, lambda *_: facts.NumberHeld(), now=now)


def take_back(store: Store, actor: Actor, number: str, *, arbiter: Arbiter | None = None, now: int) -> Refusal | None:
    """Call a held or missed number to this window, whoever called it before; not if another window has it by now."""
    return _call_chosen(store, actor, number, Step.TAKE_BACK, arbiter, now)


def call(store: Store, actor: Actor, number: str, *, arbiter: Arbiter | None = None, now: int) -> Refusal | None:
    """指定呼叫: call this number out of its turn, of whatever service."""
    return _call_chosen(store, actor, number, Step.CALL, arbiter, now)


def _call_chosen(
    store: Store, actor: Actor, number: str, step: Step, arbiter: Arbiter | None, now: int
) -> Refusal | None:
    if arbiter:
        with store.transaction(now) as tx:
            known, free = views.number(store, number), not isinstance(_free(tx, actor), Refusal)
        if known and free and arbiter((known,)) == "":
            return Refusal("called_elsewhere", {"number": known.label})

    def called(tx: Transaction, who: Actor, row: NumberRow) -> Fact | Refusal:
        return _busy(tx, who) or facts.NumberCalled(staff=who.number, window=_window(tx, who))

    return _step(store, actor, number, step, called, now=now)


def done(store: Store, actor: Actor, number: str, service: str, *, now: int) -> Refusal | None:
    """Finished, with the service actually given, whatever was chosen at the kiosk."""
    if refusal := rules.known_service(service):
        return refusal

    def served(tx: Transaction, who: Actor, row: NumberRow) -> Fact:
        return facts.NumberServed(staff=row.staff, window=row.window, service=service)

    return _step(store, actor, number, Step.DONE, served, now=now)


def put_back(store: Store, actor: Actor, number: str, *, now: int) -> Refusal | None:
    """Called by mistake: the customer waits again at the old place, as if nobody had called."""

    def returned(tx: Transaction, who: Actor, row: NumberRow) -> Fact | Refusal:
        return rules.undone_in_time(row.called_at or 0, now, reference.policy(store)) or facts.NumberReturned()

    return _step(store, actor, number, Step.RETURN, returned, now=now)


def reopen(store: Store, actor: Actor, number: str, *, now: int) -> Refusal | None:
    """Finished by mistake, or with the wrong service: it is at the window again. A card given for it stays given."""

    def reopened(tx: Transaction, who: Actor, row: NumberRow) -> Fact | Refusal:
        late = rules.undone_in_time(row.done_at or 0, now, reference.policy(store))
        return late or _busy(tx, who) or facts.NumberReopened(staff=row.staff)

    return _step(store, actor, number, Step.REOPEN, reopened, now=now)


@action(Act.SERVE)
def _step(tx: Transaction, who: Actor, number: str, step: Step, decide: Decide, *, now: int) -> Refusal | None:
    row = views.BY_ID.first(tx.store.db, number)
    if row is None:
        return Refusal("not_found")
    if not _may_touch(who, row, step):
        return Refusal("not_allowed")
    if refusal := rules.of_today(row.day, now) or rules.follows(step, State(row.state)):
        return refusal
    answer = decide(tx, who, row)
    if isinstance(answer, Refusal):
        return answer
    tx.record(answer, subject=number, actor=who.number, hall=row.hall)
    return None


def _may_touch(actor: Actor, row: NumberRow, step: Step) -> bool:
    """Whoever called it, or the hall's supervisor; what nobody has is open to the whole hall, a slip is one's own."""
    if actor.hall != row.hall:
        return False
    if step in (Step.RETURN, Step.REOPEN):
        return bool(actor.number == row.staff)
    return bool(step in (Step.CALL, Step.TAKE_BACK) or actor.number == row.staff or actor.role is Role.SUPERVISOR)


def _free(tx: Transaction, actor: Actor) -> Actor | Refusal:
    """Who calls a number to their window, or why they cannot now."""
    who = acting(tx, actor, Act.SERVE)
    return who if isinstance(who, Refusal) else _busy(tx, who) or who


def _busy(tx: Transaction, who: Actor) -> Refusal | None:
    if not _window(tx, who):
        return Refusal("no_window")
    if is_away(tx.store, who.number, tx.now):
        return Refusal("already_paused")
    if serving := views.serving(tx.store, who.number, tx.now):
        return Refusal("still_serving", {"number": serving.label})
    return None


def _window(tx: Transaction, who: Actor) -> str:
    person = people.person_today(tx.store, who.number, tx.now)
    return person.window if person else ""


def _letter(store: Store, now: int) -> str:
    """The letter of this device, chosen once and kept; changed where `_must_change` says so."""
    kept = store.setting(_LETTER)
    if not kept or _must_change(store, kept, now):
        others = NumberRow.select(NumberRow.letter).where(
            NumberRow.hall == store.hall, NumberRow.station != store.station
        )
        kept = rules.free_letter(frozenset(letter for (letter,) in others.distinct().tuples().execute(store.db)))
        store.set_setting(_LETTER, kept)
    return kept


def _must_change(store: Store, letter: str, now: int) -> bool:
    """Whether another device gave out numbers under this letter today and this one changes: the smaller station id."""
    return _SAME_LETTER.first(store.db, store.hall, day_of(now).isoformat(), letter, store.station) is not None


def _next_serial(store: Store, letter: str, now: int) -> int:
    return 1 + (_LAST_SERIAL.value(store.db, store.hall, day_of(now).isoformat(), letter) or 0)


def _under(hall: str, day: str, letter: str) -> Any:
    return (NumberRow.hall == hall) & (NumberRow.day == day) & (NumberRow.letter == letter)


_SAME_LETTER = Kept(
    lambda hall, day, letter, station: (
        NumberRow.select(NumberRow.subject).where(_under(hall, day, letter), NumberRow.station > station).limit(1)
    )
)
_LAST_SERIAL = Kept(
    lambda hall, day, letter: NumberRow.select(peewee.fn.MAX(NumberRow.serial)).where(_under(hall, day, letter))
)
