"""Files of pay: workload of a foreign ticket machine, absences, pools."""

from collections.abc import Sequence

from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import by_spelling
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.imports.kind import (
    FileKind,
    ImportRun,
    Parser,
    Taken,
    as_taken,
    suggesting_near,
    with_progress,
    without_repeats,
)
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.performance import actions as performance
from shared.practice.performance.rules import import_lines as pools
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.workload import actions, rules
from shared.practice.workload.rules import AbsenceLine, WorkLine


def _work(store: Store, now: int) -> Parser[WorkLine]:
    known, today = by_spelling(History(store).numbers), day_of(now)
    parse = suggesting_near(store, lambda row: rules.work_line(row, known, today))
    return without_repeats(parse, lambda line: (line.day, line.staff, line.service))


def _take_work(store: Store, lines: Sequence[WorkLine], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(actions.import_workload(store, every, run.source, actor=run.actor, now=run.now), lines)


def _absence(store: Store, now: int) -> Parser[AbsenceLine]:
    known = by_spelling(History(store).numbers)
    return suggesting_near(store, lambda row: rules.absence_line(row, known))


def _take_absences(store: Store, lines: Sequence[AbsenceLine], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(actions.import_absences(store, every, actor=run.actor, now=run.now), lines)


def _pool(store: Store, now: int) -> Parser[PoolLine]:
    known = {hall.code: hall.name for hall in halls(store)}
    return without_repeats(lambda row: pools.pool_line(row, known), lambda line: (line.month, line.hall, line.post))


def _take_pools(store: Store, lines: Sequence[PoolLine], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(performance.set_pools(store, every, run.source, actor=run.actor, now=run.now), lines)


WORKLOAD: FileKind[WorkLine] = FileKind(
    "workload",
    Text("工作量", "Workload"),
    Text("日期,工号,业务,笔数", "date,staff,service,count"),
    rules.WORKLOAD_HEADINGS,
    rules.WORKLOAD,
    Act.PAY,
    _work,
    _take_work,
)
ABSENCES: FileKind[AbsenceLine] = FileKind(
    "absences",
    Text("缺勤", "Absences"),
    Text("工号,种类,从,到", "staff,kind,from,to"),
    rules.ABSENCE_HEADINGS,
    rules.ABSENCE,
    Act.PAY,
    _absence,
    _take_absences,
)
POOLS: FileKind[PoolLine] = FileKind(
    "pools",
    Text("奖金池", "Pools"),
    Text("月份,大厅,岗位,金额", "month,hall,post,amount"),
    pools.HEADINGS,
    pools.POOL,
    Act.PAY,
    _pool,
    _take_pools,
)
