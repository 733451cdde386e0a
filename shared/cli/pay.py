"""`warm-window pay`: a month's pay computed, published, closed; one person's slip."""

from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.cli import output
from shared.cli.authority import as_, person_for
from shared.cli.here import Here
from shared.cli.months import Month
from shared.cli.office_actor import by_, office_step
from shared.domain.actor import Actor
from shared.domain.money import decimal, yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.practice.performance.corrections import Differing, Unpaid
    from shared.practice.performance.rules.pay import Paid
    from shared.practice.performance.views import Computed

_json = click.option("--json", "as_json", is_flag=True, help="只输出 JSON · nothing but JSON")
_month = click.option("--month", type=Month(), required=True, help="2026-03")


@click.group()
def pay() -> None:
    """个人绩效 · Performance pay."""


@pay.command()
@_month
@click.option("--hall", default="", help="大厅代码或名称 · code or name")
@click.option("--post", default="", help="cashier 购气员, consultant 咨询员")
@_json
@as_
@click.pass_obj
def preview(here: Here, month: str, hall: str, post: str, as_json: bool, by: str) -> None:
    """按今天的记录计算；已关账的月份按关账数据 · What a month's pay is; a closed month as it was closed."""
    from shared.practice.performance import corrections

    with here.store() as store:
        person_for(here, store, Act.PAY, by)
        code, wanted = _wanted(here, store, hall, post)
        sheets, refused = _sheets(store, month, code, wanted)
        open_still = () if code or wanted else corrections.unpaid(store, month, sheets)
        one = bool(code and wanted)
        if as_json and (sheets or not one):
            table = [_sheet_json(each) for each in sheets]
            here.json(table[0] if one else table)
        elif not as_json:
            codes = {each.code: each.name for each in _halls(store)}
            for each in sheets:
                _print(here, _sheet_json(each), codes)
    _remark(open_still)
    _tell(here, refused, fatal=one or not (sheets or as_json))


def _remark(unpaid: "tuple[Unpaid, ...]") -> None:
    """Corrections that no pool pays any more; not part of the table."""
    from shared.report.pay_checks import owed

    for said in owed(unpaid) if unpaid else ():
        click.echo(said, err=True)


def _wanted(here: Here, store: "Store", hall: str, post: str) -> tuple[str, str]:
    """The codes of the hall and the post asked for, "" for all."""
    from shared.practice.performance.rules.lines import post_of

    code = here.hall_code(store, hall) if hall else ""
    wanted = post_of(post) if post else ""
    if post and not wanted:
        raise here.refused(Refusal("post_not_known", {"value": post}))
    return code, wanted


def _sheets(store: "Store", month: str, hall: str, post: str) -> "tuple[tuple[Computed, ...], tuple[Refusal, ...]]":
    """The sheets asked for, and why others are not there."""
    from shared.practice.performance import views

    if hall and post:
        found = views.sheets(store, month, (hall, post))
        return ((), (found,)) if isinstance(found, Refusal) else (found, ())
    sheets, refused = views.preview(store, month)
    asked = [each for each in sheets if hall in ("", each.sheet.pool.hall) and post in ("", each.sheet.pool.post)]
    return tuple(asked), refused


def _tell(here: Here, refused: tuple[Refusal, ...], *, fatal: bool) -> None:
    """What is not there. A pool that nobody set yet is a remark, one that cannot be shared out is exit code 1."""
    for each in refused[:-1]:
        click.echo(here.reason(each), err=True)
    if any(fatal or each.code != "pool_missing" for each in refused):
        raise here.refused(refused[-1])
    for each in refused[-1:]:
        click.echo(here.reason(each), err=True)


def _halls(store: "Store") -> Any:
    from shared.people.views import halls

    return halls(store)


def _sheet_json(found: "Computed") -> dict[str, Any]:
    pool = found.sheet.pool
    return {
        "month": pool.month,
        "hall": pool.hall,
        "post": pool.post,
        "pool": yuan(pool.amount),
        "reserve": yuan(found.sheet.reserve),
        "people": [_person(found, paid) for paid in found.sheet.people],
    }


