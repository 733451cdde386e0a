"""A closed period computes from itself, and differences are listed."""

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from shared.domain import closing
from shared.domain.closing import Difference, Head
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar

HEAD = Head("2026-03", policy=4, basis=8_112, basis_hash="ab")
INPUTS = {"1001": Fraction(1, 3), "1002": Fraction(2, 3)}


def fen(inputs):
    return {key: int(100 * share) for key, share in inputs.items()}


def test_a_closed_period_is_intact():
    closed = closing.close(HEAD, INPUTS, fen)
    assert closed.results == {"1001": 33, "1002": 66}
    assert closing.intact(closed, fen) is None


def test_a_line_that_was_changed_is_found():
    closed = closing.close(HEAD, INPUTS, fen)
    assert closing.intact(replace(closed, inputs={**INPUTS, "1001": Fraction(1, 2)}), fen) == Refusal(
        "closed_inputs_changed", {"period": "2026-03"}
    )
    assert closing.intact(replace(closed, results={"1001": 34, "1002": 66}), fen) == Refusal(
        "closed_figures_changed", {"period": "2026-03", "keys": ("1001",)}
    )


def test_equal_values_have_one_digest_whatever_their_order_or_form():
    assert closing.digest({"a": Fraction(2, 4), "b": 1}) == closing.digest({"b": 1, "a": Fraction(1, 2)})
    assert closing.digest({"a": Fraction(1, 2)}) != closing.digest({"a": Fraction(1, 3)})
    with pytest.raises(NotImplementedError, match="object"):
        closing.digest(object())


def test_differences_name_both_sides():
    assert closing.differences({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 4, "d": 5}) == (
        Difference("a", 1, None),
        Difference("c", 3, 4),
        Difference("d", None, 5),
    )


@pytest.mark.parametrize(
    ("approver", "office", "refused"),
    [("2", {"1", "2"}, False), ("1", {"1", "2"}, True), ("1", {"1"}, False)],
)
def test_the_preparer_may_approve_only_where_the_office_is_one_person(approver, office, refused):
    answer = closing.may_approve("1", approver, frozenset(office))
    assert answer == (Refusal("preparer_approves", {"preparer": "1"}) if refused else None)


@pytest.mark.parametrize(
    ("today", "inside"),
    [(date(2026, 4, 2), True), (date(2026, 4, 7), True), (date(2026, 4, 8), False), (date(2026, 4, 1), True)],
)
def test_three_working_days_of_notice_over_a_weekend(today, inside):
    calendar = Calendar(version=1, years={})
    assert closing.in_notice(date(2026, 4, 2), today, 3, calendar) is inside  # Thursday; Friday, Monday, Tuesday
