"""`warm-window course` and `training`: courses, sessions, who is missing, certificates, faulty questions."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click
import msgspec
from msgspec.structs import asdict

from shared.cli.authority import person_for
from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import DAY, json_option
from shared.domain.roles import Act
from shared.domain.workdays import day_of

if TYPE_CHECKING:
    from shared.domain.actor import Actor
    from shared.domain.refusal import Refusal
    from shared.journal.store import Store
    from shared.practice.learning.facts import CourseSet
    from shared.practice.learning.views import Skill, Standing

_CATEGORIES = click.Choice(["aim", "awareness", "skill", "team"])


@click.group()
def course() -> None:
    """培训课程：设置、列出、安排场次、结束 · Courses and their sessions."""


@course.command("list")
@json_option
@click.pass_obj
def list_(context: CommandContext, as_json: bool) -> None:
    """课程和场次 · Courses and their sessions."""
    from shared.practice.learning import views, words

    with context.store() as store:
        courses, sessions = views.courses(store), views.sessions(store)
    if as_json:
        held = [_with_iso_days(asdict(each)) for each in sessions]
        context.json({"courses": [_course(each) for each in courses], "sessions": held})
        return
    for each in courses:
        click.echo(f"{each.code}  {each.title}  {words.category(each.category.value)}  {each.due}")
    for one in sessions:
        click.echo(f"{one.id}  {one.day} {one.start}  {one.title}  {one.place}  {words.session(one.state.value)}")


def _course(each: "CourseSet") -> dict[str, Any]:
    return {name: value for name, value in msgspec.to_builtins(each).items() if name != "kind"}


def _with_iso_days(values: dict[str, Any]) -> dict[str, Any]:
    """The same values with days as ISO texts, for JSON."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


@course.command("set")
@click.option("--code", required=True, help="代号，也是题库的名称 · also the name of its question bank")
@click.option("--title", required=True, help="标题 · the title")
@click.option("--category", type=_CATEGORIES, required=True, help="类别 · category")
@click.option("--post", "posts", multiple=True, help="应学岗位，可多次 · may be repeated")
@click.option("--related", multiple=True, help="相关岗位，可多次 · may be repeated")
@click.option("--due", type=DAY, required=True, help="2026-03-31")
@click.option("--months", type=click.IntRange(0, 120), default=0, help="有效月数，0 为长期 · months; 0: no expiry")
@click.option("--questions", type=click.IntRange(0, 100), default=0, help="考试题数，0 为不考 · 0: no quiz")
@click.option("--no-session", is_flag=True, help="不须到场 · no attendance required")
@by_
@click.pass_obj
def set_(
    context: CommandContext,
    code: str,
    title: str,
    category: str,
    posts: tuple[str, ...],
    related: tuple[str, ...],
    due: datetime,
    months: int,
    questions: int,
    no_session: bool,
    by: str,
) -> None:
    """设置课程 · Add a course or change it."""
    from shared.practice.learning import actions
    from shared.practice.learning.facts import Category, CourseSet

    wanted = CourseSet(
        code=code,
        title=title,
        category=Category(category),
        posts=posts,
        related=related,
        due=due.date(),
        months=months,
        shown=questions,
        session=not no_session,
    )
    office_step(context, by, Act.TRAIN, lambda store, who: actions.set_course(store, who, wanted, now=context.now))
    context.say("course_set", code=code)


@course.command()
@click.option("--code", required=True, help="课程代号 · the course's code")
@click.option("--day", type=DAY, required=True, help="2026-03-31")
@click.option("--start", default="09:00", help="开始时间 · when it begins")
@click.option("--place", default="", help="地点 · where")
@click.option("--trainer", required=True, help="培训师工号")
@click.option("--invite", "invited", multiple=True, help="应到工号，可多次；不写为所有还没完成的人")
@json_option
@by_
@click.pass_obj
def plan(
    context: CommandContext,
    code: str,
    day: datetime,
    start: str,
    place: str,
    trainer: str,
    invited: tuple[str, ...],
    as_json: bool,
    by: str,
) -> None:
    """安排一场培训 · Plan a session."""
    from shared.practice.learning import actions
    from shared.practice.learning.actions import Plan

    wanted = Plan(code, day.date(), start, place, trainer, invited)
    session = office_step(context, by, Act.TRAIN, lambda store, who: actions.plan(store, who, wanted, now=context.now))
    if as_json:
        context.json({"session": session})
    else:
        context.say("training_planned", session=session)


