"""Sign a day off."""

from datetime import date

from shared.daily_log import seal, views
from shared.daily_log.facts import DaySigned
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.journal.store import Store


def sign(store: Store, actor: Actor, hall: str, on: date, note: str = "", *, now: int) -> DaySigned | Refusal:
    """The hall's supervisor signs the day as this device knows it; again, when something came later."""
    if not may(actor.role, Act.SIGN_DAY) or actor.hall != hall:
        return Refusal("not_allowed")
    if on > day_of(now):
        return Refusal("day_not_begun", {"day": on})
    with store.transaction(now) as tx:
        heads = seal.heads(store, hall)
        digest = seal.seal(views.events_of(store, hall, on), heads)
        fact = DaySigned(day=on, heads=heads, seal=digest, note=note.strip())
        tx.record(fact, subject=f"day:{hall}:{on.isoformat()}", actor=actor.number, hall=hall)
        return fact
