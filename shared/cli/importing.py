"""`warm-window import`: files of all kinds from CSV, as Chinese Excel writes it (`shared.imports`)."""

from pathlib import Path
from typing import TypeVar

import click

from shared.cli.authority import as_, person_for, refuse_beyond_hall
from shared.cli.here import Here
from shared.cli.options import EXISTING_FILE
from shared.device.csv_file import BadLine, Table
from shared.domain.refusal import Refusal
from shared.imports import kinds, reading
from shared.imports.kind import ImportRun, Kind
from shared.imports.people import CARDS, STAFF

T = TypeVar("T")
_file = click.argument("file", type=EXISTING_FILE)
_skip_bad = click.option("--skip-bad", is_flag=True, help="跳过有误的行 · leave out bad lines and take the rest")


@click.group("import")
def import_() -> None:
    """从 CSV 导入（UTF-8、GB18030 或 Unicode 文本，中英文表头） · Bring data in from CSV."""


@import_.command()
@_file
@_skip_bad
@click.option("--make-halls", is_flag=True, help="新建名单里没有登记过的大厅 · make the halls that are not known yet")
@click.option("--move-halls", is_flag=True, help="名单里整个大厅换了分公司 · halls have gone to the branch of the list")
@click.option("--distinct", is_flag=True, help="工号相像的确实是不同的人 · alike numbers are different people")
@as_
@click.pass_obj
def staff(here: Here, file: Path, skip_bad: bool, make_halls: bool, move_halls: bool, distinct: bool, by: str) -> None:
    """员工名单：工号,姓名,分公司,大厅,窗口,岗位,角色[,状态] · number,name,branch,hall,window,post,role[,active]."""
    from shared.people import actions, roster, rules, views

    with here.store_if_any() as found:
        site = views.site(found) if found else roster.Site()
    table = _table(here, reading.lines(STAFF, reading.content(file), rules.roster_line))
    pairs = list(zip(table.lines, table.good, strict=True))
    refused = roster.refusals(site, pairs, roster.Choices(make_halls, move_halls, distinct))
    lines = _accepted(here, table.without([BadLine(*each) for each in refused]), skip_bad)
    with here.store(make=True) as store:
        person_for(here, store, STAFF.act, by)  # before the transaction: a wrong PIN stays counted
        refuse_beyond_hall(here, store, lines)
    with here.store() as store, store.transaction(here.now):
        before = len(views.halls(store))
        changed = actions.import_staff(store, lines, move_halls=move_halls, now=here.now)
        made = views.site(store).halls
        if not store.hall and len(made) == 1:
            actions.place_device(store, made[0].code, now=here.now)
    if before < len(made):
        known = {hall.code for hall in site.halls}
        here.say("halls_made", halls="、".join(hall.name for hall in made if hall.code not in known))
    here.say("staff_imported", lines=len(lines), changed=changed)


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def cards(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """纸质5P卡：日期,工号,卡[,赠卡人,留言] · date,staff,p[,giver,note]. 重复导入不会重复计卡 · safe to repeat."""
    from shared.practice.cards import importing

    with here.store() as store:
        person_for(here, store, CARDS.act, by)
        table = _table(here, reading.lines(CARDS, reading.content(file), CARDS.parser(store, here.now)))
        lines = _accepted(here, table, skip_bad)
        done = importing.import_cards(store, lines, now=here.now, progress=here.progress("importing"))
    for place in done.differing:
        here.note("note_differs", line=table.lines[place])
    here.say("cards_imported", lines=len(lines), added=done.added, matched=done.matched)


def _command(kind: Kind[T]) -> None:
    """A command for a kind of file that needs no choices."""

    @import_.command(
        kind.name, help=f"{kind.title.in_('zh')}：{kind.columns.in_('zh')} · {kind.columns.in_('en')}. 可重复导入"
    )
    @_file
    @_skip_bad
    @as_
    @click.pass_obj
    def import_file(here: Here, file: Path, skip_bad: bool, by: str) -> None:
        content = reading.content(file)
        with here.store() as store:
            who = person_for(here, store, kind.act, by, devices=kind.devices)
            run = ImportRun(here.now, reading.source(file.name, content), who, progress=here.progress("importing"))
            lines = _accepted(here, _table(here, reading.table(store, kind, content, run)), skip_bad)
            taken = kind.take(store, lines, run)
        if isinstance(taken, Refusal):
            raise here.refused(taken)
        name = "inspections_imported" if kind.name == "inspections" else "lines_imported"
        here.say(name, lines=len(lines), changed=taken.new)


for _kind in kinds.KINDS:
    if _kind.name not in import_.commands:
        _command(_kind)


def _table(here: Here, read: tuple[Table[T], tuple[str, ...]] | Refusal) -> Table[T]:
    """The table; columns that are not read are noted on stderr. Raises `Problem` where the file was refused."""
    if isinstance(read, Refusal):
        raise here.refused(read)
    found, unread = read
    if unread:
        here.note("columns_unread", columns="、".join(unread))
    return found


def _accepted(here: Here, table: Table[T], skip_bad: bool) -> tuple[T, ...]:
    """The good lines; bad ones are listed on stderr. Raises `Problem` where there are any and `skip_bad` is not set."""
    for line in table.totals:
        here.note("total_line", line=line)
    for bad in table.bad:
        here.note("bad_line", line=bad.line, reason=here.reason(bad.refusal))
    if table.bad and not skip_bad:
        raise here.problem("nothing_imported", count=len(table.bad))
    if table.bad:
        here.note("skipped", count=len(table.bad))
    return table.good
