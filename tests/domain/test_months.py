"""Months as people write them, and the months beside them."""

from datetime import date

import pytest

from shared.domain import months


@pytest.mark.parametrize("written", ["2026-03", "2026-3", "2026/3", "2026.03", "2026年3月", "202603", " 2026-03 "])
def test_one_month_in_every_spelling(written: str) -> None:
    assert months.parsed(written) == "2026-03"


@pytest.mark.parametrize("written", ["2000-01", "2026-01", "2026-12", "2199-12"])
def test_the_first_and_the_last_month_that_can_be_meant(written: str) -> None:
    assert months.parsed(written) == written


@pytest.mark.parametrize("written", ["", "1999-12", "2200-01", "2026-00", "2026-13", "2026", "2026-03-01", "三月"])
def test_what_is_no_month_is_not_taken_for_one(written: str) -> None:
    assert months.parsed(written) == ""


@pytest.mark.parametrize(
    ("month", "by", "then"),
    [("2026-01", -1, "2025-12"), ("2025-12", 1, "2026-01"), ("2026-03", 0, "2026-03"), ("2026-03", -15, "2024-12")],
)
def test_months_go_on_over_the_turn_of_the_year(month: str, by: int, then: str) -> None:
    assert months.moved(month, by) == then


@pytest.mark.parametrize(("month", "days"), [("2024-02", 29), ("2026-02", 28), ("2026-12", 31), ("2026-04", 30)])
def test_the_first_and_the_last_day_of_a_month(month: str, days: int) -> None:
    assert months.first(month) == date(int(month[:4]), int(month[5:]), 1)
    assert months.last(month) == date(int(month[:4]), int(month[5:]), days)
