"""Checks who acts at the command line: on a single PC anybody who may write its files; on a hub's device a person.

A device that joined a hub does no more at its terminal than at its screens: what the hub would not take from it is
refused at once, and the rest is done by somebody (`--as NUMBER`), who is asked for the PIN.
"""

from typing import TYPE_CHECKING

import click

from shared.cli.context import CommandContext
from shared.declaration.practice import COUNTERS, DeviceKind
from shared.domain.actor import Actor
from shared.domain.clock import steady_clock
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, above, may

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.journal.store import Store
    from shared.people.rules import RosterLine

as_ = click.option("--as", "by", default="", metavar="工号", help="由谁办理（已加入汇聚库时） · the person acting")


def person_for(
    context: CommandContext, store: "Store", act: Act, by: str, *, devices: "frozenset[DeviceKind]" = COUNTERS
) -> Actor | None:
    """Whoever does it, by their PIN; None on a single PC, and before anybody who may do it has a PIN."""
    from shared.people import actions
    from shared.sync import enrolment

    joined = enrolment.joined(store.folder)
    if joined is None:
        return None
    if joined.kind not in devices:
        raise context.problem("not_this_device")
    if not by and not _somebody_may(store, act):
        return None
    if not by:
        raise context.problem("say_as")
    pin = click.prompt(context.sentence("ask_own_pin", number=by), hide_input=True, err=True)
    answer = actions.sign_in(store, by, pin, now=context.now, program="counter", steady=steady_clock())
    if isinstance(answer, Refusal):
        raise context.refused(answer)
    if not may(answer.role, act):
        raise context.refused(Refusal("not_allowed"))
    return answer


def _somebody_may(store: "Store", act: Act) -> bool:
    """Whether somebody with the right and a PIN is known here."""
    found = store.db.execute_sql("SELECT role FROM person WHERE active AND pin_hash <> ''").fetchall()
    return any(may(Role(role), act) for (role,) in found)


def refuse_beyond_hall(context: CommandContext, store: "Store", lines: "Iterable[RosterLine]") -> None:
    """A counter on a hub keeps the roster of its own hall, up to supervisors, before and after."""
    from shared.people import views
    from shared.sync import enrolment

    joined = enrolment.joined(store.folder)
    if joined is None or joined.kind != DeviceKind.COUNTER:
        return
    own = {store.hall} | {hall.name for hall in views.halls(store) if hall.code == store.hall}
    for line in lines:
        before = views.person(store, line.number)
        moved = before is not None and (before.hall != store.hall or above(before.role, Role.SUPERVISOR))
        if moved or line.hall not in own or above(line.role, Role.SUPERVISOR):
            raise context.problem("beyond_hall", number=line.number)
