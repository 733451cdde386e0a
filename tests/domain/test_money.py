"""Amounts, rates and the one way to share them (resources/handbook/practices.en.md §8)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import money
from shared.domain.refusal import Refusal

TENTHS = st.integers(0, 50_000).map(lambda n: Fraction(n, 10))
WEIGHTS = st.dictionaries(st.integers(1000, 9999).map(str), TENTHS, min_size=1, max_size=12)
TOTALS = st.integers(0, 10_000_000)


def test_a_rate_is_read_as_it_is_written():
    assert int(Fraction(0.3) * 10) == 2  # why: the nearest binary fraction lies below 3/10
    assert int(money.rate(0.3) * 10) == 3


@pytest.mark.parametrize("text", ["1e99999999", "-1E+10_000", "1e-99999", "1/0", "nan", "inf", ""])
def test_huge_exponents_and_non_numbers_are_refused_as_rates(text):
    with pytest.raises(ValueError, match=r"not a number|divided|Invalid"):
        money.rate(text)
    assert money.rate("1e-05") == Fraction(1, 100_000)


@pytest.mark.parametrize(
    ("value", "nearest"),
    [("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.4999", 2), ("-0.5", -1), ("-2.5", -3), ("-2.4", -2), ("0", 0)],
)
def test_halves_are_rounded_away_from_zero(value, nearest):
    assert money.half_up(Fraction(value)) == nearest


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("5782.20", 578_220),
        ("5,782.2", 578_220),
        ("￥５０００", 500_000),
        ("600 元", 60_000),
        ("-135.82", -13_582),
        ("0", 0),
        ("1,234,567.89", 123_456_789),
    ],
)
def test_amounts_are_read_in_each_usual_spelling(text, fen):
    assert money.fen(text) == fen


@pytest.mark.parametrize("text", ["", "1.005", "12,34", "1e3", "五千", "1.", ".5", "NaN", "--1", "1 000"])
def test_texts_that_are_no_amount_are_refused(text):
    with pytest.raises(ValueError, match="not an amount"):
        money.fen(text)


def test_more_than_the_database_adds_up_is_refused():
    assert money.fen("-10,000,000,000,000") == -(10**15)
    with pytest.raises(ValueError, match="too large"):
        money.fen("10,000,000,000,000.01")


@given(st.integers(-(10**12), 10**12))
def test_amounts_come_back_from_their_strings(fen):
    assert money.fen(money.yuan(fen)) == fen


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(499, 6), 2, "83.17"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(-1, 1000), 2, "0.00"),
    ],
)
def test_decimals(value, places, text):
    assert money.decimal(value, places) == text


@pytest.mark.parametrize(("month", "receiver"), [("2026-03", "1002"), ("2026-04", "1001"), ("2026-05", "1002")])
def test_the_odd_fen_moves_from_month_to_month(month, receiver):
    parts = money.allocate(40_000, {"1001": 1, "1002": 1, "1003": 1}, f"{month}/cashier/H1/s")
    assert parts == {"1001": 13_333, "1002": 13_333, "1003": 13_333} | {receiver: 13_334}


def test_the_left_over_fen_go_to_the_largest_remainders():
    # 100 × 5/7 = 71.43, 100 × 1/7 = 14.29 twice: 99 fen, and .43 is the largest remainder
    assert money.allocate(100, {"a": 5, "b": 1, "c": 1}, "any") == {"a": 72, "b": 14, "c": 14}


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": 0, "b": Fraction(0)}])
def test_nothing_to_share_by_is_refused(weights):
    assert money.allocate(100, weights, "t") == Refusal("nothing_to_share_by", {"tag": "t"})


@pytest.mark.parametrize(("total", "weights"), [(-1, {"a": 1}), (1, {"a": -1, "b": 2})])
def test_nothing_negative_is_shared(total, weights):
    with pytest.raises(ValueError, match="negative"):
        money.allocate(total, weights, "t")


@given(TOTALS, WEIGHTS)
def test_the_parts_add_up_and_lie_within_a_fen_of_their_share(total, weights):
    parts = money.allocate(total, weights, "2026-03")
    whole = sum(weights.values())
    if isinstance(parts, Refusal):
        assert whole == 0
        return
    assert sum(parts.values()) == total
    assert all(abs(parts[key] - total * weight / whole) < 1 for key, weight in weights.items())
    assert all(parts[key] == 0 for key, weight in weights.items() if weight == 0)


@given(TOTALS, WEIGHTS, st.randoms(use_true_random=False))
def test_shares_do_not_depend_on_the_order_of_the_list(total, weights, chance):
    keys = list(weights)
    chance.shuffle(keys)
    assert money.allocate(total, {key: weights[key] for key in keys}, "t") == money.allocate(total, weights, "t")
