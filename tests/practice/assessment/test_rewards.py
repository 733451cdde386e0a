"""Who is disqualified and who rewarded: the worked examples of resources/handbook/practices.en.md §9."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.money import fen, rate, yuan
from shared.practice.assessment.policy import Assessment, Rounding, Ties
from shared.practice.assessment.rules import rewards
from shared.practice.assessment.rules.year import Total

OURS = Assessment()
NAIVE = Assessment(disqualify_rounding=Rounding.CEIL, disqualify_ties=Ties.IN)


def units(*values) -> dict[str, int]:
    return {f"U{n:02d}": value for n, value in enumerate(values, 1)}


def out(counts, settings=OURS) -> list[int]:
    found = rewards.disqualified(units(*counts), settings)
    return sorted((units(*counts)[unit] for unit in found), reverse=True)


@pytest.mark.parametrize(
    ("counts", "ours", "naive"),
    [
        ((2, 1, *[0] * 8), [2, 1], [2, 1]),  # example 4: the third largest is 0, and 0 is never disqualified
        ((5, 3, 2, 2, 1, *[0] * 5), [5, 3], [5, 3, 2, 2]),
        ((*[1] * 5, *[0] * 5), [], [1] * 5),  # ceil and ties in would remove half the company
        ((3, 1, 0, 0), [3], [3, 1]),  # ⌊1.2⌋ = 1, ⌈1.2⌉ = 2
        ((9, 9, 9), [], [9, 9, 9]),  # ⌊0.9⌋ = 0: nobody
        ((0,) * 10, [], []),
        ((1, *[0] * 9), [1], [1]),
        ((), [], []),
    ],
)
def test_example_4_disqualification_is_in_doubt_for_the_team(counts, ours, naive):
    assert out(counts) == ours
    assert out(counts, NAIVE) == naive


def test_ties_in_alone_takes_four_of_the_second_case():
    assert out((5, 3, 2, 2, 1, *[0] * 5), Assessment(disqualify_ties=Ties.IN)) == [5, 3, 2, 2]


def totals(*scores, incomplete=()) -> list[Total]:
    return [Total(f"U{n:02d}", "B", Fraction(score), (), n not in incomplete) for n, score in enumerate(scores, 1)]


SIXTEEN = ("95", "94", "92", "90", "88.40", "88.40", *(str(80 - n) for n in range(10)))


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        (OURS, 6),  # ⌈4.8⌉ = 5, and the sixth equals the fifth
        (Assessment(reward_ties=Ties.OUT), 4),
        (Assessment(reward_rounding=Rounding.FLOOR), 4),
    ],
)
def test_example_3_the_best_three_tenths(settings, count):
    assert len(rewards.rewarded(totals(*SIXTEEN), frozenset(), settings)) == count


def test_a_disqualified_unit_leaves_its_place_to_the_next():
    best = rewards.rewarded(totals(*SIXTEEN), frozenset({"U01", "U05"}), OURS)
    assert best == ("U02", "U03", "U04", "U06", "U07")


def test_a_unit_that_is_not_ranked_is_not_rewarded():
    assert rewards.rewarded(totals("90", "80", "70", incomplete={1}), frozenset(), OURS) == ("U02",)
    assert rewards.rewarded(totals("90", "80"), frozenset({"U01", "U02"}), OURS) == ()
    assert rewards.rewarded([], frozenset(), OURS) == ()


@pytest.mark.parametrize(
    ("base", "sales", "amount"),
    [
        ("6000.00", "0.9637", "5782.20"),
        ("6000.00", "1.253", "7200.00"),  # held at 120 %
        ("5000.00", "0.96375", "4818.75"),
        ("6000.00", "0", "0.00"),
        ("6000.00", "-0.1", "0.00"),
        ("0.01", "0.5", "0.01"),  # half up
    ],
)
def test_example_5_a_reward_follows_the_sales_of_the_branch(base, sales, amount):
    assert yuan(rewards.reward(fen(base), rate(sales), OURS)) == amount


def test_example_5_split_by_days():
    days = {"1001": 248, "1002": 231, "1003": 131, "1004": 96}
    split = rewards.within_team(fen("5782.20"), days, 2026, "H1")
    assert [yuan(part) for part in split.values()] == ["2031.14", "1891.91", "1072.90", "786.25"]


def test_a_branch_without_sales_is_named():
    branch = {"U1": "A", "U2": "B"}
    assert rewards.rewards(["U1", "U2"], branch, {"A": Fraction(1)}, OURS) == {"U1": OURS.reward_base, "U2": None}
    assert rewards.rewards(["U1"], branch, {"A": Fraction(1)}, OURS) == {"U1": OURS.reward_base}


def test_who_gains_or_loses_a_place_by_a_setting():
    assert rewards.places_changed(("a", "b"), ("b", "c")) == rewards.PlacesChanged(("c",), ("a",))


COUNTS = st.lists(st.integers(0, 6), max_size=30)
ANY = st.builds(
    Assessment,
    disqualify_share=st.sampled_from([0.0, 0.1, 0.3, 0.5, 1.0]),
    disqualify_rounding=st.sampled_from(Rounding),
    disqualify_ties=st.sampled_from(Ties),
)


@given(COUNTS, ANY)
def test_no_unit_without_an_upheld_complaint_is_ever_disqualified(counts, settings):
    assert 0 not in out(counts, settings)


@given(COUNTS)
def test_ours_never_takes_more_than_three_tenths_and_never_the_lesser(counts):
    gone = rewards.disqualified(units(*counts), OURS)
    assert len(gone) <= Fraction(3, 10) * len(counts)
    left = [count for unit, count in units(*counts).items() if unit not in gone]
    assert all(units(*counts)[unit] > max(left, default=0) for unit in gone)
