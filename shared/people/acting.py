"""Checks who acts against the roster of this moment: every action does so inside its own transaction.

A counter stays open for hours, and the person signed in may have left, lost a role or moved to another hall since. So
an `Actor` handed to an action names a person and proves no right.
"""

from collections.abc import Callable
from functools import update_wrapper
from inspect import Parameter, signature
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store, Transaction
from shared.people.tables import PersonRow
from shared.reference.publishers import registers_roster_check
from shared.sync.enrolment import joined

P = ParamSpec("P")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
_ACTIVE = PreparedQuery(
    lambda number: PersonRow.select(
        PersonRow.number, PersonRow.name, PersonRow.role, PersonRow.post, PersonRow.hall
    ).where(PersonRow.number == number, PersonRow.active)
)


@registers_roster_check
def acting(tx: Transaction, actor: Actor, act: Act | None = None, *, at_home: bool = False) -> Actor | Refusal:
    """The person with today's role, post and hall; refused (`not_allowed`) to who has left or may not do `act`.

    `at_home`: refused (`only_at_home`) on a counter of another hall, from which the hub would not take it.

    An actor without a number is whoever runs this machine's command line: who may write its files needs no role.
    """
    if not actor.number:
        return actor
    row = _ACTIVE.first(tx.store.db, actor.number)
    if row is None:
        return Refusal("not_allowed")
    found = Actor(number=row.number, name=row.name, role=Role(row.role), post=row.post, hall=row.hall)
    if act is not None and not may(found.role, act):
        return Refusal("not_allowed")
    return Refusal("only_at_home") if at_home and _elsewhere(tx, found) else found


def _elsewhere(tx: Transaction, who: Actor) -> bool:
    """Whether this is a counter of another hall than theirs; a single PC and the office's are nobody's."""
    return tx.store.hall not in ("*", who.hall) and joined(tx.store.folder) is not None


def allowed(tx: Transaction, actor: Actor | None, act: Act) -> str | Refusal:
    """The number of whoever may do `act`, as the roster says now; "" for None, whoever runs a single PC."""
    who = acting(tx, actor, act) if actor else None
    return who if isinstance(who, Refusal) else who.number if who else ""


def action(
    act: Act | None = None, *, at_home: bool = False
) -> Callable[[Callable[Concatenate[Transaction, Actor, P], T]], Callable[Concatenate[Store, Actor, P], T | Refusal]]:
    """Make `body(tx, who, …, *, now)` an action, called with the store and who says to act instead.

    It reads, decides and records in one transaction, in which `who` is what the roster says of them. Whoever may not do
    `act`, or where (see `acting`), is refused before.
    """

    def made(
        body: Callable[Concatenate[Transaction, Actor, P], T],
    ) -> Callable[Concatenate[Store, Actor, P], T | Refusal]:
        def acted(store: Store, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T | Refusal:
            with store.transaction(cast("int", kwargs["now"])) as tx:
                who = acting(tx, actor, act, at_home=at_home)
                return who if isinstance(who, Refusal) else body(tx, who, *args, **kwargs)

        return named_after(body, acted, store=Store, actor=Actor)

    return made


def named_after(body: Callable[..., Any], function: F, /, **leading: type) -> F:
    """Give `function` the name, docstring and signature of `body`, but for its first parameters: name -> type."""
    update_wrapper(function, body)
    first = [Parameter(name, Parameter.POSITIONAL_ONLY, annotation=kind) for name, kind in leading.items()]
    said = signature(body)
    rest = list(said.parameters.values())[len(first) :]
    setattr(function, "__signature__", said.replace(parameters=[*first, *rest]))  # noqa: B010 - no attribute of Callable
    return function
