"""Lines of imported files (inspections, sales, contest results), or what is wrong with them. Pure."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.domain.spelling import by_spelling, folded
from shared.domain.written_day import day
from shared.domain.written_row import cells
from shared.practice.assessment.facts import CheckLine, Checklist, Item, Unit, Visit
from shared.practice.assessment.words import ITEMS, VISITS

INSPECTION_HEADINGS = {
    "日期": "date",
    "单位": "unit",
    "明暗": "visit",
    "条目": "line",
    "得分": "score",
    "不适用原因": "reason",
}
INSPECTION = ("date", "unit", "visit", "line", "score")
SALES_HEADINGS = {"年份": "year", "分公司": "branch", "完成率": "completion"}
SALES = ("year", "branch", "completion")
CONTEST_HEADINGS = {"年份": "year", "单位": "unit", "成绩": "result"}
CONTEST = ("year", "unit", "result")
_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,6})?", re.ASCII)
_VISITS = {"明": Visit.OPEN, "暗": Visit.COVERT, "暗查": Visit.COVERT, "明访": Visit.OPEN}
_LARGEST_SHARE = 3  # a greater completion was written in per cent: nobody sells three times the plan


class InspectedLine(msgspec.Struct, frozen=True):
    """One line of one inspection; `earned` empty: 不适用."""

    day: date
    unit: str
    visit: Visit
    line: str
    earned: str
    reason: str = ""


class YearFigure(msgspec.Struct, frozen=True):
    """A year's figure of a branch or unit, exact as text (`9637/10000`)."""

    year: int
    key: str
    value: str


def whole_item(item: Item, points: int) -> CheckLine:
    """An item scored as a whole, where a file has no single lines."""
    return CheckLine(item.value, item, str(ITEMS[item.value]), str(points))


def find_line(lines: tuple[CheckLine, ...], text: str, points: int) -> CheckLine | None:
    """The line of a checklist by code or text, or a whole item (环境, 服务)."""
    wanted = folded(text)
    for line in lines:
        if wanted in (folded(line.code), folded(line.text)):
            return line
    for item in Item:
        if wanted in map(folded, (item.value, ITEMS[item.value].zh, ITEMS[item.value].en)):
            return whole_item(item, points)
    return None


def inspected_line(
    row: Mapping[str, str], units: tuple[Unit, ...], checklist: Checklist, points: int, today: date
) -> InspectedLine | Refusal:
    """A line of a file of inspections, or what is wrong with it; without a score it is 不适用 and needs a reason."""
    values = cells(row, [name for name in INSPECTION if name != "score"], ("score", "reason"))
    if isinstance(values, Refusal):
        return values
    on, unit = day(values["date"]), find_unit(units, values["unit"])
    if on is None or on > today:
        return Refusal("inspection_day", {"value": values["date"]})
    if unit is None:
        return Refusal("unit_not_known", {"value": values["unit"], "known": "、".join(each.name for each in units)})
    visit = _visit(values["visit"])
    if visit is None:
        return Refusal("visit_not_known", {"value": values["visit"]})
    line = find_line(checklist.lines, values["line"], points)
    if line is None:
        known = "、".join(each.text for each in checklist.lines)
        return Refusal("check_line_not_known", {"value": values["line"], "known": known})
    return _scored(values, InspectedLine(on, unit.code, visit, line.code, values["score"], values["reason"]), line)


def _scored(values: Mapping[str, str], found: InspectedLine, line: CheckLine) -> InspectedLine | Refusal:
    if values["score"] in ("", "不适用", "N/A", "n/a"):
        if not values["reason"]:
            return Refusal("skip_needs_reason", {"line": line.text})
        if not line.may_skip:
            return Refusal("line_always_applies", {"line": line.text})
        return InspectedLine(found.day, found.unit, found.visit, found.line, "", found.reason)
    if not _NUMBER.fullmatch(values["score"]):
        return Refusal("bad_score", {"value": values["score"]})
    return (
        found if rate(values["score"]) <= rate(line.points) else Refusal("points_out_of_range", {"most": line.points})
    )


def sales_line(row: Mapping[str, str], branches: tuple[str, ...]) -> YearFigure | Refusal:
    """A line of sales completion: 96.37%, 96.37 or 0.9637."""
    values = cells(row, SALES)
    if isinstance(values, Refusal):
        return values
    if wrong := _wrong_year(values["year"]):
        return wrong
    branch = by_spelling(branches).get(folded(values["branch"]))
    if branch is None:
        return Refusal("branch_not_known", {"value": values["branch"], "known": "、".join(branches)})
    number = values["completion"].removesuffix("%")
    if not _NUMBER.fullmatch(number):
        return Refusal("bad_share", {"value": values["completion"]})
    share = rate(number)
    share = share / 100 if values["completion"].endswith("%") or share > _LARGEST_SHARE else share
    if share > _LARGEST_SHARE:  # 9637: its point was forgotten, and it would be paid as the highest
        return Refusal("bad_share", {"value": values["completion"]})
    return YearFigure(int(values["year"]), branch, str(share))


def contest_line(row: Mapping[str, str], units: tuple[Unit, ...]) -> YearFigure | Refusal:
    """A line of contest results, of a hundred: 78, 78.5 or 78%."""
    values = cells(row, CONTEST)
    if isinstance(values, Refusal):
        return values
    if wrong := _wrong_year(values["year"]):
        return wrong
    unit = find_unit(units, values["unit"])
    if unit is None:
        return Refusal("unit_not_known", {"value": values["unit"], "known": "、".join(each.name for each in units)})
    number = values["result"].removesuffix("%")
    if not _NUMBER.fullmatch(number) or rate(number) > 100:
        return Refusal("bad_score", {"value": values["result"]})
    return YearFigure(int(values["year"]), unit.code, str(Fraction(rate(number), 100)))


def find_unit(units: tuple[Unit, ...], text: str) -> Unit | None:
    """A unit by its code or name."""
    wanted = folded(text)
    return next((unit for unit in units if wanted in (folded(unit.code), folded(unit.name))), None)


def _wrong_year(text: str) -> Refusal | None:
    right = re.fullmatch(r"2[01]\d\d", text, re.ASCII)
    return None if right else Refusal("bad_year", {"value": text})


def _visit(text: str) -> Visit | None:
    by_name = {
        folded(name): visit for visit in Visit for name in (visit.value, VISITS[visit.value].zh, VISITS[visit.value].en)
    }
    by_name |= _VISITS
    return by_name.get(folded(text))
