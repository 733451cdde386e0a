"""`warm-window pay`: a month's pay computed, published, closed and corrected."""

from typing import TYPE_CHECKING, Any

import click

from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import Month, json_option, month_option
from shared.domain.money import decimal, yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.practice.performance.corrections import Differing, Unpaid
    from shared.practice.performance.rules.pay import Paid
    from shared.practice.performance.views import Computed


@click.group()
def pay() -> None:
    """个人绩效 · Performance pay."""


@pay.command()
@month_option
@click.option("--hall", default="", help="大厅代码或名称 · code or name")
@click.option("--post", default="", help="cashier 购气员, consultant 咨询员")
@json_option
@as_
@click.pass_obj
def preview(context: CommandContext, month: str, hall: str, post: str, as_json: bool, by: str) -> None:
    """按今天的记录计算；已关账的月份按关账数据 · A month's pay by today's records; a closed month as it was closed."""
    from shared.people.views import hall_names
    from shared.practice.performance import corrections

    with context.store() as store:
        person_for(context, store, Act.PAY, by)
        code, wanted = _codes(context, store, hall, post)
        sheets, refused = _sheets(store, month, code, wanted)
        unpaid = () if code or wanted else corrections.unpaid(store, month, sheets)
        one = bool(code and wanted)
        if as_json and (sheets or not one):
            table = [_sheet_json(each) for each in sheets]
            context.json(table[0] if one else table)
        elif not as_json:
            names = hall_names(store)
            for each in sheets:
                _print(context, _sheet_json(each), names)
    _note_unpaid(unpaid)
    _report_refusals(context, refused, fatal=one or not (sheets or as_json))


def _note_unpaid(unpaid: "tuple[Unpaid, ...]") -> None:
    """Corrections that no pool pays any more, on stderr: they are not part of the table."""
    from shared.report.pay_checks import owed

    for said in owed(unpaid) if unpaid else ():
        click.echo(said, err=True)


def _codes(context: CommandContext, store: "Store", hall: str, post: str) -> tuple[str, str]:
    """The codes of the hall and the post asked for, "" for all."""
    from shared.practice.performance.rules.import_lines import post_of

    code = context.hall_code(store, hall) if hall else ""
    wanted = post_of(post) if post else ""
    if post and not wanted:
        raise context.refused(Refusal("post_not_known", {"value": post}))
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


def _report_refusals(context: CommandContext, refused: tuple[Refusal, ...], *, fatal: bool) -> None:
    """Why sheets are missing: of a pool not set yet on stderr, of one that cannot be distributed by `Problem`."""
    for each in refused[:-1]:
        click.echo(context.reason(each), err=True)
    if any(fatal or each.code != "pool_missing" for each in refused):
        raise context.refused(refused[-1])
    for each in refused[-1:]:
        click.echo(context.reason(each), err=True)


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
    """A cap, which cuts both parts, is shown in the service part, so that the parts add up to the pay."""
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


def _print(context: CommandContext, sheet: dict[str, Any], names: dict[str, str]) -> None:
    from shared.practice.performance import words

    place = f"{names.get(sheet['hall'], sheet['hall'])} {words.post(sheet['post'])}"
    context.say("pay_head", month=sheet["month"], place=place, pool=sheet["pool"], reserve=sheet["reserve"])
    context.say("pay_columns")
    for person in sheet["people"]:
        click.echo("  ".join(person.values()))


@pay.command("open")
@month_option
@by_
@click.pass_obj
def open_month(context: CommandContext, month: str, by: str) -> None:
    """月初公布基准（每千点几张卡），此后不变 · Publish the month's reference rates at its start; they stay fixed."""
    from shared.practice.performance import actions, reference_rates

    office_step(context, by, Act.PAY, lambda store, who: actions.open_month(store, who, month, now=context.now))
    with context.store() as store:
        rates = reference_rates.published(store, month)
    context.say("pay_opened", month=month, rates=rates)


@pay.command()
@month_option
@by_
@click.pass_obj
def publish(context: CommandContext, month: str, by: str) -> None:
    """公示：从此日起可以申诉 · Publish a month for notice; appeals are accepted from then on."""
    from shared.practice.performance import actions

    office_step(context, by, Act.PAY, lambda store, who: actions.publish(store, who, month, now=context.now))
    context.say("pay_published", month=month)


@pay.command()
@month_option
@by_
@click.pass_obj
def close(context: CommandContext, month: str, by: str) -> None:
    """审核并关账；编制人不能审核 · Approve and close; not by whoever prepared it."""
    from shared.practice.performance import actions

    office_step(context, by, Act.PAY, lambda store, who: actions.close(store, who, month, now=context.now))
    context.say("pay_closed", month=month)


@pay.command()
@month_option
@json_option
@as_
@click.pass_obj
def differences(context: CommandContext, month: str, as_json: bool, by: str) -> None:
    """已关账的月份与今天的记录有哪些不同 · Where a closed month differs from today's records."""
    from shared.people.views import hall_names
    from shared.practice.performance import corrections, views

    with context.store() as store:
        person_for(context, store, Act.PAY, by)
        found = views.recheck(store, month) or corrections.differing(store, month)
        names = hall_names(store)
        unpaid = () if isinstance(found, Refusal) else corrections.unpaid_of(store, month)
    if isinstance(found, Refusal):
        raise context.refused(found)
    _note_unpaid(unpaid)
    if as_json:
        context.json([_differing(each) for each in found])
        return
    context.say("differences_found", count=len(found))
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
@month_option
@click.option("--paid-with", type=Month(), required=True, help="随哪个月发放 · the open month it is paid with")
@click.option("--reason", required=True, help="理由 · why")
@by_
@click.pass_obj
def correct(context: CommandContext, month: str, paid_with: str, reason: str, by: str) -> None:
    """更正已关账的月份：按当月规则、今天的记录重算 · Correct a closed month: its own rules over today's records."""
    from shared.practice.performance import actions

    changed = office_step(
        context, by, Act.PAY, lambda store, who: actions.correct(store, who, month, reason, paid_with, now=context.now)
    )
    context.say("pay_corrected", month=month, paid_with=paid_with, pools=changed)
