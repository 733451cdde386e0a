"""Numbers are called to windows, held, missed, finished; each step can be undone for a short time.

Who waits is called by turn (`call_next`) or by choice (`call`, 指定呼叫).
"""

from collections.abc import Callable, Sequence

from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, action
from shared.people.presence import is_away
from shared.practice.line import facts, rules, views
from shared.practice.line.actions.windows import window_of
from shared.practice.line.rules import State, Step
from shared.practice.line.tables import NumberRow
from shared.practice.line.views import Number
from shared.reference import views as reference

_ASKED_AT_ONCE = 20
"""How many numbers one question to the hub may name."""
Arbiter = Callable[[Sequence[Number]], str | None]
"""Asks the hub which of these numbers, in this order, may be called: its id, "" for none, None without an answer."""
Decide = Callable[[Transaction, Actor, NumberRow], Fact | Refusal]
"""What a step records about a number, or why it may not."""


def call_next(
    store: Store, actor: Actor, services: tuple[str, ...] = (), *, arbiter: Arbiter | None = None, now: int
) -> Number | Refusal:
    """Call the next number to this window; with `services` only those, and those of customers who named none.

    The hub is asked before the local transaction, which may not wait for a network. Numbers that it gave to other
    windows are left to them; without its answer the window calls from what it knows.
    """
    chosen = _chosen_by_hub(store, actor, services, arbiter, now)
    with store.transaction(now) as tx:
        who = _free(tx, actor)
        if isinstance(who, Refusal):
            return who
        waiting = _callable(store, who, services, now)
        following = next((n for n in waiting if chosen in (None, n.id)), None)
        if following is None:
            return Refusal("nobody_waiting")
        called = facts.NumberCalled(staff=who.number, window=window_of(tx, who))
        tx.record(called, subject=following.id, actor=who.number, hall=who.hall)
        return views.number(store, following.id) or following


def _callable(store: Store, actor: Actor, services: tuple[str, ...], now: int) -> list[Number]:
    return [n for n in views.in_line(store, actor.hall, now) if not services or n.service in ("", *services)]


def _chosen_by_hub(
    store: Store, actor: Actor, services: tuple[str, ...], arbiter: Arbiter | None, now: int
) -> str | None:
    """The number the hub gives to this window, "" for none; None without a hub, or without its answer."""
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
    """The customer did not come (过号)."""
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
        return _busy(tx, who) or facts.NumberCalled(staff=who.number, window=window_of(tx, who))

    return _step(store, actor, number, step, called, now=now)


def done(store: Store, actor: Actor, number: str, service: str, *, now: int) -> Refusal | None:
    """Finished, with the service actually given, whatever was chosen at the kiosk."""

    def served(tx: Transaction, who: Actor, row: NumberRow) -> Fact | Refusal:
        unknown = rules.known_service(service, (row.service,))
        return unknown or facts.NumberServed(staff=row.staff, window=row.window, service=service)

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
    """Whether the actor may take this step.

    Staff of the hall may call a number that is at no window; else whoever called it, or the supervisor. Only whoever
    called or served it may undo that.
    """
    if actor.hall != row.hall:
        return False
    if step in (Step.RETURN, Step.REOPEN):
        return bool(actor.number == row.staff)
    return bool(step in (Step.CALL, Step.TAKE_BACK) or actor.number == row.staff or actor.role is Role.SUPERVISOR)


def _free(tx: Transaction, actor: Actor) -> Actor | Refusal:
    """The actor by today's roster if they may call a number to their window now, else why not."""
    who = acting(tx, actor, Act.SERVE)
    return who if isinstance(who, Refusal) else _busy(tx, who) or who


def _busy(tx: Transaction, who: Actor) -> Refusal | None:
    """Why this person cannot take a customer now: no window, away, or still serving."""
    if not window_of(tx, who):
        return Refusal("no_window")
    if is_away(tx.store, who.number, tx.now):
        return Refusal("already_paused")
    if serving := views.serving(tx.store, who.number, tx.now):
        return Refusal("still_serving", {"number": serving.label})
    return None