@course.command()
@click.option("--session", required=True, help="见 course list")
@by_
@click.pass_obj
def close(context: CommandContext, session: str, by: str) -> None:
    """结束一场培训：没有记录的算缺席 · Close a session: people not recorded count as absent."""
    from shared.practice.learning import actions

    office_step(context, by, Act.TRAIN, lambda store, who: actions.close_session(store, who, session, now=context.now))
    context.say("training_closed")


@click.group()
def training() -> None:
    """谁还没学、员工×课程、技能卡、发证、停用试题 · Missing staff, matrix, skills, certificates, voiding."""


@training.command()
@click.option("--hall", default="", help="只看这个大厅 · of this hall only")
@click.option("--day", type=DAY, help="那一天的情况 · as of a day")
@json_option
@by_
@click.pass_obj
def missing(context: CommandContext, hall: str, day: datetime | None, as_json: bool, by: str) -> None:
    """谁还没学 · Who is missing, the most urgent first."""
    from shared.practice.learning import views, words

    with context.store() as store:
        person_for(context, store, Act.SEE_HALL, by)
        of = context.hall_code(store, hall) if hall else ""
        found = views.missing(store, day.date() if day else day_of(context.now), of)
    if as_json:
        context.json([_with_iso_days(asdict(each)) | {"standing": _standing(each.standing)} for each in found])
        return
    for each in found:
        state = words.state(each.standing.state.value)
        click.echo(f"{state}  {each.number}  {each.name}  {each.hall}  {each.title}  {each.standing.due}")


def _standing(found: "Standing") -> dict[str, Any]:
    return _with_iso_days(asdict(found))


@training.command()
@json_option
@by_
@click.pass_obj
def matrix(context: CommandContext, as_json: bool, by: str) -> None:
    """员工×课程 · Staff × courses."""
    from shared.practice.learning import views, words

    with context.store() as store:
        person_for(context, store, Act.SEE_HALL, by)
        found = views.matrix(store, day_of(context.now))
    if as_json:
        context.json(
            [asdict(one) | {"standings": {c: _standing(each) for c, each in one.standings.items()}} for one in found]
        )
        return
    for one in found:
        said = "  ".join(f"{code} {words.state(each.state.value)}" for code, each in one.standings.items())
        click.echo(f"{one.number}  {one.name}  {one.hall}  {said}")


@training.command()
@click.argument("number")
@json_option
@by_
@click.pass_obj
def skills(context: CommandContext, number: str, as_json: bool, by: str) -> None:
    """一个人的技能卡 · One person's skills."""
    from shared.practice.learning import views, words

    with context.store() as store:
        person_for(context, store, Act.SEE_HALL, by)
        card = views.skills(store, context.person(store, number).number, day_of(context.now))
    shown = card.skills if card else ()
    if as_json:
        context.json([_skill(each) for each in shown])
        return
    for each in shown:
        click.echo(
            f"{each.course.title}  {words.state(each.standing.state.value)}  {each.standing.until or ''}".rstrip()
        )


def _skill(each: "Skill") -> dict[str, Any]:
    return {
        "course": each.course.code,
        "standing": _standing(each.standing),
        "certified": each.certificate is not None,
    }


@training.command()
@by_
@click.pass_obj
def certify(context: CommandContext, by: str) -> None:
    """给完成课程并考试合格的人发证 · Certify everybody who has completed a course and passed its quiz."""
    from shared.practice.learning import actions

    count = office_step(context, by, Act.TRAIN, lambda store, who: actions.certify(store, who, now=context.now))
    context.say("training_certified", count=count)


@training.command()
@click.option("--bank", required=True, help="题库 · the question bank")
@click.option("--code", required=True, help="题目编号 · the question's code")
@click.option("--reason", default="", help="不写即只看影响 · without it: only show what would change")
@by_
@click.pass_obj
def void(context: CommandContext, bank: str, code: str, reason: str, by: str) -> None:
    """停用一道有误的试题；已有的合格不取消 · Void a faulty question; no pass is taken away."""
    from shared.practice.learning import actions, papers

    if reason:

        def step(store: "Store", actor: "Actor") -> "int | Refusal":
            return actions.void(store, actor, bank, code, reason, now=context.now)

        context.say("question_is_void", count=office_step(context, by, Act.TRAIN, step))
        return
    with context.store() as store:
        person_for(context, store, Act.TRAIN, by)
        if not any(known == code for known, _ in papers.versions(store, bank)):
            raise context.problem("no_question", bank=bank, code=code)
        changes = papers.voiding(store, bank, code)
        names = {each.staff: context.person(store, each.staff).name for each in changes}
    for each in changes:
        before, after = (f"{grade.right}/{grade.shown}" for grade in (each.before, each.after))
        context.say("void_would", name=names[each.staff], number=each.staff, before=before, after=after)
