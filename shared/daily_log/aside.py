"""What a kiosk that was away for more than 60 days brought waits at the hub until somebody of its hall has looked."""

from collections.abc import Sequence
from typing import Any

import msgspec

from shared.daily_log import words
from shared.daily_log.facts import LateLooked
from shared.daily_log.lines import Names, lines
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.event import Event
from shared.journal.store import Store
from shared.people.acting import acting
from shared.sync.question import Ask, Question

_PATIENCE = 5.0  # seconds: asked by somebody who waits for it


class Late(msgspec.Struct, frozen=True):
    """One event that waits: its `id` at the hub, the name of its device, and what it says. `occurred_at`: ms."""

    id: str
    device: str
    kind: str
    subject: str
    occurred_at: int
    body: dict[str, Any]


def waiting(ask: Ask) -> tuple[Late, ...] | None:
    """What waits for somebody of this device's hall; None where the hub does not answer."""
    return ask(Question("to_look_at", {}, tuple[Late, ...], _PATIENCE, brief=0.5))


def said(store: Store, late: Late) -> str:
    """What it says, as the daily log would say it: the name of its kind alone where that says no more."""
    event = Event(
        id=late.id,
        station="",
        hall=store.hall,
        n=0,
        kind=late.kind,
        subject=late.subject,
        actor="",
        ts=late.occurred_at,
        occurred_at=late.occurred_at,
        body=late.body,
    )
    shown = lines(store, [event], Names(store))
    return words.sentence(late.kind, shown[0].details if shown else {})


def decide(
    store: Store, ask: Ask, actor: Actor, chosen: Sequence[Late], *, let_in: bool, now: int
) -> LateLooked | Refusal:
    """Let these in, or leave them aside for good; who did so is recorded. Refused (`hub_silent`) without the hub."""
    with store.transaction(now) as tx:
        if isinstance(who := acting(tx, actor, Act.DEVICES), Refusal):
            return who
    asked = {"ids": [each.id for each in chosen], "let_in": let_in}
    if ask(Question("looked", asked, int, _PATIENCE, brief=_PATIENCE)) is None:
        return Refusal("hub_silent")
    with store.transaction(now) as tx:
        devices = "、".join(dict.fromkeys(each.device for each in chosen))
        fact = LateLooked(device=devices, count=len(chosen), let_in=let_in, events=tuple(each.id for each in chosen))
        tx.record(fact, subject=f"late:{chosen[0].id}", actor=who.number)
        return fact
