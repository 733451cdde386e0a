"""Units and checklists before they are published, and lines of files as people write them."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from shared.practice.assessment.facts import CheckLine, Checklist, Item, Unit, Visit
from shared.practice.assessment.rules import documents
from shared.practice.assessment.rules.import_lines import (
    InspectedLine,
    YearFigure,
    contest_line,
    inspected_line,
    sales_line,
)
from shared.practice.assessment.words import ITEMS
from tests.support.builders import code

UNIT = Unit(code="U1", name="一号站", branch="东区", halls=("H1", "H2"), windows=1)
OTHER = Unit(code="U2", name="二号站", branch="东区", halls=("H3",), windows=3)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({}, None),
        *(({name: ""}, "unit_incomplete") for name in ("code", "name", "branch")),
        ({"halls": ()}, "unit_incomplete"),
        ({"windows": 0}, "unit_incomplete"),
        ({"code": "u2"}, "unit_twice"),
        ({"name": " 二号站"}, "unit_twice"),
        ({"halls": ("H1", "H3")}, "hall_in_two_units"),
    ],
)
def test_units(changes, refusal):
    assert code(documents.units([replace(UNIT, **changes), OTHER])) == refusal


def test_an_incomplete_unit_is_named_by_what_it_has():
    for changes, named in (({"branch": ""}, "一号站"), ({"name": ""}, "U1")):
        assert documents.units([replace(UNIT, **changes)]).details == {"unit": named}


SIGNS = CheckLine("signs", Item.ENVIRONMENT, "标识", "4", may_skip=True)
SMILE = CheckLine("smile", Item.SERVICE, "微笑", "4", may_skip=False)
MOST = 20


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({}, None),
        ({"code": ""}, "check_line_empty"),
        ({"text": ""}, "check_line_empty"),
        ({"points": "1"}, None),
        ({"points": "20"}, None),
        ({"points": "0.5"}, "check_line_points"),
        ({"points": "20.5"}, "check_line_points"),
        ({"points": "四"}, "check_line_points"),
        ({"clause": "standard/12"}, None),
        ({"clause": "standard/12b"}, "bad_clause"),
        ({"clause": "第12条"}, "bad_clause"),
        ({"code": "smile"}, "check_line_twice"),
        ({"text": "微笑"}, "check_line_twice"),
        ({"item": Item.SERVICE}, "item_without_line"),
    ],
)
def test_a_checklist(changes, refusal):
    assert code(documents.checklist([replace(SIGNS, **changes), SMILE], MOST)) == refusal


def test_the_item_without_a_line_is_named():
    refusal = documents.checklist([SMILE], MOST)
    assert (refusal.code, refusal.details) == ("item_without_line", {"item": str(ITEMS["environment"])})


TODAY, UNITS, LIST = date(2026, 3, 4), (UNIT, OTHER), Checklist(lines=(SIGNS, SMILE))
VISIT = {"date": "2026-03-03", "unit": "一号站", "visit": "明查", "line": "标识", "score": "3.5", "reason": ""}


def inspected(**changes: Any) -> InspectedLine:
    return replace(InspectedLine(date(2026, 3, 3), "U1", Visit.OPEN, "signs", "3.5"), **changes)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, inspected()),
        ({"date": "2026-03-04"}, inspected(day=TODAY)),
        ({"date": "2026-03-05"}, "inspection_day"),
        ({"date": "三月"}, "inspection_day"),
        ({"unit": "u2"}, inspected(unit="U2")),
        ({"unit": "三号站"}, "unit_not_known"),
        ({"visit": "暗"}, inspected(visit=Visit.COVERT)),
        ({"visit": "抽查"}, "visit_not_known"),
        ({"line": "Smile"}, inspected(line="smile")),
        ({"line": "卫生"}, "check_line_not_known"),
        ({"line": "环境", "score": "20"}, inspected(line="environment", earned="20")),  # the item as a whole
        ({"score": "4"}, inspected(earned="4")),
        ({"score": "4.5"}, "points_out_of_range"),
        ({"score": "-1"}, "bad_score"),
        ({"score": "不适用", "reason": "没有座椅"}, inspected(earned="", reason="没有座椅")),
        ({"score": ""}, "skip_needs_reason"),
        ({"score": "", "line": "微笑", "reason": "没有人"}, "line_always_applies"),
        *(({column: " "}, "missing_value") for column in ("date", "unit", "visit", "line")),
    ],
)
def test_a_line_of_a_file_of_inspections(changed, found):
    read = inspected_line(VISIT | changed, UNITS, LIST, MOST, TODAY)
    assert (code(read) or read) == found


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        *(({"completion": text}, Fraction(9637, 10000)) for text in ("96.37%", "96.37", "0.9637")),
        ({"completion": "3"}, Fraction(3)),
        ({"completion": "3.01"}, Fraction(301, 10000)),  # per cent
        ({"completion": "300%"}, Fraction(3)),
        ({"completion": "9637"}, "bad_share"),
        ({"completion": "-1%"}, "bad_share"),
        ({"branch": "西区"}, "branch_not_known"),
        ({"year": "26"}, "bad_year"),
        ({"year": "20260"}, "bad_year"),
        *(({column: ""}, "missing_value") for column in ("year", "branch", "completion")),
    ],
)
def test_a_line_of_sales(changed, found):
    read = sales_line({"year": "2026", "branch": " 东区", "completion": "1"} | changed, ("东区", "南区"))
    assert (code(read) or read) == (found if isinstance(found, str) else YearFigure(2026, "东区", str(found)))


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, Fraction(785, 1000)),
        ({"result": "78.5%"}, Fraction(785, 1000)),
        ({"result": "100"}, Fraction(1)),
        ({"result": "100.5"}, "bad_score"),
        ({"result": "七十"}, "bad_score"),
        ({"unit": "三号站"}, "unit_not_known"),
        ({"year": "明年"}, "bad_year"),
        *(({column: ""}, "missing_value") for column in ("year", "unit", "result")),
    ],
)
def test_a_line_of_contest_results(changed, found):
    read = contest_line({"year": "2026", "unit": "u1", "result": "78.5"} | changed, UNITS)
    assert (code(read) or read) == (found if isinstance(found, str) else YearFigure(2026, "U1", str(found)))
