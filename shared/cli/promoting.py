"""`warm-window promote`: who is due on the ladder of 5P cards, and the office's confirmation."""

from typing import TYPE_CHECKING

import click

from shared.cli.authority import person_for
from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import json_option
from shared.domain.refusal import Refusal
from shared.domain.roles import Act

if TYPE_CHECKING:
    from shared.domain.actor import Actor
    from shared.journal.store import Store
    from shared.practice.promotion.views import Promotion, Standing


@click.command()
@click.option("--staff", default="", help="工号：确认此人的晋级；不写则列出 · whom to confirm; else the list")
@json_option
@by_
@click.pass_obj
def promote(context: CommandContext, staff: str, as_json: bool, by: str) -> None:
    """5P卡累计进阶：谁已达到、由经营管理部确认 · Who has reached a level; confirmed by the office."""
    from shared.practice.cards import words
    from shared.practice.promotion import actions, views

    if staff:

        def step(store: "Store", actor: "Actor") -> "Promotion | Refusal | None":
            number = context.person(store, staff).number
            made = actions.promote(store, actor, number, now=context.now)
            return made if isinstance(made, Refusal) else views.promotion(store, number)

        confirmed = office_step(context, by, Act.PROMOTE, step)
        if confirmed:
            context.say("promoted", number=confirmed.staff, level=words.level(confirmed.level))
        return
    with context.store() as store:
        person_for(context, store, Act.PROMOTE, by)
        found = views.standings(store)
    if as_json:
        context.json([_standing(each) for each in found])
        return
    for each in found:
        level = words.level(each.reached) if each.reached else "—"
        due = context.sentence("due") if each.due else ""
        click.echo("  ".join((each.number, each.name, str(each.total), level, due)).rstrip())


def _standing(each: "Standing") -> dict[str, object]:
    return {
        "number": each.number,
        "name": each.name,
        "hall": each.hall,
        "total": each.total,
        "by_p": each.by_p,
        "reached": each.reached,
        "confirmed": each.promotion.level if each.promotion else "",
        "due": each.due,
    }
