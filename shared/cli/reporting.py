"""`warm-window report`, `deadline`, `log`: what people ask of the data, for reading or for other programs."""

from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from shared.cli import output
from shared.cli.context import CommandContext
from shared.cli.options import YEAR, Month, format_option, json_option, month_option, out_option
from shared.domain.money import decimal
from shared.domain.workdays import CHINA, Calendar, day_of
from shared.practice.inquiries.facts import Deadlines, Kind

if TYPE_CHECKING:
    from shared.daily_log.page import DailyLog
    from shared.domain.policy import Policy
    from shared.practice.cards.views import Report
    from shared.report.cards import CardReport, Row


@click.group()
def report() -> None:
    """报表 · Reports."""


@report.command()
@click.option("--year", type=YEAR, help="年份 · the year")
@click.option("--month", type=Month(), default=None, help="2026-03")
@click.option("--quarter", default="", help="2026Q1")
@click.option("--hall", default="", help="大厅代码或名称 · code or name")
@click.option("--by", type=click.Choice(["staff", "hall", "post", "month"]), help="按什么列出 · group by")
@json_option
@click.pass_obj
def cards(
    context: CommandContext, year: int | None, month: str | None, quarter: str, hall: str, by: str | None, as_json: bool
) -> None:
    """用户5P卡：一年，或某月、某季度、某大厅 · Customers' 5P cards of a year, or of a month, quarter or hall."""
    if year and not (month or quarter or hall or by):
        return _cards_of_year(context, year, as_json)
    from shared.report import cards as reports

    days = reports.span(year, month or "", quarter)
    if days is None:
        raise click.UsageError("--year 2026 | --month 2026-03 | --quarter 2026Q1")
    with context.store() as store:
        found = reports.report(store, *days, context.hall_code(store, hall) if hall else "", reports.By(by or "staff"))
    if as_json:
        context.json(_report_json(found))
    else:
        _print_rows(context, found)


@report.command()
@month_option
@click.option("--hall", default="", help="大厅代码或名称 · code or name")
@json_option
@click.pass_obj
def days(context: CommandContext, month: str, hall: str, as_json: bool) -> None:
    """各厅每日合计，并与本机的逐号记录核对 · Halls' daily totals, compared with the numbers on this device."""
    from shared.domain import months
    from shared.practice.workload.day_totals import told

    with context.store() as store:
        found = told(store, months.first(month), months.last(month), context.hall_code(store, hall) if hall else "")
    if as_json:
        context.json([{**msgspec.to_builtins(each), "day": each.day.isoformat()} for each in found])
        return
    for each in found:
        word = {None: "—", True: "✓", False: "✗"}[each.agrees]
        served = sum(sum(person.served.values()) for person in each.people)
        click.echo(f"{each.hall}  {each.day}  {served}  {word}")


def _report_json(found: "CardReport") -> dict[str, Any]:
    rows = [
        {
            "key": row.key,
            "name": row.name,
            "total": row.total,
            "by_p": row.by_p,
            "served": row.served,
            "per_1000": _rate(row),
            "rank": row.rank,
        }
        for row in found.rows
    ]
    return {
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "hall": found.hall,
        "by": found.by,
        "total": found.total,
        "by_p": found.by_p,
        "from_staff": found.from_staff,
        "rows": rows,
    }


@report.command()
@click.option("--year", type=YEAR, required=True, help="年份 · the year")
@json_option
@click.pass_obj
def effect(context: CommandContext, year: int, as_json: bool) -> None:
    """成效：一年各季度，上年同期，规则变更 · A year's quarters, the year before, changes of rules."""
    from shared.report import effect as reports
    from shared.report.words import label

    with context.store() as store:
        found = reports.effect(store, year, day_of(context.now))
    if as_json:
        context.json(reports.as_data(found))
        return
    for measure in reports.Measure:
        cells = [reports.shown(reports.value(measure, each)) or "—" for each in found.quarters]
        before = [reports.shown(reports.value(measure, each)) or "—" for each in found.before]
        context.say("effect_line", measure=label(measure.value), cells=" ".join(cells), before=" ".join(before))
    for change in found.changes:
        for line in change.changed:
            context.say("effect_change", day=change.day, rule=f"{line.section} · {line}")
    click.echo(label("effect_method"))


def _rate(row: "Row") -> str | None:
    return None if row.per_1000 is None else decimal(row.per_1000)


def _print_rows(context: CommandContext, found: "CardReport") -> None:
    context.say("card_rows_head", first=found.first, last=found.last, total=found.total)
    context.say("card_rows_columns")
    for row in found.rows:
        cells = (row.rank or "—", row.key, row.name, row.total, row.served, _rate(row) or "—")
        click.echo("  ".join(str(cell) for cell in cells if cell != ""))


