"""`warm-window assess` and `award`: the year's board, a month's bulletin, a round of the caring award."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.cli import output
from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.options import YEAR, format_option, json_option, month_option, out_option, year_option
from shared.domain.money import decimal, yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.practice.assessment.facts import Item, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.journal.store import Store
    from shared.practice.assessment.rules.board import Row
    from shared.practice.assessment.rules.year import Ratio
    from shared.practice.assessment.views import Board
    from shared.practice.caring.rules.jury import Tally
    from shared.practice.caring.views import Round

_format = format_option("pdf", "xlsx", "json")


@click.group(invoke_without_command=True)
@click.option("--year", type=YEAR, help="2026")
@json_option
@as_
@click.pass_context
def assess(ctx: click.Context, year: int | None, as_json: bool, by: str) -> None:
    """班组考核：一年的得分、名次和奖励 · Team assessment: a year's scores, places and rewards."""
    if ctx.invoked_subcommand is not None:
        return
    context: CommandContext = ctx.obj
    if year is None:
        raise click.MissingParameter(param_hint="--year", param_type="option")
    from shared.practice.assessment import views

    with context.store() as store:
        person_for(context, store, Act.ASSESS, by)
        found = views.year_board(store, year, signed_days(store, year), now=context.now)
    if isinstance(found, Refusal):
        raise context.refused(found)
    if as_json:
        context.json(board_json(found))
    else:
        _print(context, found)
    from shared.practice.assessment.rules.board import sales_missing

    if refusal := sales_missing(found.rows):  # the scores are told all the same: sales are known at the year's end
        raise context.refused(refusal)


def signed_days(store: "Store", year: int) -> "Mapping[str, Ratio]":
    """By hall; imported when asked for, so that the other commands start without it."""
    from shared.daily_log import signed_days as days

    return days.signed_days(store, year)


def board_json(found: "Board") -> dict[str, Any]:
    """The board for other programs: scores as decimal strings, money in yuan."""
    from shared.domain.ranking import ranks

    order = ranks(found.branches)
    best_first = sorted(found.branches, key=lambda branch: (order[branch], branch))
    return {
        "year": found.year,
        "units": [_unit(row) for row in found.rows],
        "branches": [
            {"branch": branch, "score": decimal(found.branches[branch]), "rank": order[branch]} for branch in best_first
        ],
    }


def _unit(row: "Row") -> dict[str, Any]:
    from shared.practice.assessment import words
    from shared.practice.assessment.rules.board import UPHELD

    score = {line.code: decimal(line.value) for line in row.total.lines}
    return {
        "unit": row.total.unit,
        "branch": row.total.branch,
        **{part.value: score[part.value] for part in (*Item, *Part)},
        "total": decimal(row.total.value),
        "complaints": int(row.upheld) if row.upheld == int(row.upheld) else float(row.upheld),
        "disqualified": words.reason(UPHELD) if row.disqualified else None,
        "rank": row.rank,
        "rewarded": row.rewarded,
        "reward": None if row.reward is None else yuan(row.reward),
    }


def _print(context: CommandContext, found: "Board") -> None:
    document = board_json(found)
    context.say("year_head", year=found.year, units=len(found.rows))
    context.say("year_columns")
    for unit in document["units"]:
        name = found.names.get(unit["unit"], unit["unit"])
        cells = [unit["rank"] or "—", name, *(unit[part.value] for part in (*Item, *Part)), unit["total"]]
        cells += [unit["complaints"], unit["disqualified"] or "", (unit["reward"] or "?") if unit["rewarded"] else ""]
        click.echo("  ".join(map(str, cells)).rstrip())
    for branch in document["branches"]:
        click.echo("  ".join((str(branch["rank"]), branch["branch"], branch["score"])))


@assess.command()
@month_option
@_format
@out_option
@as_
@click.pass_obj
def month(context: CommandContext, month: str, form: str, out: Path | None, by: str) -> None:
    """月度通报：各单位两项得分和扣分原因 · A month's bulletin: scores of all units and reasons for deductions."""
    from shared.practice.assessment import bulletin

    output.needs_out(context, form, out)
    with context.store() as store:
        person_for(context, store, Act.ASSESS, by)
        made = bulletin.of_month(store, month)
    with context.printer() if form == "pdf" else nullcontext():
        if form == "pdf":
            content = output.pdf(lambda file: bulletin.as_pdf(made, file))
        else:
            content = bulletin.as_xlsx(made) if form == "xlsx" else bulletin.as_json(made)
    output.write(context, content, out)


@assess.command()
@year_option
@_format
@out_option
@as_
@click.pass_obj
def sheet(context: CommandContext, year: int, form: str, out: Path | None, by: str) -> None:
    """年度考核排名表 · The year's ranking: places, scores, rewards and their distribution in the teams."""
    from shared.practice.assessment import views, year_sheet

    output.needs_out(context, form, out)
    with context.store() as store:
        person_for(context, store, Act.ASSESS, by)
        found = views.year_board(store, year, signed_days(store, year), now=context.now)
        if isinstance(found, Refusal):
            raise context.refused(found)
        made = year_sheet.of_year(store, found)
    if form == "json":
        context.json(board_json(found))
        return
    with context.printer() if form == "pdf" else nullcontext():
        pdf = form == "pdf"
        content = output.pdf(lambda file: year_sheet.as_pdf(made, file)) if pdf else year_sheet.as_xlsx(made)
    output.write(context, content, out)


@click.command()
@click.option("--round", "year", type=YEAR, required=True, help="2026")
@json_option
@as_
@click.pass_obj
def award(context: CommandContext, year: int, as_json: bool, by: str) -> None:
    """贴心服务奖：一年的评奖 · A year's round of the caring award."""
    from shared.domain.workdays import day_of
    from shared.practice.caring import views, words

    with context.store() as store:
        person_for(context, store, Act.AWARD, by)
        found = views.award_round(store, year, day_of(context.now))
    if found is None:
        raise context.problem("no_round", year=year)
    if as_json:
        context.json(award_json(found))
        return
    click.echo(f"{year}  {words.state(found.state.value)}")
    for each in found.result.awarded:
        click.echo(f"{each.hero}  {decimal(each.score)}")


def award_json(found: "Round") -> dict[str, Any]:
    """The round for other programs; `provisional`: as the scores of today give it, until the jury is closed."""
    return {
        "round": found.year,
        "state": found.state.value,
        "provisional": not found.closed,
        "places": found.opened.places,
        "minimum": found.opened.minimum,
        "jury": list(found.jurors),
        "entries": found.counts,
        "notice_until": found.until.isoformat() if found.until else None,
        "awarded": [_entry(each) for each in found.result.awarded],
        "nominated": [_entry(each) for each in found.result.nominated],
        "unranked": list(found.result.unranked),
    }


def _entry(each: "Tally") -> dict[str, Any]:
    return {"entry": each.entry, "hero": each.hero, "score": decimal(each.score, 4), "jurors": each.jurors}
