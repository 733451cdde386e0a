"""`warm-window import`: staff lists and paper cards from CSV, as Chinese Excel writes it."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from shared.cli.here import Here
from shared.cli.words import column
from shared.device import csv_file
from shared.device.csv_file import BadLine, Table
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of

if TYPE_CHECKING:
    from shared.people.rules import RosterLine

T = TypeVar("T")
_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_skip_bad = click.option("--skip-bad", is_flag=True, help="跳过有误的行 · leave out bad lines and take the rest")


@click.group("import")
def import_() -> None:
    """从 CSV 导入（UTF-8 或 GB18030，中英文表头） · Bring data in from CSV."""


@import_.command()
@_file
@_skip_bad
@click.pass_obj
def staff(here: Here, file: Path, skip_bad: bool) -> None:
    """员工名单：工号,姓名,分公司,大厅,窗口,岗位,角色 · number,name,branch,hall,window,post,role."""
    from shared.people import actions, rules, views

    table = _read(here, file, rules.HEADINGS, rules.REQUIRED, _Once())
    with here.store(make=True) as store:
        lines = _accepted(here, table, skip_bad)
        changed = actions.import_staff(store, lines, now=here.now)
        halls = {line.hall for line in lines}
        if not store.hall and len(halls) == 1:
            (name,) = halls
            code = next(found.code for found in views.halls(store) if name in (found.name, found.code))
            actions.place_device(store, code, now=here.now)
    here.say("staff_imported", lines=len(lines), changed=changed)


class _Once:
    """A number may be in a staff list once: the second line would silently win."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, row: Mapping[str, str]) -> "RosterLine | Refusal":
        from shared.people.rules import roster_line

        line = roster_line(row)
        if isinstance(line, Refusal):
            return line
        if line.number in self._seen:
            return Refusal("twice", {"number": line.number})
        self._seen.add(line.number)
        return line


@import_.command()
@_file
@_skip_bad
@click.pass_obj
def cards(here: Here, file: Path, skip_bad: bool) -> None:
    """纸质5P卡：日期,工号,卡[,赠卡人,留言] · date,staff,p[,giver,note]. 重复导入不会重复计卡 · safe to repeat."""
    from shared.people.views import everyone
    from shared.practice.cards import actions
    from shared.practice.cards import paper_cards as paper

    with here.store() as store:
        known = {found.number for found in everyone(store)}

        def parse(row: Mapping[str, str]) -> actions.PaperCard | Refusal:
            card = paper.paper_card(row)
            if isinstance(card, actions.PaperCard) and card.day > day_of(here.now):
                return Refusal("bad_date", {"value": card.day.isoformat()})
            if isinstance(card, Refusal):
                return card
            if card.staff not in known:
                return Refusal("unknown_person", {"number": card.staff})
            return card

        table = _read(here, file, paper.HEADINGS, paper.REQUIRED, parse)
        lines = _accepted(here, table, skip_bad)
        added = actions.import_cards(store, _shown(here, lines), now=here.now)
    here.say("cards_imported", lines=len(lines), added=added)


def _shown(here: Here, lines: Sequence[T]) -> Iterator[T]:
    progress = here.progress("importing")
    for done, line in enumerate(lines, start=1):
        yield line
        progress(done, len(lines))


def _read(
    here: Here,
    file: Path,
    headings: Mapping[str, str],
    required: Sequence[str],
    parse: Callable[[Mapping[str, str]], T | Refusal],
) -> Table[T]:
    content = file.read_bytes()
    try:
        names = csv_file.columns(content, headings)
        if missing := [column(name) for name in required if name not in names]:
            raise here.problem("no_columns", columns="、".join(missing))
        return csv_file.read(content, headings, parse)
    except UnicodeDecodeError as error:
        raise here.problem("bad_encoding", file=file) from error
    except csv.Error as error:
        raise here.problem("bad_csv", file=file, reason=error) from error


def _accepted(here: Here, table: Table[T], skip_bad: bool) -> tuple[T, ...]:
    """The good lines; the bad ones are named, and unless they are to be skipped nothing at all is taken."""
    for bad in table.bad:
        _name(here, bad)
    if table.bad and not skip_bad:
        raise here.problem("nothing_imported", count=len(table.bad))
    if table.bad:
        here.note("skipped", count=len(table.bad))
    return table.good


def _name(here: Here, bad: BadLine) -> None:
    here.note("bad_line", line=bad.line, reason=here.reason(bad.refusal))
