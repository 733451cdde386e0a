"""The PRC's working days, with 调休 make-up days: what every promised day is counted in.

The rules: resources/handbook/practices.en.md §3.

Moments are epoch milliseconds; days are days in China (UTC+8, no daylight saving).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

import msgspec

from shared.domain.clock import LATEST
from shared.domain.document import Published
from shared.domain.sections import Hours

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).astimezone(CHINA)
_DAY = timedelta(days=1)
_MS = timedelta(milliseconds=1)
_SATURDAY = 5


def local(ms: int) -> datetime:
    """The moment `ms` in China's time (UTC+8), limited to 1970 to 2100.

    A time in an event may be any number that another device wrote; pages must not fail on it.
    """
    return _EPOCH + min(max(ms, 0), LATEST) * _MS  # China has no daylight saving time


def day_of(ms: int) -> date:
    """The day in China on which the moment `ms` falls."""
    return local(ms).date()


def ms_at(day: date, at: time) -> int:
    """The moment at which it is `at` o'clock on `day` in China."""
    return (datetime.combine(day, at, CHINA) - _EPOCH) // _MS


class Year(msgspec.Struct, frozen=True):
    """One year's official schedule: days off by decree, and weekend days worked instead (调休)."""

    holidays: tuple[date, ...]
    makeup: tuple[date, ...]


class Calendar(Published, frozen=True):
    """One version of the working-day table. A year it lacks counts by weekdays, *unconfirmed*; it never raises."""

    version: int
    years: dict[int, Year]

    def is_workday(self, day: date) -> bool:
        """Whether halls work on `day`."""
        year = self.years.get(day.year)
        weekday = day.weekday() < _SATURDAY
        if year is None:
            return weekday
        return day in year.makeup or (weekday and day not in year.holidays)

    def on_or_after(self, day: date) -> date:
        """`day` itself when it is worked, otherwise the next day that is."""
        while not self.is_workday(day):
            day += _DAY
        return day

    def add(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`; for `n` = 0, `day` or the first working day after it."""
        if n == 0:
            return self.on_or_after(day)
        for _ in range(n):
            day = self.on_or_after(day + _DAY)
        return day

    def confirmed(self, first: date, last: date | None = None) -> bool:
        """Whether every year from `first` to `last` has its official schedule."""
        return all(year in self.years for year in range(first.year, (last or first).year + 1))

    def working_ms(self, start: int, end: int, hours: Hours) -> int:
        """The milliseconds from `start` to `end` that lie inside the opening hours of working days; 0 when reversed."""
        return sum(max(0, min(shut, end) - max(opened, start)) for opened, shut in self._shifts(start, end, hours))

    def moment(self, start: int, worked: int, hours: Hours) -> int:
        """The moment at which `worked` ms of working time have passed since `start`: the inverse of `working_ms`."""
        day = day_of(start)
        while True:
            day = self.on_or_after(day)
            opened, shut = max(ms_at(day, hours.open), start), ms_at(day, hours.close)
            if worked <= shut - opened:
                return opened + worked
            worked -= max(0, shut - opened)
            day += _DAY

    def _shifts(self, start: int, end: int, hours: Hours) -> Iterator[tuple[int, int]]:
        """The opening and closing moments of every working day from that of `start` to that of `end`."""
        day, last = day_of(start), day_of(end)
        while day <= last:
            if self.is_workday(day):
                yield ms_at(day, hours.open), ms_at(day, hours.close)
            day += _DAY


@cache
def seed() -> Calendar:
    """The first version of the table, from `chinesecalendar` (slow to import, so only here)."""
    from chinese_calendar import constants

    known = sorted({day.year for day in constants.holidays})
    return Calendar(
        version=1,
        years={year: Year(_of(year, constants.holidays), _of(year, constants.workdays)) for year in known},
    )


def _of(year: int, days: dict[date, str]) -> tuple[date, ...]:
    return tuple(sorted(day for day in days if day.year == year))
