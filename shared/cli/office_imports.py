"""`warm-window import workload|pools|absences|inspections|sales|contests`: the office's tables from CSV."""

from collections.abc import Callable, Hashable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from shared.cli.authority import as_, person_for
from shared.cli.here import Here
from shared.cli.importing import _accepted, _file, _read, _skip_bad, _with_near, import_
from shared.declaration.practice import OFFICE_ONLY
from shared.device.csv_file import Table
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import by_spelling
from shared.domain.workdays import day_of

if TYPE_CHECKING:
    from shared.journal.store import Store

__all__ = ["import_"]
T = TypeVar("T")
Row = Mapping[str, str]


class _Once(Generic[T]):
    """Parses lines of which none may say twice what `key` names: the second would silently win."""

    def __init__(self, parse: Callable[[Row], T | Refusal], key: Callable[[T], Hashable], twice: Refusal) -> None:
        self._parse, self._key, self._twice = parse, key, twice
        self._seen: set[Hashable] = set()

    def __call__(self, row: Row) -> T | Refusal:
        line = self._parse(row)
        if isinstance(line, Refusal):
            return line
        if self._key(line) in self._seen:
            return self._twice
        self._seen.add(self._key(line))
        return line


def _names(store: "Store") -> dict[str, str]:
    from shared.people.views import everyone

    return {person.number: person.name for person in everyone(store)}


def _nearest(line: T | Refusal, names: dict[str, str]) -> T | Refusal:
    return _with_near(line, names) if isinstance(line, Refusal) else line


def _source(file: Path) -> str:
    """The file's name and digest: where a figure came from."""
    return f"{file.name} {sha256(file.read_bytes()).hexdigest()[:16]}"


def _take(here: Here, table: Table[T], skip_bad: bool, act: Callable[[tuple[T, ...]], int | Refusal]) -> None:
    """Do `act` with the good lines, and say how many of them changed something."""
    lines = _accepted(here, table, skip_bad)
    changed = act(lines)
    if isinstance(changed, Refusal):
        raise here.refused(changed)
    here.say("lines_imported", lines=len(lines), changed=changed)


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def workload(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """工作量：日期,工号,业务,笔数 · date,staff,service,count. 重复导入不会重复计算 · safe to repeat."""
    from shared.people.history import History
    from shared.practice.workload import actions, rules

    with here.store() as store:
        who = person_for(here, store, Act.PAY, by, devices=OFFICE_ONLY)
        known, today, names = by_spelling(History(store).numbers), day_of(here.now), _names(store)
        parse = _Once(
            lambda row: _nearest(rules.work_line(row, known, today), names),
            lambda line: (line.day, line.staff, line.service),
            Refusal("line_twice"),
        )
        table = _read(here, file, rules.WORKLOAD_HEADINGS, rules.WORKLOAD, parse)
        _take(
            here,
            table,
            skip_bad,
            lambda lines: actions.import_workload(store, lines, _source(file), actor=who, now=here.now),
        )


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def absences(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """缺勤：工号,种类,从,到 · staff,kind,from,to."""
    from shared.people.history import History
    from shared.practice.workload import actions, rules

    with here.store() as store:
        who = person_for(here, store, Act.PAY, by, devices=OFFICE_ONLY)
        known, names = by_spelling(History(store).numbers), _names(store)

        def parse(row: Row) -> rules.AbsenceLine | Refusal:
            return _nearest(rules.absence_line(row, known), names)

        table = _read(here, file, rules.ABSENCE_HEADINGS, rules.ABSENCE, parse)
        _take(here, table, skip_bad, lambda lines: actions.import_absences(store, lines, actor=who, now=here.now))


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def pools(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """奖金池：月份,大厅,岗位,金额 · month,hall,post,amount."""
    from shared.people.views import halls
    from shared.practice.performance import actions
    from shared.practice.performance.rules import lines as rules

    with here.store() as store:
        who = person_for(here, store, Act.PAY, by, devices=OFFICE_ONLY)
        known = {hall.code: hall.name for hall in halls(store)}
        parse = _Once(
            lambda row: rules.pool_line(row, known),
            lambda line: (line.month, line.hall, line.post),
            Refusal("line_twice"),
        )
        table = _read(here, file, rules.HEADINGS, rules.POOL, parse)
        _take(
            here, table, skip_bad, lambda lines: actions.set_pools(store, lines, _source(file), actor=who, now=here.now)
        )


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def inspections(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """检查：日期,单位,明暗,条目,得分,不适用原因 · date,unit,visit,line,score,reason."""
    from shared.practice.assessment import actions, views
    from shared.practice.assessment.policy import Assessment
    from shared.practice.assessment.rules import lines as rules
    from shared.reference.views import policy

    with here.store() as store:
        who = person_for(here, store, Act.ASSESS, by, devices=OFFICE_ONLY)
        units, checklist, today = views.units(store), views.checklist(store), day_of(here.now)
        points = policy(store)[Assessment].item_points
        parse = _Once(
            lambda row: rules.inspected_line(row, units, checklist, points, today),
            lambda line: (line.day, line.unit, line.visit, line.line),
            Refusal("line_twice"),
        )
        table = _read(here, file, rules.INSPECTION_HEADINGS, rules.INSPECTION, parse)
        lines = _accepted(here, table, skip_bad)
        added = actions.import_inspections(store, lines, actor=who, now=here.now)
        if isinstance(added, Refusal):
            raise here.refused(added)
    here.say("inspections_imported", lines=len(lines), added=added)


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def sales(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """销量完成率：年份,分公司,完成率 · year,branch,completion."""
    from shared.practice.assessment import actions, views
    from shared.practice.assessment.rules import lines as rules

    with here.store() as store:
        who = person_for(here, store, Act.ASSESS, by, devices=OFFICE_ONLY)
        branches = tuple(sorted({unit.branch for unit in views.units(store)}))
        parse = _Once(
            lambda row: rules.sales_line(row, branches), lambda line: (line.year, line.key), Refusal("line_twice")
        )
        table = _read(here, file, rules.SALES_HEADINGS, rules.SALES, parse)
        _take(
            here,
            table,
            skip_bad,
            lambda lines: actions.import_sales(store, lines, _source(file), actor=who, now=here.now),
        )


@import_.command()
@_file
@_skip_bad
@as_
@click.pass_obj
def contests(here: Here, file: Path, skip_bad: bool, by: str) -> None:
    """竞赛成绩：年份,单位,成绩 · year,unit,result."""
    from shared.practice.assessment import actions, views
    from shared.practice.assessment.rules import lines as rules

    with here.store() as store:
        who = person_for(here, store, Act.ASSESS, by, devices=OFFICE_ONLY)
        units = views.units(store)
        parse = _Once(
            lambda row: rules.contest_line(row, units), lambda line: (line.year, line.key), Refusal("line_twice")
        )
        table = _read(here, file, rules.CONTEST_HEADINGS, rules.CONTEST, parse)
        _take(
            here,
            table,
            skip_bad,
            lambda lines: actions.import_contests(store, lines, _source(file), actor=who, now=here.now),
        )
