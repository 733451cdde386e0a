"""Months as `2026-03`: their days, and the months before and after. Pure."""

import re
from datetime import date, timedelta

_MONTH = re.compile(r"(\d{4})(?:-|/|\.|年)?(\d{1,2})月?", re.ASCII)


def parsed(text: str) -> str:
    """`2026-03` of 2026-03, 2026/3, 2026年3月 or 202603; "" of anything else."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or not 2000 <= int(found[1]) < 2200:
        return ""
    return f"{found[1]}-{int(found[2]):02}"


def first(month: str) -> date:
    """Its first day."""
    return date.fromisoformat(f"{month}-01")


def last(month: str) -> date:
    """Its last day."""
    return first(moved(month, 1)) - timedelta(days=1)


def moved(month: str, by: int) -> str:
    """The month so many months later; earlier when `by` is negative."""
    year, place = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + by, 12)
    return f"{year:04}-{place + 1:02}"
