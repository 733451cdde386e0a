"""A day as people and Excel write it: 2024-01-05, 2024年1月5日 星期五, 20240105, 45296, with a time or not. Pure."""

import re
from datetime import date, time, timedelta

from shared.domain.spelling import tidy

_YEARS = range(2000, 2200)
_DAY = re.compile(r"(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?|(\d{4})(\d\d)(\d\d)")
_SERIAL = re.compile(r"(\d{5,6})(?:\.\d+)?")
_FIRST_SERIAL = date(1899, 12, 30)  # day 0 of Excel's 1900 system, as it counts after its 29 February 1900
_TIME = re.compile(
    r"(?:上午|下午|AM |PM )?(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?)?(?:\.\d+)?秒?(?: ?(?:AM|PM))?Z?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:星期|周|礼拜|\((?=.\)))([一二三四五六日天])\)?|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*", re.IGNORECASE
)
_CHINESE = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day(text: str) -> date | None:
    """The day that is written, between 2000 and 2199; None for what is no day, or has the weekday of another.

    A time of the day may follow and is checked, but is not part of the answer.
    """
    plain = tidy(text)
    if found := _SERIAL.fullmatch(plain):
        return _in_range(_FIRST_SERIAL + timedelta(days=int(found[1])))
    if (found := _DAY.match(plain)) is None:
        return None
    try:
        named = date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None
    return _in_range(named) if _fits(plain[found.end() :], named) else None


def _in_range(named: date) -> date | None:
    return named if named.year in _YEARS else None


def _fits(rest: str, named: date) -> bool:
    """Whether what follows the day is its weekday, a time, both or nothing."""
    weekday = _WEEKDAY.search(rest)
    if weekday and _number(weekday) != named.weekday():
        return False
    rest = re.sub(r"[(),]", " ", rest.replace(weekday[0], " ", 1) if weekday else rest)
    left = rest.strip().removeprefix("T").strip()
    return not left or _is_time(left)


def _number(weekday: re.Match[str]) -> int:
    if weekday[1]:
        return _CHINESE.index(weekday[1].replace("天", "日"))
    return _ENGLISH.index(weekday[2].lower())


def _is_time(text: str) -> bool:
    if (found := _TIME.fullmatch(text)) is None:
        return False
    try:
        hour, minute, second = (int(part or 0) for part in found.groups())
        time(hour, minute, second)
    except ValueError:
        return False
    return True