def _cards_of_year(context: CommandContext, year: int, as_json: bool) -> None:
    from shared.practice.cards import views

    with context.store() as store:
        found = views.report(store, year)
    if as_json:
        context.json(_year_json(found))
    else:
        _print_cards(context, found)


def _year_json(found: "Report") -> dict[str, Any]:
    lines = [
        {"number": one.number, "name": one.name, "total": one.total, "by_p": one.by_p, "level": one.level}
        for one in found.by_staff
    ]
    return {
        "year": found.year,
        "staff": found.staff,
        "total": found.total,
        "by_p": found.by_p,
        "promoted": found.promoted,
        "by_staff": lines,
    }


def _print_cards(context: CommandContext, found: "Report") -> None:
    from shared.practice.cards import words

    context.say("report_head", year=found.year, total=found.total, staff=found.staff, promoted=found.promoted)
    click.echo("  ".join(f"{words.p(p)} {count}" for p, count in found.by_p.items()))
    if found.by_staff:
        click.echo("  ".join((context.sentence("report_columns"), *map(words.p, found.by_p))))
    for one in found.by_staff:
        level = words.level(one.level) if one.level else ""
        click.echo(
            "  ".join(
                (one.number, one.name, str(one.total), *(str(one.by_p.get(p, 0)) for p in found.by_p), level)
            ).rstrip()
        )
    if found.from_staff:
        context.say("report_from_staff", count=found.from_staff)


@click.command()
@click.option("--received", required=True, help="2024-02-09T16:00 (UTC+8)")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), required=True, help="种类 · kind")
@json_option
@click.pass_obj
def deadline(context: CommandContext, received: str, kind: str, as_json: bool) -> None:
    """首问工单的答复期限 · The promised days of a first inquiry received at that moment."""
    from shared.practice.inquiries.rules import deadlines

    try:
        moment = datetime.fromisoformat(received)
    except ValueError as error:
        raise click.UsageError(context.sentence("bad_moment", value=received)) from error
    if moment.year not in range(2000, 2200):
        raise click.UsageError(context.sentence("bad_moment", value=received))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
    calendar, policy = _in_force(context)
    found = deadlines(round(moment.timestamp() * 1000), Kind(kind), calendar, policy)
    if as_json:
        context.json(found)
    else:
        _print_deadlines(context, found)


def _in_force(context: CommandContext) -> "tuple[Calendar, Policy]":
    """The documents of this device, or those shipped where there is no journal."""
    from shared.domain import policy, workdays
    from shared.journal import opening

    if not (context.folder / opening.FILE).exists():
        return workdays.seed(), policy.default()
    from shared.reference import views

    with context.store() as store:
        return views.calendar(store), views.policy(store)


def _print_deadlines(context: CommandContext, found: Deadlines) -> None:
    context.say("deadline_day", day=found.day)
    context.say("deadline_target", day=found.target)
    context.say("deadline_limit", day=found.limit)
    context.say("deadline_inform", day=found.inform_by)
    if found.unconfirmed:
        context.say("unconfirmed")


@click.command()
@click.option("--hall", default="", help="大厅代码或名称，默认本机所在大厅 · code or name; else this device's")
@click.option("--date", "on", default="", help="2024-03-05；默认今天 · else today")
@format_option("json", "pdf", "xlsx", "text", default="text")
@out_option
@click.pass_obj
def log(context: CommandContext, hall: str, on: str, form: str, out: Path | None) -> None:
    """当日日志 · A hall's day on one page."""
    from shared.daily_log import views

    output.needs_out(context, form, out)
    with context.store() as store:
        page = views.day(store, context.hall_code(store, hall), _day(context, on), now=context.now)
    with context.printer() if form == "pdf" else nullcontext():
        content = _as_bytes(page, form)
    output.write(context, content, out)


def _as_bytes(page: "DailyLog", form: str) -> bytes:
    from shared.daily_log.exports import pdf, plain, xlsx

    if form == "json":
        return plain.as_json(page) + b"\n"
    if form == "text":
        return plain.as_text(page).encode()
    if form == "xlsx":
        return xlsx.as_xlsx(page)
    return output.pdf(lambda file: pdf.as_pdf(page, file))


def _day(context: CommandContext, text: str) -> date:
    from shared.domain.written_day import day

    found = day(text) if text else day_of(context.now)
    if found is None:
        raise click.UsageError(context.sentence("bad_day", value=text))
    return found
