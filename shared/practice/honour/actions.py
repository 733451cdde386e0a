"""What an app may do with the honour wall: set whether somebody is shown, refresh their honours."""

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.acting import acting
from shared.people.views import everyone
from shared.practice.honour.earned import earned
from shared.practice.honour.facts import HonourSet
from shared.practice.honour.rules import may_show
from shared.practice.honour.tables import HonourRow


def set_shown(store: Store, actor: Actor, shown: bool, *, now: int) -> Refusal | None:
    """Set whether the actor is shown; refused (`no_honour`) to whoever holds none."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        honours = earned(store, who.number)
        if refusal := may_show(shown, honours):
            return refusal
        fact = HonourSet(staff=who.number, shown=shown, honours=honours if shown else ())
        tx.record(fact, subject=f"honour:{who.number}", actor=who.number, hall=who.hall)
    return None


def refresh(store: Store, *, now: int) -> int:
    """Update the honours of this hall's people who are shown, as after a promotion; how many changed.

    Their consent stays while they hold none, or none that is known here yet: the wall leaves them out meanwhile.
    """
    here = {each.number for each in everyone(store, store.hall)}
    rows = [row for row in HonourRow.select().where(HonourRow.shown).execute(store.db) if row.staff in here]
    due = [(row.staff, earned(store, row.staff)) for row in rows]
    changed = [each for each, row in zip(due, rows, strict=True) if tuple(row.honours.split()) != each[1]]
    for staff, honours in changed:
        with store.transaction(now) as tx:
            tx.record(HonourSet(staff=staff, shown=True, honours=honours), subject=f"honour:{staff}")
    return len(changed)
