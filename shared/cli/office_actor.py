"""Who of the office does it: named, or the only one; on a device of a hub by their PIN."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from shared.cli.authority import person_for
from shared.cli.context import CommandContext
from shared.declaration.practice import OFFICE_ONLY
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role

if TYPE_CHECKING:
    from shared.journal.store import Store

T = TypeVar("T")

by_ = click.option("--by", "--as", "by", default="", help="办理人工号 · staff number of the person acting")


def office_actor(context: CommandContext, store: "Store", by: str, act: Act) -> Actor:
    """Whoever does it: the person named by `by`, or the office's only one. Raises `Problem` where that is nobody."""
    from shared.people.views import everyone, number_of

    by = number_of(store, by) if by else ""
    if who := person_for(context, store, act, by, devices=OFFICE_ONLY):
        return who
    office = [person for person in everyone(store) if person.role is Role.OFFICE]
    found = [person for person in office if by in ("", person.number)]
    if by and not found:
        raise context.refused(Refusal("not_allowed"))
    if len(found) > 1:
        raise context.problem("who_does_it", known="、".join(f"{each.number} {each.name}" for each in office))
    one = found[0] if found else None
    return Actor(number=one.number if one else "", name=one.name if one else "", role=Role.OFFICE, post="", hall="")


def office_step(context: CommandContext, by: str, act: Act, step: Callable[["Store", Actor], T | Refusal]) -> T:
    """Do a step that only the office may do, as `office_actor`. Raises `Problem`, also where the step refuses."""
    with context.store() as store:
        done = step(store, office_actor(context, store, by, act))
    if isinstance(done, Refusal):
        raise context.refused(done)
    return done
