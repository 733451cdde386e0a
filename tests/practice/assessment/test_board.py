"""The year's board in one go, and the closed year computed again."""

from fractions import Fraction

import msgspec
import pytest
from msgspec.structs import replace

from shared.domain.money import decimal, yuan
from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import Item, Part, UnitClosed, YearClosed
from shared.practice.assessment.policy import Assessment, RewardUnit
from shared.practice.assessment.rules import board
from shared.practice.assessment.rules.board import Row
from shared.practice.assessment.rules.rewards import Figures
from shared.practice.assessment.rules.year import Confirmed, UnitYear

OURS = Assessment()
SALES = {"A": "0.9637", "B": "1.253"}
FIGURES = Figures({"U02": 2, "U03": 1}, {branch: Fraction(done) for branch, done in SALES.items()})


def unit(n: int, months: int = 12) -> UnitYear:
    """The n-th of ten: the lower n, the higher the score."""
    scores = {Item.ENVIRONMENT: Fraction(20 - n), Item.SERVICE: Fraction(55, 3)}
    parts = {part: Confirmed(Fraction(18)) for part in Part}
    return UnitYear(f"U{n:02d}", "A" if n % 2 else "B", {f"2026-{m:02d}": scores for m in range(1, months + 1)}, parts)


TEN = [unit(n) for n in range(1, 10)] + [unit(10, months=5)]


def rows(years=TEN, figures=FIGURES, settings=OURS) -> tuple[Row, ...]:
    found = board.board(years, figures, settings)
    assert not isinstance(found, Refusal)
    return found


def test_the_board():
    found = rows()
    assert [(row.total.unit, row.rank, row.disqualified, yuan(row.reward or 0)) for row in found[:6]] == [
        ("U01", 1, False, "5782.20"),
        ("U02", 2, True, "0.00"),
        ("U03", 3, True, "0.00"),
        ("U04", 4, False, "7200.00"),  # ⌈3⌉ of those left: the next move up
        ("U05", 5, False, "5782.20"),
        ("U06", 6, False, "0.00"),
    ]
    assert decimal(found[0].total.value) == "91.33"  # 19 + 18.333… + 3 × 18
    last = found[-1]
    assert (last.total.unit, last.rank, last.rewarded) == ("U10", None, False)  # five months


def test_branches_are_rewarded_where_the_setting_says_so():
    """`reward_unit` was asked for in the policy and read by nothing: ⌈0.3 × 2⌉ = 1 branch, its reward by days."""
    branches = Assessment(reward_unit=RewardUnit.BRANCH)
    days = {f"U{n:02d}": n for n in range(1, 11)}
    paid = {row.total.unit: row.reward for row in rows(figures=replace(FIGURES, days=days), settings=branches)}
    # A (odd units) has the better mean; 6,000.00 × 96.37 % = 5,782.20 by days 1 : 3 : 5 : 7 : 9
    assert [yuan(paid[f"U{n:02d}"] or 0) for n in (1, 3, 5, 7, 9)] == [
        *("231.29", "693.86", "1156.44", "1619.02", "2081.59")
    ]
    assert {unit for unit, fen in paid.items() if fen} == {"U01", "U03", "U05", "U07", "U09"}
    alike = rows(figures=FIGURES, settings=branches)
    assert {row.reward for row in alike if row.rewarded} == {578220 // 5}
    half = Assessment(reward_unit=RewardUnit.BRANCH, disqualify_share=0.5)
    assert {row.total.branch for row in rows(settings=half) if row.disqualified} == {"B"}  # two complaints against one
    assert {row.reward for row in rows(figures=Figures({}, {}), settings=branches) if row.rewarded} == {None}


def test_sales_are_needed_where_a_unit_is_rewarded():
    only_a = Figures({}, {"A": Fraction(1)})
    found = board.board(TEN, only_a, OURS)
    assert not isinstance(found, Refusal)
    assert [row.reward for row in found if row.rewarded and row.total.branch == "B"] == [None]
    assert board.sales_missing(found) == Refusal("sales_missing", {"branches": ("B",)})


@pytest.fixture
def closed() -> tuple[YearClosed, tuple[UnitClosed, ...]]:
    kept = board.lines(2026, rows())
    head = YearClosed(
        year=2026,
        policy=4,
        basis=812,
        basis_hash="ab",
        inputs=board.inputs_digest(kept, SALES),
        sales=SALES,
        units=len(kept),
        rewards=sum(line.reward for line in kept),
        preparer="9001",
    )
    wire = (msgspec.json.decode(msgspec.json.encode(line), type=UnitClosed) for line in kept)
    return msgspec.json.decode(msgspec.json.encode(head), type=YearClosed), tuple(wire)


def test_a_closed_year_computes_again(closed):
    head, kept = closed
    assert board.recheck(head, kept, OURS) is None
    assert board.recheck(head, kept[::-1], OURS) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reward": 1}, "closed_figures_changed"),
        ({"rank": 7}, "closed_figures_changed"),
        ({"total": "99"}, "closed_figures_changed"),
        ({"disqualified": "upheld_complaints"}, "closed_figures_changed"),
        ({"upheld": "3"}, "closed_inputs_changed"),
        ({"lines": ()}, "closed_inputs_changed"),
        ({"complete": False}, "closed_inputs_changed"),
    ],
)
def test_a_changed_line_is_found(closed, changes, code):
    head, (first, *others) = closed
    assert board.recheck(head, (replace(first, **changes), *others), OURS).code == code


def test_other_rules_do_not_give_the_closed_board(closed):
    head, kept = closed
    assert board.recheck(head, kept, Assessment(reward_share=0.5)).code == "closed_figures_changed"
