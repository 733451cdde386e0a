"""`warm-window print`: sheets of one-time 5P cards, staff badges, and a slip once more, as print-ready A4 PDFs.

Printing cards records their batch: only those cards count, until `print withdraw` (shared.practice.cards.printed).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.options import NEW_FILE, YEAR
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import folded
from shared.domain.workdays import local
from shared.practice.cards.facts import P

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.practice.line.views import Number
    from shared.prints.sheet import Sheet

_out = click.option("--out", type=NEW_FILE, required=True, help="输出的 PDF · the PDF to write")
_MOST = 2000


@click.group(name="print")
def print_() -> None:
    """打印：5P卡、工牌、小票 · Cards, badges and slips with codes to scan."""


@print_.command()
@click.option("--count", type=click.IntRange(1, _MOST), required=True, help="张数 · how many")
@click.option(
    "--p", "only", type=click.Choice([p.value for p in P]), help="只印一种，默认五种轮流 · else all five in turn"
)
@click.option("--staff", default="", help="印上收卡人的工号 · print them for one person")
@_out
@as_
@click.pass_obj
def cards(context: CommandContext, count: int, only: str | None, staff: str, out: Path, by: str) -> None:
    """一次性5P卡，每张只能用一次 · One-time 5P cards; each works once."""
    from shared.device import codes
    from shared.practice.cards import printed
    from shared.prints.cards import CARDS, card_sheets
    from shared.prints.sheet import title
    from shared.qt import sheets

    ps = [P(only)] if only else list(P)
    with context.store() as store:
        actor = person_for(context, store, Act.PRINT_CARDS, by)
        receiver = context.person(store, staff) if staff else None
        made, batch = [codes.new_card() for _ in range(count)], printed.new_batch()
        name, number = (receiver.name, receiver.number) if receiver else ("", "")
        with context.printer(), context.replacing(out) as part:  # the batch is recorded only when its PDF is complete
            pages = card_sheets(made, ps, _hall(store), name, printed.mark(batch))
            sheets.pdf(pages, part, title=title("cards"), size=CARDS.size)
            if refusal := printed.record(store, batch, made, ps, staff=number, actor=actor, now=context.now):
                raise context.refused(refusal)
    context.note("written", file=out)
    context.note("batch", mark=printed.mark(batch))


@print_.command()
@click.pass_obj
def batches(context: CommandContext) -> None:
    """打印过的5P卡批次 · The batches of 5P cards that were printed."""
    from shared.practice.cards import printed

    with context.store() as store:
        for batch in printed.batches(store):
            state = context.sentence("batch_withdrawn" if batch.withdrawn else "batch_in_use")
            click.echo(f"{batch.mark}  {local(batch.printed_at):%Y-%m-%d %H:%M}  {batch.hall}  {batch.count}  {state}")


@print_.command()
@click.argument("mark")
@click.option("--reason", required=True, help="原因 · why")
@as_
@click.pass_obj
def withdraw(context: CommandContext, mark: str, reason: str, by: str) -> None:
    """停用一批5P卡：卡上的六位编号 · Withdraw a batch of 5P cards by the mark on each card."""
    from shared.practice.cards import printed

    with context.store() as store:
        actor = person_for(context, store, Act.PRINT_CARDS, by)
        if refusal := printed.withdraw(store, mark, reason, actor=actor, now=context.now):
            raise context.refused(refusal)
    context.say("batch_is_withdrawn", mark=mark.upper())


@print_.command()
@click.option("--staff", multiple=True, help="工号，可多次；默认本大厅全部 · numbers; else all of this hall")
@_out
@click.pass_obj
def badges(context: CommandContext, staff: Sequence[str], out: Path) -> None:
    """工牌，扫码后仍需密码 · Badges; the PIN is still asked for."""
    from shared.device import codes
    from shared.people import views
    from shared.prints.cards import CARDS, badge_sheets
    from shared.prints.sheet import title

    with context.store() as store:
        whole = views.everyone(store, "" if store.hall == EVERYWHERE else store.hall)
        people = [context.person(store, number) for number in staff] or whole
        halls = {hall.code: hall.name for hall in views.halls(store)}
        with context.printer():
            pages = badge_sheets(people, codes.key(context.folder), halls)
            _write(context, pages, out, CARDS, title("badges"))


@print_.command()
@click.option("--staff", required=True, help="工号 · staff number")
@click.option("--round", "year", type=YEAR, help="贴心服务奖的年份；不写即晋级证书 · award year; else promotion")
@_out
@as_
@click.pass_obj
def certificate(context: CommandContext, staff: str, year: int | None, out: Path, by: str) -> None:
    """证书：已确认的晋级，或贴心服务奖 · A certificate of a confirmed promotion or the caring award."""
    from shared.prints import certificates

    with context.store() as store, context.printer():  # pages are laid out with the application's font
        person_for(context, store, Act.AWARD if year else Act.PROMOTE, by)
        number, name = _named(store, staff)
        pages = _award(context, store, number, year) if year else _level(context, store, number, name)
        if not pages:
            raise context.problem("no_certificate", number=number)
        _write(context, pages, out, certificates.CERTIFICATE, number)


def _named(store: "Store", spelt: str) -> tuple[str, str]:
    """The number and name of somebody who is or was on the roster: a certificate outlives the employment."""
    from shared.people.history import History
    from shared.people.views import number_of

    number = number_of(store, spelt)
    spans = History(store).all_of(number)
    return number, spans[-1].name if spans else ""


def _level(context: CommandContext, store: "Store", number: str, name: str) -> list[str]:
    from shared.device import codes
    from shared.practice.promotion import views
    from shared.prints import certificates

    found = views.promotion(store, number)
    return certificates.of_level(found, name, codes.key(context.folder)) if found else []


def _award(context: CommandContext, store: "Store", number: str, year: int) -> list[str]:
    from shared.device import codes
    from shared.domain.workdays import day_of
    from shared.practice.caring import annals
    from shared.prints import certificates

    found = next((each for each in annals.annals(store, year) if each.named and each.hero == number), None)
    return certificates.of_award(found, day_of(context.now), codes.key(context.folder)) if found else []


@print_.command()
@click.argument("number")
@click.option("--roll", is_flag=True, help="80 毫米小票纸，而不是 A4 · 80 mm roll instead of A4")
@_out
@click.pass_obj
def slip(context: CommandContext, number: str, roll: bool, out: Path) -> None:
    """补打小票：排队号（A001）或首问工单号 · Reprint a slip: of one of today's numbers or of an inquiry."""
    from shared.prints import slips

    sheet = slips.SLIP_ROLL if roll else slips.SLIP
    with context.store() as store, context.printer():
        pages = _number_slip(context, store, number, sheet) or _inquiry_slip(context, store, number, sheet)
        if not pages:
            raise context.refused(Refusal("not_found"))
        _write(context, pages, out, sheet, number)


