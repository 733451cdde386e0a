"""Who acts, as the roster says now: every action asks this inside its own transaction.

A counter stays open for hours. What it was told at sign-in says who it is, not what they may do: they may have left,
lost a role or moved to another hall since. So an `Actor` handed to an action names a person and proves nothing else.
"""

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.journal.store import Transaction
from shared.people.tables import PersonRow
from shared.reference.publishers import reads_the_roster


@reads_the_roster
def acting(tx: Transaction, actor: Actor, act: Act | None = None) -> Actor | Refusal:
    """The person with today's role, post and hall; refused (`not_allowed`) to who has left or may not do `act`.

    An actor without a number is whoever runs this machine's command line: who may write its files needs no role.
    """
    if not actor.number:
        return actor
    row = PersonRow.select().where(PersonRow.number == actor.number, PersonRow.active).first(tx.store.db)
    if row is None:
        return Refusal("not_allowed")
    found = Actor(number=row.number, name=row.name, role=Role(row.role), post=row.post, hall=row.hall)
    return found if act is None or may(found.role, act) else Refusal("not_allowed")


def allowed(tx: Transaction, actor: Actor | None, act: Act) -> str | Refusal:
    """The number of whoever may do `act`, as the roster says now; "" for None, whoever runs a single PC."""
    who = acting(tx, actor, act) if actor else None
    return who if isinstance(who, Refusal) else who.number if who else ""
