"""What an app may do with pauses: ask, end, take back. Each decides and records in one IMMEDIATE transaction."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.journal.event import new_id
from shared.journal.store import Store, Transaction
from shared.people import views as people
from shared.people.acting import acting, action
from shared.practice.pauses import rules, views
from shared.practice.pauses.facts import (
    Count,
    Decision,
    HubSays,
    PauseEnded,
    PauseRefused,
    PauseStarted,
    PauseWithdrawn,
    Reason,
)
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.rules import Granted, Situation
from shared.practice.pauses.tables import PauseRow
from shared.reference import views as reference

Arbiter = Callable[[str, str, int], HubSays | None]
"""Asks the hub: (pause, staff number, now ms) -> its answer, or None when it cannot be reached in time."""


class Started(msgspec.Struct, frozen=True):
    """A pause that began: its subject, when (epoch ms), how long it may last, and the windows the sign points to."""

    pause: str
    at: int
    seconds: int
    go_to: tuple[str, ...]
    decision: Decision


def request(
    store: Store,
    actor: Actor,
    *,
    waiting: Count | None,
    reason: Reason | None = None,
    arbiter: Arbiter | None = None,
    now: int,
) -> Started | Refusal:
    """Ask for a pause. On `count_needed` nothing is recorded: ask the person how many wait, then ask again.

    The hub is asked before the local transaction, which may not wait for a network, and only for what would be granted.
    """
    pause = f"pause:{new_id(now)}"
    hub = arbiter(pause, actor.number, now) if arbiter and _granted_here(store, actor, waiting, now) else None
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.SERVE, at_home=True)
        if isinstance(who, Refusal):
            return who
        situation = replace(_situation(store, who, waiting, now), hub=hub)
        answer = rules.decide(situation, reference.policy(store))
        if isinstance(answer, Granted):
            return _start(tx, who, pause, answer, situation, reason)
        if answer.code != "count_needed":
            _refuse(tx, who, pause, answer, rules.record(situation, reference.policy(store)))
        return answer


@action()
def end(tx: Transaction, who: Actor, pause: str, length_ms: int | None, *, now: int) -> PauseEnded | Refusal:
    """The person is back; the hall's supervisor may record it for someone whose computer failed.

    `length_ms` is measured by the app with a monotonic clock; None when nobody measured it.
    """
    row = PauseRow.select().where(PauseRow.subject == pause).first(tx.store.db)
    if row is None or not _may_end(who, row):
        return Refusal("not_allowed")
    if row.ended:
        return Refusal("already_ended")
    fact = PauseEnded(length_ms=length_ms)
    tx.record(fact, subject=pause, actor=who.number, hall=row.hall)
    return fact


@action()
def withdraw(tx: Transaction, who: Actor, pause: str, *, now: int) -> PauseWithdrawn | Refusal:
    """Take back a pause begun by mistake, within the time to undo: it ends and counts neither here nor at the hub."""
    row = PauseRow.select().where(PauseRow.subject == pause, PauseRow.staff == who.number).first(tx.store.db)
    if row is None:
        return Refusal("not_allowed")
    if row.ended:
        return Refusal("already_ended")
    if late := rules.withdrawn_in_time(row.at, now, reference.policy(tx.store)):
        return late
    fact = PauseWithdrawn()
    tx.record(fact, subject=pause, actor=who.number, hall=row.hall)
    return fact


def _situation(store: Store, actor: Actor, waiting: Count | None, now: int) -> Situation:
    return views.situation(store, actor.number, store.hall, waiting, now)


def _granted_here(store: Store, actor: Actor, waiting: Count | None, now: int) -> bool:
    """Whether the pause would be granted by what this device knows."""
    with store.transaction(now) as tx:
        if isinstance(acting(tx, actor, Act.SERVE), Refusal):
            return False
        answer = rules.decide(_situation(store, actor, waiting, now), reference.policy(store))
    return isinstance(answer, Granted)


def _start(
    tx: Transaction, actor: Actor, pause: str, answer: Granted, situation: Situation, reason: Reason | None
) -> Started:
    fact = PauseStarted(
        staff=actor.number,
        window=_window(tx, actor),
        post=actor.post,
        seconds=reference.policy(tx.store)[PausesPolicy].seconds,
        decision=answer.decision,
        go_to=situation.other_windows,
        reason=reason,
    )
    event = tx.record(fact, subject=pause, actor=actor.number)
    return Started(pause, event.occurred_at, fact.seconds, fact.go_to, fact.decision)


def _refuse(tx: Transaction, actor: Actor, pause: str, answer: Refusal, decision: Decision) -> None:
    window = _window(tx, actor)
    fact = PauseRefused(staff=actor.number, window=window, post=actor.post, code=answer.code, decision=decision)
    tx.record(fact, subject=pause, actor=actor.number)


def _window(tx: Transaction, actor: Actor) -> str:
    person = people.person_today(tx.store, actor.number, tx.now)
    return person.window if person else ""


def _may_end(actor: Actor, row: PauseRow) -> bool:
    supervises = actor.role is Role.SUPERVISOR and actor.hall == row.hall
    return bool(actor.number == row.staff or supervises)