def _person(found: "Computed", paid: "Paid") -> dict[str, str]:
    """A cap belongs to both parts, and is shown in the service part, so that the parts add up to the pay."""
    points = found.points.get(paid.number)
    return {
        "number": paid.number,
        "name": found.names.get(paid.number, ""),
        "points": decimal(paid.points),
        "q": decimal(paid.quality.factor, 6),
        "workload_part": yuan(paid.workload_part),
        "service_part": yuan(paid.service_part + paid.capped),
        "deduction": yuan(paid.deduction),
        "credit": decimal(points.credit if points else 0),
        "correction": yuan(found.settled[paid.number].correction),
        "pay": yuan(paid.pay),
    }


def _print(here: Here, sheet: dict[str, Any], names: dict[str, str]) -> None:
    from shared.practice.performance import words

    place = f"{names.get(sheet['hall'], sheet['hall'])} {words.post(sheet['post'])}"
    here.say("pay_head", month=sheet["month"], place=place, pool=sheet["pool"], reserve=sheet["reserve"])
    here.say("pay_columns")
    for person in sheet["people"]:
        click.echo("  ".join(person.values()))


@pay.command("open")
@_month
@by_
@click.pass_obj
def open_month(here: Here, month: str, by: str) -> None:
    """月初公布基准（每千点几张卡），此后不变 · Publish the reference rates when the month begins; they stay."""
    from shared.practice.performance import actions, reference_rates

    office_step(here, by, Act.PAY, lambda store, who: actions.open_month(store, who, month, now=here.now))
    with here.store() as store:
        rates = reference_rates.published(store, month)
    here.say("pay_opened", month=month, rates=rates)


@pay.command()
@_month
@by_
@click.pass_obj
def publish(here: Here, month: str, by: str) -> None:
    """公示：从此日起可以申诉 · Show the month for notice; appeals are taken."""
    from shared.practice.performance import actions

    office_step(here, by, Act.PAY, lambda store, who: actions.publish(store, who, month, now=here.now))
    here.say("pay_published", month=month)


@pay.command()
@_month
@by_
@click.pass_obj
def close(here: Here, month: str, by: str) -> None:
    """审核并关账；编制人不能审核 · Approve and close; not by whoever prepared it."""
    from shared.practice.performance import actions

    office_step(here, by, Act.PAY, lambda store, who: actions.close(store, who, month, now=here.now))
    here.say("pay_closed", month=month)


@pay.command()
@_month
@_json
@as_
@click.pass_obj
def differences(here: Here, month: str, as_json: bool, by: str) -> None:
    """已关账的月份与今天的记录有哪些不同 · Where today's journal gives other amounts than were closed and corrected."""
    from shared.practice.performance import corrections, views

    with here.store() as store:
        person_for(here, store, Act.PAY, by)
        found = views.recheck(store, month) or corrections.differing(store, month)
        names = {each.code: each.name for each in _halls(store)}
        open_still = () if isinstance(found, Refusal) else corrections.unpaid_of(store, month)
    if isinstance(found, Refusal):
        raise here.refused(found)
    _remark(open_still)
    if as_json:
        here.json([_differing(each) for each in found])
        return
    here.say("differences_found", count=len(found))
    for each in found:
        click.echo("  ".join((names.get(each.hall, each.hall), *list(_differing(each).values())[1:])))


def _differing(found: "Differing") -> dict[str, str]:
    """`number` is "" for the reserve; `difference` is what a correction would pay or recover."""
    change = found.today - found.closed - found.corrected
    return {
        "hall": found.hall,
        "post": found.post,
        "number": found.staff,
        "name": found.name,
        "closed": yuan(found.closed),
        "corrected": yuan(found.corrected),
        "today": yuan(found.today),
        "difference": yuan(change),
    }


@pay.command()
@_month
@click.option("--paid-with", type=Month(), required=True, help="随哪个月发放 · the open month it is paid with")
@click.option("--reason", required=True, help="理由 · why")
@by_
@click.pass_obj
def correct(here: Here, month: str, paid_with: str, reason: str, by: str) -> None:
    """更正已关账的月份：按当月规则、今天的记录重算 · Compute a closed month again over today's journal."""
    from shared.practice.performance import actions

    changed = office_step(
        here, by, Act.PAY, lambda store, who: actions.correct(store, who, month, reason, paid_with, now=here.now)
    )
    here.say("pay_corrected", month=month, paid_with=paid_with, pools=changed)


