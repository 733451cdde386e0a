"""Records that a kiosk sent more than 60 days late: the hub holds them until somebody of its hall decides."""

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
from shared.sync.question import Ask, HubQuestion

_TIMEOUT_SECONDS = 5.0  # somebody waits at the screen for the answer


class Late(msgspec.Struct, frozen=True):
    """One event held by the hub: its `id` there, the name of its device, and its content. `occurred_at`: ms."""

    id: str
    device: str
    kind: str
    subject: str
    occurred_at: int
    body: dict[str, Any]


def waiting(ask: Ask) -> tuple[Late, ...] | None:
    """The events that are held for this device's hall; None where the hub does not answer."""
    return ask(HubQuestion("to_look_at", {}, tuple[Late, ...], _TIMEOUT_SECONDS, brief=0.5))


def said(store: Store, late: Late) -> str:
    """Its line in the daily log; the name of its kind where it has none."""
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
    """Accept these, or reject them for good; who did so is recorded. Refused (`hub_silent`) without the hub."""
    with store.transaction(now) as tx:
        if isinstance(who := acting(tx, actor, Act.DEVICES), Refusal):
            return who
    asked = {"ids": [each.id for each in chosen], "let_in": let_in}
    if ask(HubQuestion("looked", asked, int, _TIMEOUT_SECONDS, brief=_TIMEOUT_SECONDS)) is None:
        return Refusal("hub_silent")
    with store.transaction(now) as tx:
        devices = "、".join(dict.fromkeys(each.device for each in chosen))
        fact = LateLooked(device=devices, count=len(chosen), let_in=let_in, events=tuple(each.id for each in chosen))
        tx.record(fact, subject=f"late:{chosen[0].id}", actor=who.number)
        return fact
