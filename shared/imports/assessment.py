"""Files of team assessment: inspections, sales, contests, and verdicts of the time before the product."""

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
from shared.practice.assessment import actions, views
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import import_lines as rules
from shared.practice.assessment.rules.import_lines import InspectedLine, YearFigure
from shared.practice.complaints import importing as complaints
from shared.practice.complaints.importing import VerdictLine
from shared.reference.views import policy


def _inspection(store: Store, now: int) -> Parser[InspectedLine]:
    units, checklist, today = views.units(store), views.checklist(store), day_of(now)
    points = policy(store)[Assessment].item_points
    return without_repeats(
        lambda row: rules.inspected_line(row, units, checklist, points, today),
        lambda line: (line.day, line.unit, line.visit, line.line),
    )


def _take_inspections(store: Store, lines: Sequence[InspectedLine], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    added = actions.import_inspections(store, every, actor=run.actor, now=run.now)
    return as_taken(added, {(line.unit, line.day, line.visit) for line in lines})


def _sales(store: Store, now: int) -> Parser[YearFigure]:
    branches = tuple(sorted({unit.branch for unit in views.units(store)}))
    return without_repeats(lambda row: rules.sales_line(row, branches), lambda line: (line.year, line.key))


def _take_sales(store: Store, lines: Sequence[YearFigure], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(actions.import_sales(store, every, run.source, actor=run.actor, now=run.now), lines)


def _contest(store: Store, now: int) -> Parser[YearFigure]:
    units = views.units(store)
    return without_repeats(lambda row: rules.contest_line(row, units), lambda line: (line.year, line.key))


def _take_contests(store: Store, lines: Sequence[YearFigure], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(actions.import_contests(store, every, run.source, actor=run.actor, now=run.now), lines)


def _verdict(store: Store, now: int) -> Parser[VerdictLine]:
    staff, today = by_spelling(History(store).numbers), day_of(now)
    places = {hall.code: hall.name for hall in halls(store)}
    parse = suggesting_near(store, lambda row: complaints.verdict_line(row, staff, places, today))
    return without_repeats(parse, lambda line: line.number)


def _take_verdicts(store: Store, lines: Sequence[VerdictLine], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(complaints.import_verdicts(store, every, actor=run.actor, now=run.now), lines)


INSPECTIONS: FileKind[InspectedLine] = FileKind(
    "inspections",
    Text("检查", "Inspections"),
    Text("日期,单位,明暗,条目,得分,不适用原因", "date,unit,visit,line,score,reason"),
    rules.INSPECTION_HEADINGS,
    rules.INSPECTION,
    Act.ASSESS,
    _inspection,
    _take_inspections,
)
SALES: FileKind[YearFigure] = FileKind(
    "sales",
    Text("销量完成率", "Sales completion"),
    Text("年份,分公司,完成率", "year,branch,completion"),
    rules.SALES_HEADINGS,
    rules.SALES,
    Act.ASSESS,
    _sales,
    _take_sales,
)
CONTESTS: FileKind[YearFigure] = FileKind(
    "contests",
    Text("竞赛成绩", "Contest results"),
    Text("年份,单位,成绩", "year,unit,result"),
    rules.CONTEST_HEADINGS,
    rules.CONTEST,
    Act.ASSESS,
    _contest,
    _take_contests,
)
VERDICTS: FileKind[VerdictLine] = FileKind(
    "verdicts",
    Text("投诉认定（启用前的登记簿）", "Verdicts (from the register before this program)"),
    Text("编号,日期,大厅,结论,理由[,工号]", "number,date,hall,verdict,grounds[,staff]"),
    complaints.HEADINGS,
    complaints.REQUIRED,
    Act.JUDGE,
    _verdict,
    _take_verdicts,
)
