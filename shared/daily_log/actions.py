"""The supervisor's signature under a hall's day."""

from datetime import date

from shared.daily_log import seal, views
from shared.daily_log.facts import DaySigned
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Transaction
from shared.people.acting import action
from shared.practice.workload.day_totals import tell


@action(Act.SIGN_DAY)
def sign(tx: Transaction, who: Actor, hall: str, on: date, note: str = "", *, now: int) -> DaySigned | Refusal:
    """The hall's supervisor signs the day as this device knows it; again, when something came later."""
    if on > day_of(now):
        return Refusal("day_not_begun", {"day": on})
    if who.hall != hall:
        return Refusal("not_allowed")
    tell(tx, hall, on)  # before the heads, so that the told day is part of what is signed
    heads = seal.heads(tx.store, hall)
    digest = seal.seal(views.events_of(tx.store, hall, on), heads)
    fact = DaySigned(day=on, heads=heads, seal=digest, note=note.strip())
    tx.record(fact, subject=f"day:{hall}:{on.isoformat()}", actor=who.number, hall=hall)
    return fact
