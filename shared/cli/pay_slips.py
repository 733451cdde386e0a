"""`warm-window pay slip|appeal|appeals|answer`: one person's slip, and the appeals against its lines."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli import output
from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import format_option, json_option, month_option, out_option
from shared.cli.pay import pay
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act

if TYPE_CHECKING:
    from shared.journal.store import Store

__all__ = ["pay"]


@pay.command()
@month_option
@click.option("--staff", required=True, help="本人工号 · the person's own staff number")
@click.option("--line", "code", required=True, help="明细行代码，见 pay slip --format json · the line's code")
@click.option("--text", required=True, help="哪里不对 · what is wrong")
@click.pass_obj
def appeal(context: CommandContext, month: str, staff: str, code: str, text: str) -> None:
    """公示期内对本人的一行申诉 · Appeal against one line of one's own slip during the notice period."""
    from shared.practice.performance import actions, own

    with context.store() as store:
        person = context.person(store, staff)
        who = person_for(context, store, Act.SERVE, person.number)
        actor = who or Actor(person.number, person.name, person.role, person.post, person.hall)
        slip = own.own_slip(store, person.number, month)
        known = {line.code for block in slip.blocks for line in block.lines} if slip else set()
        if slip is None or code not in known:
            no_slip = Refusal("no_slip", {"month": month, "number": person.number})
            unknown = Refusal("no_such_line", {"line": code, "known": "、".join(sorted(known))})
            raise context.refused(unknown if slip else no_slip)
        refusal = actions.appeal(store, actor, month, person.number, code, text, now=context.now)
        if refusal:
            raise context.refused(refusal)
    context.say("pay_appealed", month=month, number=person.number)


@pay.command()
@month_option
@json_option
@as_
@click.pass_obj
def appeals(context: CommandContext, month: str, as_json: bool, by: str) -> None:
    """一个月的申诉和答复 · A month's appeals with their answers."""
    from shared.practice.performance import views

    with context.store() as store:
        person_for(context, store, Act.PAY, by)
        found = views.appeals(store, month)
    if as_json:
        context.json(found)
        return
    for each in found:
        answer = ("✓ " if each.accepted else "✗ ") + each.reason if each.answered else "?"
        click.echo("  ".join((each.appeal, each.staff, each.line, each.text, answer)))


@pay.command()
@month_option
@click.option("--appeal", "appealed", required=True, help="申诉编号，见 pay appeals · its id, or its beginning")
@click.option("--accept/--decline", required=True, help="采纳或不采纳；采纳即改正事实 · accepted: a fact is corrected")
@click.option("--reason", required=True, help="理由 · why")
@by_
@click.pass_obj
def answer(context: CommandContext, month: str, appealed: str, accept: bool, reason: str, by: str) -> None:
    """答复申诉 · Answer an appeal."""
    from shared.practice.performance import actions, views

    def step(store: "Store", who: Actor) -> Refusal | None:
        found = [each.appeal for each in views.appeals(store, month) if each.appeal.startswith(appealed)]
        one = found[0] if len(found) == 1 else appealed
        return actions.answer(store, who, month, one, accept, reason, now=context.now)

    office_step(context, by, Act.PAY, step)
    context.say("pay_answered", month=month)


@pay.command()
@month_option
@click.option("--staff", required=True, help="工号 · staff number")
@format_option("pdf", "json")
@out_option
@as_
@click.pass_obj
def slip(context: CommandContext, month: str, staff: str, form: str, out: Path | None, by: str) -> None:
    """绩效明细单 · One person's slip, line by line."""
    from shared.people.views import hall_names, number_of
    from shared.practice.performance import slip_prints, states, views
    from shared.practice.performance.slip import as_json, of_person

    output.needs_out(context, form, out)
    with context.store() as store:
        staff = number_of(store, staff)
        own = number_of(store, by) == staff  # everybody may read their own
        person_for(context, store, Act.GIVE_CARD if own else Act.PAY, by)
        found = views.slip(store, month, staff)
        if isinstance(found, Refusal):
            raise context.refused(found)
        closed = states.standing(store, month).closed is not None
        made = of_person(staff, found, hall_names(store), closed)
    with context.printer() if form == "pdf" else nullcontext():
        content = as_json(made) if form == "json" else output.pdf(lambda file: slip_prints.as_pdf(made, file))
    output.write(context, content, out)
