"""Places, quantiles and the Wilson bound."""

from fractions import Fraction

import pytest

from shared.domain import ranking
from shared.domain.money import decimal

Z = Fraction("1.96")


@pytest.mark.parametrize(
    ("scores", "places"),
    [((92.5, 90, 90, 88), [1, 2, 2, 4]), ((1, 1, 1), [1, 1, 1]), ((), []), ((3, 1, 2), [1, 3, 2])],
)
def test_equals_share_a_place_and_the_next_is_left_out(scores, places):
    assert list(ranking.ranks(dict(enumerate(scores))).values()) == places


def test_places_follow_a_tuple_in_its_order():
    assert ranking.ranks({"a": (24, 7), "b": (24, 8), "c": (25, 0)}) == {"c": 1, "b": 2, "a": 3}


@pytest.mark.parametrize(
    ("share", "value"), [("0", "1"), ("0.25", "2"), ("0.5", "3"), ("0.75", "4"), ("0.9", "7"), ("1", "9")]
)
def test_quantiles_as_a_spreadsheet_counts_them(share, value):
    assert ranking.quantile([3, 1, 9, 2, 4], Fraction(share)) == Fraction(value)


@pytest.mark.parametrize(
    ("values", "middle"), [([4], 4), ([4, 1], Fraction(5, 2)), ([9, 1, 4], 4), ([1, 2, 3, 10], Fraction(5, 2))]
)
def test_the_median(values, middle):
    assert ranking.median(values) == middle


@pytest.mark.parametrize(
    ("cards", "served", "bound"),  # per 1,000, resources/handbook/practices.en.md §8
    [
        (20, 1000, "12.98"),
        (12, 1100, "6.25"),
        (0, 1000, "0.00"),
        (1, 1000, "0.18"),
        (2, 1000, "0.55"),
        (3, 1000, "1.02"),
        (0, 0, "0.00"),
        (7, 7, "645.66"),
    ],
)
def test_the_wilson_bound(cards, served, bound):
    assert decimal(1000 * ranking.wilson(cards, served, Z)) == bound
