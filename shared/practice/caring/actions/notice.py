"""Objections inside the notice, by any member of staff, and the office's answers."""

import uuid

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Transaction
from shared.people.acting import action
from shared.people.history import History
from shared.practice.caring import facts, own, recusals, views


@action(at_home=True)
def object_to(tx: Transaction, who: Actor, text: str, *, now: int) -> Refusal | None:
    """Doubt an award that is in notice."""
    if not text.strip():
        return Refusal("empty_text")
    shown = own.in_notice(tx.store, who.number)
    if shown is None or day_of(now) > shown.until:
        return Refusal("no_awards_in_notice")
    fact = facts.Objected(round=views.subject(shown.year), staff=who.number, text=text.strip())
    tx.record(fact, subject=f"objection:{uuid.uuid4().hex}", actor=who.number)
    return None


@action(Act.AWARD)
def answer(
    tx: Transaction, who: Actor, year: int, objection: str, accepted: bool, text: str, *, now: int
) -> Refusal | None:
    """The office's answer. Where it accepts, it judges again as a step of its own."""
    if not text.strip():
        return Refusal("reason_needed")
    found = next((each for each in views.objections(tx.store, year) if each.id == objection), None)
    if found is None or found.answered:
        return Refusal("objection_answered" if found else "not_found")
    fact = facts.ObjectionAnswered(round=views.subject(year), staff=found.staff, accepted=accepted, answer=text.strip())
    hall = recusals.hall_on(History(tx.store), found.staff, day_of(now))
    tx.record(fact, subject=objection, actor=who.number, hall=hall)
    return None