def _number_slip(context: CommandContext, store: "Store", label: str, sheet: "Sheet") -> list[str]:
    from shared.device import codes
    from shared.practice.line import views
    from shared.prints import slips

    found = _of_today(context, store, label)
    if found is None:
        return []
    before = [each.id for each in views.in_line(store, store.hall, context.now)]
    ahead = before.index(found.id) if found.id in before else 0
    key = codes.key(context.folder)
    return slips.number_slip(
        found.id,
        found.label,
        found.service,
        found.taken_at,
        ahead,
        _hall(store),
        key,
        sheet,
        priority=found.priority,
    )


def _of_today(context: CommandContext, store: "Store", label: str) -> "Number | None":
    """Today's number with this label, in whatever state it is."""
    from shared.practice.line import views

    now, hall = context.now, store.hall
    open_ones = (
        *views.in_line(store, hall, now),
        *views.sign(store, hall, now, _MOST),
        *views.set_aside(store, hall, now),
    )
    found = next((each for each in open_ones if each.label == folded(label)), None)
    served = None if found else views.served(store, label, hall, now)
    return views.number(store, served.id) if served else found


def _inquiry_slip(context: CommandContext, store: "Store", number: str, sheet: "Sheet") -> list[str]:
    from shared.device import codes
    from shared.practice.inquiries import views
    from shared.prints import slips

    found = views.by_number(store, number, context.now)
    if found is None:
        return []
    key = codes.key(context.folder)
    return slips.inquiry_slip(found.id, found.number, found.received_at, found.promised, _hall(store), key, sheet)


def _hall(store: "Store") -> str:
    from shared.people.views import hall

    found = hall(store)
    return found.name if found else ""


def _write(context: CommandContext, pages: list[str], out: Path, sheet: "Sheet", title: str) -> None:
    from shared.qt import sheets

    with context.replacing(out) as part:
        sheets.pdf(pages, part, title=title, size=sheet.size)
    context.note("written", file=out)
