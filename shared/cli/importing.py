"""`warm-window import`: files of all kinds from CSV, as Chinese Excel writes it (`shared.imports`)."""

from pathlib import Path
from typing import TypeVar

import click

from shared.cli.authority import as_, person_for, refuse_beyond_hall
from shared.cli.context import CommandContext
from shared.cli.options import EXISTING_FILE
from shared.device.csv_file import BadLine, CsvTable
from shared.domain.refusal import Refusal
from shared.imports import kinds, reading
from shared.imports.kind import FileKind, ImportRun
from shared.imports.people import CARDS, STAFF

T = TypeVar("T")
_file = click.argument("file", type=EXISTING_FILE)
_skip_bad = click.option("--skip-bad", is_flag=True, help="跳过有误的行 · skip bad lines and import the rest")


@click.group("import")
def import_() -> None:
    """从 CSV 导入（UTF-8、GB18030 或 Unicode 文本，中英文表头） · Import from CSV."""


@import_.command()
@_file
@_skip_bad
@click.option("--make-halls", is_flag=True, help="新建名单里没有登记过的大厅 · create halls that are not known yet")
@click.option("--move-halls", is_flag=True, help="名单里整个大厅换了分公司 · halls have moved to the list's branch")
@click.option("--distinct", is_flag=True, help="工号相像的确实是不同的人 · similar numbers are different people")
@as_
@click.pass_obj
def staff(
    context: CommandContext, file: Path, skip_bad: bool, make_halls: bool, move_halls: bool, distinct: bool, by: str
) -> None:
    """员工名单：工号,姓名,分公司,大厅,窗口,岗位,角色[,状态] · number,name,branch,hall,window,post,role[,active]."""
    from shared.people import actions, roster, rules, views

    with context.store_if_any() as found:
        site = views.site(found) if found else roster.Site()
    table = _table(context, reading.lines(STAFF, reading.content(file), rules.roster_line))
    pairs = list(zip(table.lines, table.good, strict=True))
    refused = roster.refusals(site, pairs, roster.Choices(make_halls, move_halls, distinct))
    lines = _accepted(context, table.without([BadLine(*each) for each in refused]), skip_bad)
    with context.store(make=True) as store:
        person_for(context, store, STAFF.act, by)  # before the transaction: a wrong PIN stays counted
        refuse_beyond_hall(context, store, lines)
    with context.store() as store, store.transaction(context.now):
        before = len(views.halls(store))
        changed = actions.import_staff(store, lines, move_halls=move_halls, now=context.now)
        made = views.site(store).halls
        if not store.hall and len(made) == 1:
            actions.place_device(store, made[0].code, now=context.now)
    if before < len(made):
        known = {hall.code for hall in site.halls}
        context.say("halls_made", halls="、".join(hall.name for hall in made if hall.code not in known))
    context.say("staff_imported", lines=len(lines), changed=changed)


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def cards(context: CommandContext, file: Path, skip_bad: bool, by: str) -> None:
    """纸质5P卡：日期,工号,卡[,赠卡人,留言] · date,staff,p[,giver,note]. 重复导入不会重复计卡 · safe to repeat."""
    from shared.practice.cards import importing

    with context.store() as store:
        person_for(context, store, CARDS.act, by)
        table = _table(context, reading.lines(CARDS, reading.content(file), CARDS.parser(store, context.now)))
        lines = _accepted(context, table, skip_bad)
        done = importing.import_cards(store, lines, now=context.now, progress=context.progress("importing"))
    for place in done.differing:
        context.note("note_differs", line=table.lines[place])
    context.say("cards_imported", lines=len(lines), added=done.added, matched=done.matched)


def _command(kind: FileKind[T]) -> None:
    """A command for a kind of file that needs no choices."""

    @import_.command(
        kind.name, help=f"{kind.title.in_('zh')}：{kind.columns.in_('zh')} · {kind.columns.in_('en')}. 可重复导入"
    )
    @_file
    @_skip_bad
    @as_
    @click.pass_obj
    def import_file(context: CommandContext, file: Path, skip_bad: bool, by: str) -> None:
        content = reading.content(file)
        with context.store() as store:
            who = person_for(context, store, kind.act, by, devices=kind.devices)
            run = ImportRun(
                context.now, reading.source(file.name, content), who, progress=context.progress("importing")
            )
            lines = _accepted(context, _table(context, reading.table(store, kind, content, run)), skip_bad)
            taken = kind.take(store, lines, run)
        if isinstance(taken, Refusal):
            raise context.refused(taken)
        name = "inspections_imported" if kind.name == "inspections" else "lines_imported"
        context.say(name, lines=len(lines), changed=taken.new)


for _kind in kinds.KINDS:
    if _kind.name not in import_.commands:
        _command(_kind)


def _table(context: CommandContext, read: tuple[CsvTable[T], tuple[str, ...]] | Refusal) -> CsvTable[T]:
    """The table; columns that are not read are noted on stderr. Raises `Problem` where the file was refused."""
    if isinstance(read, Refusal):
        raise context.refused(read)
    found, unread = read
    if unread:
        context.note("columns_unread", columns="、".join(unread))
    return found


def _accepted(context: CommandContext, table: CsvTable[T], skip_bad: bool) -> tuple[T, ...]:
    """The good lines; bad ones are listed on stderr. Raises `Problem` where there are any and `skip_bad` is not set."""
    for line in table.totals:
        context.note("total_line", line=line)
    for bad in table.bad:
        context.note("bad_line", line=bad.line, reason=context.reason(bad.refusal))
    if table.bad and not skip_bad:
        raise context.problem("nothing_imported", count=len(table.bad))
    if table.bad:
        context.note("skipped", count=len(table.bad))
    return table.good
