"""Days as both languages say them."""

from datetime import date

import pytest

from shared.domain import text


@pytest.mark.parametrize(
    ("value", "language", "short", "full"),
    [
        (date(2026, 1, 5), "zh", "1月5日（周一）", "2026年1月5日"),
        (date(2026, 1, 5), "en", "Mon 5 Jan", "5 Jan 2026"),
        (date(2026, 12, 27), "zh", "12月27日（周日）", "2026年12月27日"),
        (date(2026, 12, 27), "en", "Sun 27 Dec", "27 Dec 2026"),
    ],
)
def test_a_day_is_said_in_the_language_of_the_screen(value: date, language: str, short: str, full: str) -> None:
    with text.speaking(language):
        assert (text.day(value), text.full_day(value)) == (short, full)