@pay.command()
@_month
@click.option("--staff", required=True, help="本人工号 · whose slip it is")
@click.option("--line", "code", required=True, help="明细行代码，见 pay slip --format json · the line's code")
@click.option("--text", required=True, help="哪里不对 · what is wrong")
@click.pass_obj
def appeal(here: Here, month: str, staff: str, code: str, text: str) -> None:
    """公示期内对本人的一行申诉 · Doubt one line of one's own slip, inside the notice."""
    from shared.practice.performance import actions, own

    with here.store() as store:
        person = here.person(store, staff)
        who = person_for(here, store, Act.SERVE, person.number)
        actor = who or Actor(person.number, person.name, person.role, person.post, person.hall)
        slip = own.own_slip(store, person.number, month)
        known = {line.code for block in slip.blocks for line in block.lines} if slip else set()
        if slip is None or code not in known:
            no_slip = Refusal("no_slip", {"month": month, "number": person.number})
            unknown = Refusal("no_such_line", {"line": code, "known": "、".join(sorted(known))})
            raise here.refused(unknown if slip else no_slip)
        refusal = actions.appeal(store, actor, month, person.number, code, text, now=here.now)
        if refusal:
            raise here.refused(refusal)
    here.say("pay_appealed", month=month, number=person.number)


@pay.command()
@_month
@_json
@as_
@click.pass_obj
def appeals(here: Here, month: str, as_json: bool, by: str) -> None:
    """一个月的申诉和答复 · A month's appeals with their answers."""
    from shared.practice.performance import views

    with here.store() as store:
        person_for(here, store, Act.PAY, by)
        found = views.appeals(store, month)
    if as_json:
        here.json([asdict(each) for each in found])
        return
    for each in found:
        answer = ("✓ " if each.accepted else "✗ ") + each.reason if each.answered else "?"
        click.echo("  ".join((each.appeal, each.staff, each.line, each.text, answer)))


@pay.command()
@_month
@click.option("--appeal", "appealed", required=True, help="申诉编号，见 pay appeals · its id, or its beginning")
@click.option("--accept/--decline", required=True, help="采纳或不采纳；采纳即改正事实 · accepted: a fact is repaired")
@click.option("--reason", required=True, help="理由 · why")
@by_
@click.pass_obj
def answer(here: Here, month: str, appealed: str, accept: bool, reason: str, by: str) -> None:
    """答复申诉 · Answer an appeal."""
    from shared.practice.performance import actions, views

    def step(store: "Store", who: Actor) -> Refusal | None:
        found = [each.appeal for each in views.appeals(store, month) if each.appeal.startswith(appealed)]
        one = found[0] if len(found) == 1 else appealed
        return actions.answer(store, who, month, one, accept, reason, now=here.now)

    office_step(here, by, Act.PAY, step)
    here.say("pay_answered", month=month)


@pay.command()
@_month
@click.option("--staff", required=True, help="工号 · staff number")
@click.option("--format", "form", type=click.Choice(["pdf", "json"]), default="json", help="格式 · format")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="输出文件 · file to write")
@as_
@click.pass_obj
def slip(here: Here, month: str, staff: str, form: str, out: Path | None, by: str) -> None:
    """绩效明细单 · One person's slip, line by line."""
    from shared.people.views import number_of
    from shared.practice.performance import states, views
    from shared.practice.performance.slip import Slip, as_json, as_pdf

    output.needs_out(here, form, out)
    with here.store() as store:
        staff = number_of(store, staff)
        own = number_of(store, by) == staff  # everybody may read their own
        person_for(here, store, Act.GIVE_CARD if own else Act.PAY, by)
        found = views.slip(store, month, staff)
        if isinstance(found, Refusal):
            raise here.refused(found)
        closed = states.standing(store, month).closed is not None
        made = Slip(month, staff, found, {each.code: each.name for each in _halls(store)}, closed)
    with here.printer() if form == "pdf" else nullcontext():
        content = as_json(made) if form == "json" else output.pdf(lambda file: as_pdf(made, file))
    output.write(here, content, out)
