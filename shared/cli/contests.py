"""`warm-window contest`: planned, timed, excused, closed; places and units' results."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from shared.cli.authority import person_for
from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import DAY, json_option
from shared.domain.money import decimal
from shared.domain.roles import Act

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.practice.learning.contests import Contest

_contest = click.option("--contest", "subject", required=True, help="见 contest list · as `contest list` says")
_staff = click.option("--staff", required=True, help="工号")


@click.group()
def contest() -> None:
    """竞赛：安排、计时、准假、结束、名次 · Contests."""


@contest.command("list")
@json_option
@click.pass_obj
def list_(context: CommandContext, as_json: bool) -> None:
    """竞赛和结果 · Contests, places and units' results (out of 100)."""
    from shared.practice.learning import contests

    with context.store() as store:
        found = [_told(store, each) for each in contests.contests_of(store)]
    if as_json:
        context.json(found)
        return
    for each in found:
        click.echo(f"{each['contest']}  {each['day']}  {each['title']}")
        for place in each["places"]:
            click.echo(f"  {place['place']}  {place['number']}  {place['name']}  {place['total']}")
        for unit, result in each["units"].items():
            click.echo(f"  {unit}  {result}")


def _told(store: "Store", found: "Contest") -> dict[str, Any]:
    from shared.practice.assessment.inspections import units
    from shared.practice.learning import contests

    results = contests.unit_results(store, found, {unit.name: unit.halls for unit in units(store)})
    return {
        "contest": found.id,
        "title": found.plan.title,
        "day": found.plan.day.isoformat(),
        "closed": found.closed is not None,
        "places": [
            {"place": p.place, "number": p.staff, "name": p.name, "hall": p.hall, "total": decimal(p.total)}
            for p in contests.places(store, found.id)
        ],
        "units": {unit: decimal(result) for unit, result in results.items()},
    }


@contest.command()
@click.option("--title", required=True, help="标题 · the title")
@click.option("--day", type=DAY, required=True, help="2026-06-01")
@click.option("--post", "posts", multiple=True, required=True, help="参赛岗位，可多次 · may be repeated")
@click.option("--bank", default="", help="理论题库 · bank of the theory round")
@click.option("--questions", type=click.IntRange(0, 100), default=0, help="理论题数")
@click.option("--judge", "judges", multiple=True, help="实操评委工号，可多次 · may be repeated")
@click.option("--speed", is_flag=True, help="有速度一轮 · with a speed round")
@by_
@click.pass_obj
def plan(
    context: CommandContext,
    title: str,
    day: datetime,
    posts: tuple[str, ...],
    bank: str,
    questions: int,
    judges: tuple[str, ...],
    speed: bool,
    by: str,
) -> None:
    """安排竞赛 · Plan a contest."""
    from shared.practice.learning import actions
    from shared.practice.learning.facts import ContestPlanned

    wanted = ContestPlanned(
        title=title,
        year=day.year,
        day=day.date(),
        posts=posts,
        bank=bank,
        shown=questions,
        judges=judges,
        speed=speed,
    )
    made = office_step(
        context, by, Act.TRAIN, lambda store, who: actions.plan_contest(store, who, wanted, now=context.now)
    )
    context.say("contest_planned", contest=made)


@contest.command()
@_contest
@_staff
@click.option("--points", type=click.IntRange(0, 100), required=True, help="实操得分 · points for practice")
@click.option("--as", "by", required=True, help="评委工号 · the judge")
@click.pass_obj
def mark(context: CommandContext, subject: str, staff: str, points: int, by: str) -> None:
    """评委打分 · A judge's points."""
    from shared.domain.actor import Actor
    from shared.domain.refusal import Refusal
    from shared.practice.learning import actions

    with context.store() as store:
        known = context.person(store, by)
        person_for(context, store, Act.GIVE_CARD, known.number)  # everybody may be a judge; their PIN says who it is
        judge = Actor(known.number, known.name, known.role, known.post, known.hall)
        refused = actions.mark_practice(store, judge, subject, staff, points, now=context.now)
    if isinstance(refused, Refusal):
        raise context.refused(refused)
    context.say("contest_noted")


@contest.command()
@_contest
@_staff
@click.option("--tenths", type=click.IntRange(1, 36_000), required=True, help="十分之一秒 · tenths of a second")
@by_
@click.pass_obj
def time(context: CommandContext, subject: str, staff: str, tenths: int, by: str) -> None:
    """记速度 · Enter a time."""
    from shared.practice.learning import actions

    office_step(
        context,
        by,
        Act.TRAIN,
        lambda store, who: actions.time_speed(store, who, subject, staff, tenths, now=context.now),
    )
    context.say("contest_noted")


@contest.command()
@_contest
@_staff
@click.option("--reason", required=True, help="原因 · why")
@by_
@click.pass_obj
def excuse(context: CommandContext, subject: str, staff: str, reason: str, by: str) -> None:
    """准假：不计入参赛率 · Excuse somebody: they do not count in the participation."""
    from shared.practice.learning import actions

    office_step(
        context, by, Act.TRAIN, lambda store, who: actions.excuse(store, who, subject, staff, reason, now=context.now)
    )
    context.say("contest_noted")


@contest.command()
@_contest
@by_
@click.pass_obj
def close(context: CommandContext, subject: str, by: str) -> None:
    """结束竞赛，公布名次 · Close the contest and publish the places."""
    from shared.practice.learning import actions

    office_step(context, by, Act.TRAIN, lambda store, who: actions.close_contest(store, who, subject, now=context.now))
    context.say("contest_is_closed")
