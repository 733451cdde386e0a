"""Checks who publishes against the roster. `shared.people` is a package above this one, so it registers itself here."""

from collections.abc import Callable
from typing import TypeVar

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Transaction

R = TypeVar("R", bound=Callable[..., Actor | Refusal])
RosterCheck = Callable[[Transaction, Actor, Act], Actor | Refusal]
"""(transaction, who says to act, the act) -> who they are by now, or why they may not."""

_sources: list[RosterCheck] = []


def registers_roster_check(source: R) -> R:
    """Register the one source; a decorator for `shared.people`, which every program that opens a journal loads."""
    _sources[:] = [source]
    return source


def publisher(tx: Transaction, actor: Actor) -> Actor | Refusal:
    """Whoever publishes, re-read; refused unless their role may publish."""
    (source,) = _sources
    return source(tx, actor, Act.PUBLISH)
