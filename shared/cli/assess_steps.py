"""`warm-window assess draw|publish|lot|announce|close|differences|appeals|answer`: the steps of a month and a year."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from shared.cli.assessing import assess, signed_days
from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import json_option, month_option, year_option
from shared.domain.money import decimal, yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.practice.assessment.facts import Part

if TYPE_CHECKING:
    from fractions import Fraction

    from shared.domain.actor import Actor
    from shared.journal.store import Store
    from shared.practice.assessment.plans import Plan

__all__ = ["assess"]


@assess.command()
@month_option
@click.option("--inspector", "inspectors", multiple=True, required=True, help="检查员工号，可多次 · may be repeated")
@by_
@click.pass_obj
def draw(context: CommandContext, month: str, inspectors: tuple[str, ...], by: str) -> None:
    """任命检查员并抽签：承诺值公开，计划留在经营管理部 · Appoint inspectors and draw the month's visits."""
    from shared.people.views import number_of
    from shared.practice.assessment import actions, plans

    def step(store: "Store", actor: "Actor") -> "Plan | Refusal | None":
        numbers = tuple(number_of(store, number) for number in inspectors)
        return actions.draw_plan(store, actor, month, numbers, now=context.now) or plans.plan(store, month)

    made = office_step(context, by, Act.ASSESS, step)
    context.say("plan_drawn", month=month, hash=made.commitment if made else "")


@assess.command()
@month_option
@by_
@click.pass_obj
def publish(context: CommandContext, month: str, by: str) -> None:
    """公布一个月的检查结果 · Publish a month's inspections; halls may appeal."""
    from shared.practice.assessment import actions

    office_step(context, by, Act.ASSESS, lambda store, who: actions.publish_month(store, who, month, now=context.now))
    context.say("inspections_published", month=month)


@assess.command()
@month_option
@json_option
@click.pass_obj
def lot(context: CommandContext, month: str, as_json: bool) -> None:
    """核对一个月的抽签：种子、承诺值和计划 · Verify a published month's lot: seed, commitment and plan."""
    from shared.practice.assessment import plans, words

    with context.store() as store:
        found, published = plans.lot_check(store, month), plans.plan(store, month)
    if found is None:
        raise context.problem("no_lot", month=month)
    if as_json:
        slots = [
            {"unit": s.unit, "visit": s.visit.value, "day": s.day.isoformat(), "hour": s.hour} for s in found.slots
        ]
        commitment = published.commitment if published else ""
        context.json({"month": month, "commitment": commitment, "ok": found.refusal is None, "slots": slots})
        return
    if found.refusal:
        raise context.refused(found.refusal)
    context.say("lot_holds", month=month)
    for slot in found.slots:
        click.echo(f"{slot.unit}  {words.visit(slot.visit.value)}  {slot.day}  {slot.hour:02}:00")


def _year_step(context: CommandContext, by: str, year: int, step: Callable[..., Refusal | None]) -> None:
    office_step(
        context, by, Act.ASSESS, lambda store, who: step(store, who, year, signed_days(store, year), now=context.now)
    )


@assess.command()
@year_option
@by_
@click.pass_obj
def announce(context: CommandContext, year: int, by: str) -> None:
    """年度考核公示 · Publish the year's board for notice."""
    from shared.practice.assessment import actions

    _year_step(context, by, year, actions.publish_year)
    context.say("year_announced", year=year)


@assess.command()
@year_option
@by_
@click.pass_obj
def close(context: CommandContext, year: int, by: str) -> None:
    """审核并关账；编制人不能审核 · Approve and close the year; not by whoever prepared it."""
    from shared.practice.assessment import actions

    _year_step(context, by, year, actions.close_year)
    context.say("year_is_closed", year=year)


@assess.command()
@year_option
@json_option
@as_
@click.pass_obj
def differences(context: CommandContext, year: int, as_json: bool, by: str) -> None:
    """关账后今天重算有何不同 · Where recomputing today differs from what was closed."""
    from shared.practice.assessment import views

    with context.store() as store:
        person_for(context, store, Act.ASSESS, by)
        broken = views.recheck(store, year)
        found = broken or views.differences(store, year, signed_days(store, year), now=context.now)
    if isinstance(found, Refusal):
        raise context.refused(found)
    rows = [{"unit": each.key, "closed": _score(each.closed), "today": _score(each.today)} for each in found]
    if as_json:
        context.json(rows)
        return
    context.say("differences_found", count=len(rows))
    for each in found:
        click.echo(f"{each.key}  {_score(each.closed)} → {_score(each.today)}")


def _score(value: "tuple[Fraction, int] | None") -> str | None:
    return None if value is None else f"{decimal(value[0])} / {yuan(value[1])}"


@assess.command("set")
@year_option
@click.option("--unit", required=True, help="单位代码或名称 · code or name")
@click.option("--part", type=click.Choice([part.value for part in Part]), required=True, help="考核项 · the part")
@click.option("--value", required=True, help="得分，0–20 · points")
@click.option("--reason", required=True, help="理由 · why")
@by_
@click.pass_obj
def set_(context: CommandContext, year: int, unit: str, part: str, value: str, reason: str, by: str) -> None:
    """把一个考核项设为建议以外的值 · Set a part to a value other than the suggested one."""
    from shared.practice.assessment import actions, views

    def step(store: "Store", who: "Actor") -> Refusal | None:
        found = views.unit_named(store, unit)
        if found is None:
            known = "、".join(each.name for each in views.units(store))
            return Refusal("unit_not_known", {"value": unit, "known": known})
        return actions.set_part(
            store, who, year, found.code, Part(part), value, reason, signed_days(store, year), now=context.now
        )

    office_step(context, by, Act.ASSESS, step)
    context.say("part_set")


@assess.command()
@month_option
@json_option
@as_
@click.pass_obj
def appeals(context: CommandContext, month: str, as_json: bool, by: str) -> None:
    """一个月检查的申诉和决定 · A month's appeals against inspections."""
    from shared.practice.assessment import plans

    with context.store() as store:
        person_for(context, store, Act.ASSESS, by)
        known = {each.id for each in plans.visits(store, month)} | set(plans.shown(store, month))
        found = [each for each in plans.appeals(store) if each.inspection in known]
    if as_json:
        context.json(found)
        return
    for each in found:
        answer = f"{'✓ ' + each.earned if each.accepted else '✗'} {each.reason}" if each.decided else "?"
        click.echo("  ".join((each.inspection, each.line, each.actor, each.text, answer)))


@assess.command()
@click.option("--inspection", required=True, help="检查编号，见 assess appeals · its id")
@click.option("--line", "code", required=True, help="条目代码 · the line's code")
@click.option("--earned", default="", help="更正后的得分；不写即维持 · corrected points; without it: unchanged")
@click.option("--reason", required=True, help="理由 · why")
@by_
@click.pass_obj
def answer(context: CommandContext, inspection: str, code: str, earned: str, reason: str, by: str) -> None:
    """决定一件检查申诉；已公布的分数仍在旁边 · Decide an appeal; the published score stays beside it."""
    from shared.practice.assessment import actions

    office_step(
        context,
        by,
        Act.ASSESS,
        lambda store, who: actions.decide(store, who, inspection, code, earned, reason, now=context.now),
    )
    context.say("item_decided")
