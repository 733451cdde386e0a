"""A unit's year: the worked examples of resources/handbook/practices.en.md §9."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from shared.domain import explaining
from shared.domain.money import decimal
from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import Item, Part
from shared.practice.assessment.policy import Assessment, YearBy
from shared.practice.assessment.rules import year
from shared.practice.assessment.rules.year import Confirmed, Ratio, Total, UnitYear

OURS = Assessment()


def unit(environment, service, parts=("17.20", "16.40", "15.00"), name="H1", branch="B1") -> UnitYear:
    months = {
        f"2026-{n:02d}": {Item.ENVIRONMENT: Fraction(str(e)), Item.SERVICE: Fraction(str(s))}
        for n, (e, s) in enumerate(zip(environment, service, strict=True), 1)
    }
    confirmed = {part: Confirmed(Fraction(value)) for part, value in zip(Part, parts, strict=True)}
    return UnitYear(name, branch, months, confirmed)


EXAMPLE_2 = unit((18.50, 17.25, 18.00), (16.25, 17.00, 16.75))


def test_example_2_the_five_parts():
    total = year.total(EXAMPLE_2, OURS)
    # 53.75 / 3 + 50.00 / 3 + 48.60
    assert total.value == Fraction("53.75") / 3 + Fraction(50, 3) + Fraction("48.60")
    assert decimal(total.value) == "83.18"
    assert decimal(total.value, 5) == "83.18333"
    assert explaining.total(total.lines) == total.value


@pytest.mark.parametrize(("months", "complete"), [(5, False), (6, True), (12, True)])
def test_fewer_than_six_inspected_months_are_shown_but_not_ranked(months, complete):
    total = year.total(unit([18] * months, [16] * months), OURS)
    assert (decimal(total.value), total.complete) == ("82.60", complete)
    assert year.places([total]) == ({"H1": 1} if complete else {})


def test_a_part_that_is_missing_counts_nothing_and_is_named():
    """Only too few months leave a unit unranked: one without a contest had no place and no reward at all."""
    whole = unit([18] * 6, [16] * 6)
    parts = {**whole.parts, Part.ABILITY: Confirmed(None)}
    found = year.total(replace(whole, parts=parts), OURS)
    assert (found.complete, found.missing, decimal(found.value)) == (True, (Part.ABILITY,), "66.20")


def test_the_sum_of_a_year_needs_the_same_months_everywhere():
    summed = Assessment(year=YearBy.SUM)
    one, two = unit([18] * 6, [16] * 6), unit([19] * 6, [16] * 6, name="H2")
    assert [decimal(total.value) for total in year.totals([one, two], summed)] == ["252.60", "258.60"]
    short = unit([20] * 5, [20] * 5, name="H2")
    assert year.totals([one, short], summed) == Refusal("months_differ", {"units": ("H1", "H2")})
    assert [decimal(total.value) for total in year.totals([one, short], OURS)] == ["82.60", "88.60"]


@pytest.mark.parametrize(
    ("ratios", "score"),
    [
        (((46, 48), (20, 22), (244, 250), (33, 35)), "18.98"),  # 20 × (.4·46/48 + .2·20/22 + .2·244/250 + .2·33/35)
        (((0, 0), (0, 0), (244, 250), (33, 35)), "19.19"),  # (244/250 + 33/35) / 2 × 20
        (((48, 48), (0, 0), (0, 0), (0, 0)), "20.00"),
        (((0, 0), (0, 0), (0, 0), (0, 0)), None),
    ],
)
def test_example_7_compliance(ratios, score):
    found = year.compliance([Ratio(*each) for each in ratios], OURS)
    assert (None if found is None else decimal(found)) == score


def test_example_7_ability():
    # 78 %, 4/5, 37/40: 7.80 + 4.80 + 3.70
    found = year.ability([Ratio(78, 100), Ratio(4, 5), Ratio(37, 40)], OURS)
    assert found == Fraction("16.3")


@pytest.mark.parametrize(
    ("per_day", "scores"),
    [
        ((30, 40, 50), ("12.00", "16.00", "20.00")),  # three units: against the best
        ((10, 20, 30, 40), ("6.15", "12.31", "18.46", "20.00")),  # ¾ of the way from 10 to 40, between units: 32.5
        ((0, 0), ("0.00", "0.00")),
        ((), ()),
    ],
)
def test_workload_against_the_upper_quarter(per_day, scores):
    found = year.workload({str(n): Fraction(points) for n, points in enumerate(per_day)}, OURS)
    assert tuple(decimal(score) for score in found.values()) == scores


@pytest.mark.parametrize(
    ("value", "reason", "code"),
    [("18", "补录", None), ("18", " ", "override_needs_reason"), ("20.01", "x", "points_out_of_range")],
)
def test_a_part_set_by_hand_has_a_reason(value, reason, code):
    answer = year.override(Fraction(17), Fraction(value), reason, OURS)
    assert (answer.code if isinstance(answer, Refusal) else None) == code
    assert code or (answer.value, answer.suggested) == (18, 17)


def totals(**scores: str) -> list[Total]:
    return [Total(name, name[0], Fraction(score), (), True) for name, score in scores.items()]


def test_example_6_a_branch_is_the_simple_mean_of_its_units():
    scores = totals(A1="91.25", A2="88.40", A3="90.00", B1="80")
    assert {name: decimal(score) for name, score in year.branches(scores).items()} == {"A": "89.88", "B": "80.00"}
    windows = {"A1": 6, "A2": 2, "A3": 2, "B1": 1}
    assert decimal(year.by_windows(scores, windows)["A"]) == "90.43"  # (547.5 + 176.8 + 180) / 10


def test_places_follow_the_exact_score():
    # the first two are alike to the hundredth only
    close = [Total(n, "B", value, (), True) for n, value in (("a", Fraction("83.331")), ("b", Fraction("83.332")))]
    assert year.places(close) == {"b": 1, "a": 2}
    assert year.places(totals(a="83.3", b="83.3", c="83", d="84")) == {"d": 1, "a": 2, "b": 2, "c": 4}


@pytest.mark.parametrize("changes", [{"compliance_informed": 0.3}, {"ability_contest": 0.6}])
def test_shares_add_up(changes):
    assert [relation.text.zh[-5:] for relation in Assessment(**changes).broken()] == ["须为 1。"]
