"""Inspections and months: the worked examples of resources/handbook/practices.en.md §9."""

from fractions import Fraction

import msgspec
import pytest

from shared.domain.money import decimal
from shared.practice.assessment import checklist as standard
from shared.practice.assessment.facts import Item, Visit
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import documents, inspecting
from shared.practice.assessment.rules.inspecting import Checked, Inspected

OURS = Assessment()


def line(earned: float | None, points: int = 4, critical: bool = False, **more) -> Checked:
    exact = None if earned is None else Fraction(str(earned))
    return Checked("L", Item.ENVIRONMENT, Fraction(points), exact, critical, **more)


@pytest.mark.parametrize(
    ("earned", "score"),
    [
        ((4, 3, None, 4, 2), "16.25"),  # 13 / 16 × 20
        ((4, 3, None, None, None), None),  # 8 of 20 points apply: 40 %
        ((4, 4, 4, None, None), "20.00"),  # 60 % is enough
        ((3.5, 4, 4, 4, 4), "19.50"),
        ((0, 0, 0, 0, 0), "0.00"),
        ((None, None), None),
        ((), None),
    ],
)
def test_an_item_is_scored_over_the_lines_that_apply(earned, score):
    found = inspecting.item_score([line(each) for each in earned], OURS)
    assert (None if found is None else decimal(found)) == score


@pytest.mark.parametrize(
    ("critical", "score"),
    [((0,), "8.00"), ((0, 0), "6.00"), ((1,), "17.00"), ((None,), "20.00")],  # 16 / 20 × 20 / 2; 12 / 20 × 20 / 2
)
def test_a_failed_critical_line_halves_the_item_once(critical, score):
    lines = [line(4) for _ in range(5 - len(critical))] + [line(each, critical=True) for each in critical]
    found = inspecting.item_score(lines, OURS)
    assert found is not None
    assert decimal(found) == score


@pytest.mark.parametrize(
    ("checked", "code"),
    [
        (line(4), None),
        (line(3, reason="地面有水"), None),
        (line(3), "deduction_needs_reason"),
        (line(3, reason="  "), "deduction_needs_reason"),
        (line(5), "points_out_of_range"),
        (line(-1), "points_out_of_range"),
        (line(None), "skip_needs_reason"),
        (line(None, reason="无座椅"), None),
        (line(None, reason="无座椅", may_skip=False), "line_always_applies"),
    ],
)
def test_a_line_that_lacks_something_is_refused(checked, code):
    answer = inspecting.check(checked)
    assert (answer.code if answer else None) == code


@pytest.mark.parametrize(
    ("supervises", "own_branch", "visit", "code"),
    [
        (False, False, Visit.OPEN, None),
        (False, False, Visit.PEER, None),
        (False, True, Visit.COVERT, "same_branch"),
        (True, True, Visit.SELF, None),
        (True, True, Visit.OPEN, "own_unit"),
        (False, False, Visit.SELF, "not_own_unit"),
    ],
)
def test_who_may_inspect(supervises, own_branch, visit, code):
    answer = inspecting.may_inspect(supervises, own_branch, visit, OURS)
    assert (answer.code if answer else None) == code


@pytest.mark.parametrize(
    ("visits", "score"),
    [
        ([(Visit.OPEN, 18), (Visit.COVERT, 15)], "16.50"),
        ([(Visit.OPEN, 18), (Visit.OPEN, 20), (Visit.COVERT, 15)], "17.00"),  # (19 + 15) / 2, not the mean of three
        ([(Visit.OPEN, 18)], "18.00"),
        ([(Visit.COVERT, 15)], "15.00"),
        ([(Visit.SELF, 20), (Visit.COVERT, 15)], "15.00"),
        ([(Visit.PEER, 16), (Visit.OPEN, 18), (Visit.COVERT, 15)], "16.00"),
        ([(Visit.SELF, 20)], None),
        ([], None),
    ],
)
def test_a_month_is_the_mean_of_open_and_covert(visits, score):
    made = [Inspected(visit, {Item.SERVICE: Fraction(points)}) for visit, points in visits]
    found = inspecting.month_score(Item.SERVICE, made, OURS)
    assert (None if found is None else decimal(found)) == score


def test_an_inspection_scores_the_items_that_were_usable():
    lines = [line(4), line(3), Checked("S", Item.SERVICE, Fraction(4), None, reason="无人")]
    assert inspecting.inspected(Visit.OPEN, lines, OURS).scores == {Item.ENVIRONMENT: Fraction("17.5")}


@pytest.mark.parametrize(
    ("clause", "code"), [("", ""), ("standard/12", ""), ("第12条", "bad_clause"), ("standard/0", "bad_clause")]
)
def test_a_line_of_the_checklist_names_a_clause_or_none(clause: str, code: str) -> None:
    lines = [msgspec.structs.replace(each, clause=clause) for each in standard.shipped().lines]
    refusal = documents.checklist(lines, 10)
    assert (refusal.code if refusal else "") == code
