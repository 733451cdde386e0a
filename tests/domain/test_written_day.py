"""Days as people and Excel write them; what could be another day is refused."""

from datetime import date

import pytest

from shared.domain.written_day import day


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-05", "2024/1/5", "2024.1.5", "2024年1月5日", "２０２４－０１－０５", "20240105", "45296", "45296.4375",
        "2024-01-05 00:00:00", "2024-01-05 10:30", "2024-01-05T10:30:00", "2024/1/5 10:30:15.123",
        "2024年1月5日 10时30分",

        "2024年1月5日 星期五", "2024-1-5周五", "2024-1-5 (五)", "2024-01-05 Fri", "2024-01-05, Friday 10:30",
        "2024-1-5 星期五 下午3:05", "2024-1-5 3:05 PM", " 2024 年 1 月 5 日 ",
    ],
)  # fmt: skip
def test_one_day_in_every_spelling(written: str) -> None:
    assert day(written) == date(2024, 1, 5)


@pytest.mark.parametrize(
    "written",
    [
        "", "5", "1/5/2024", "24-1-5", "2024-02-30", "2024-13-01", "20241305", "99999999", "12345", "2024-01-05 25:00",
        "2024-01-05 10:61", "2024年1月5日星期四", "2024-01-05x", "2024-01", "昨天",
        "1999-12-31", "2200-01-01", "2024-01-055",
    ],
)  # fmt: skip
def test_impossible_days_and_wrong_weekdays_are_refused(written: str) -> None:
    assert day(written) is None
