"""Served numbers counted over days: by person, hall, service, month and hour, for pay, reports and charts.

Days are ISO dates of the hall's clock (UTC+8), `first` and `last` both included. Only numbers that were served count,
except in `hourly`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

import msgspec

from shared.journal.store import Store

_WORK = """SELECT staff, given, count(*) FROM number
    WHERE state = 'served' AND day BETWEEN :first AND :last AND (:hall = '' OR hall = :hall)
    GROUP BY staff, given ORDER BY staff, given"""

_BY_DAY = """SELECT staff, day, hall, given, count(*) FROM number
    WHERE state = 'served' AND day BETWEEN ? AND ? GROUP BY day, hall, staff, given"""

_WEIGHED = """SELECT staff, day, hall, sum(CASE given {cases} END) FROM number
    WHERE state = 'served' AND day BETWEEN ? AND ? GROUP BY day, hall, staff"""

_TIMES = """SELECT staff, day, hall, given, count(*), sum(max(done_at - coalesce(called_at, done_at), 0)) / 60000
    FROM number WHERE state = 'served' AND day BETWEEN ? AND ? GROUP BY day, hall, staff, given"""
_BY_MONTH = """SELECT staff, substr(day, 1, 7), hall, count(*) FROM number
    WHERE state = 'served' AND day BETWEEN ? AND ? GROUP BY 1, 2, 3"""
_BUSY = """SELECT (strftime('%w', day) + 6) % 7, (taken_at / 3600000 + 8) % 24, count(*) FROM number
    WHERE state = 'served' AND day BETWEEN :first AND :last AND (:hall = '' OR hall = :hall) GROUP BY 1, 2"""

_LENGTHS = """SELECT given, max(done_at - called_at, 0) / 6000, count(*) FROM number
    WHERE state = 'served' AND called_at NOT NULL AND day BETWEEN ? AND ? GROUP BY 1, 2"""

_WAITED = """SELECT max(called_at - taken_at, 0) / 6000, count(*) FROM number
    WHERE state = 'served' AND called_at NOT NULL AND day BETWEEN ? AND ? GROUP BY 1"""

_HOURLY = """SELECT 'came', (taken_at / 3600000 + 8) % 24 AS hour, count(*) FROM number
    WHERE hall = :hall AND day = :day AND state <> 'given_back' GROUP BY hour
    UNION ALL SELECT 'called', (called_at / 3600000 + 8) % 24 AS hour, count(*) FROM number
    WHERE hall = :hall AND day = :day AND state <> 'given_back' AND called_at NOT NULL GROUP BY hour
    UNION ALL SELECT 'served', (done_at / 3600000 + 8) % 24 AS hour, count(*) FROM number
    WHERE hall = :hall AND day = :day AND state = 'served' GROUP BY hour"""


class Hour(msgspec.Struct, frozen=True):
    """One hour of a hall's day (9: from 9 to 10): numbers taken, called, served; how many wait at its end."""

    hour: int
    came: int
    called: int
    served: int
    waiting: int


class Work(msgspec.Struct, frozen=True):
    """What one person served: how often each service."""

    staff: str
    by_service: dict[str, int]

    @property
    def total(self) -> int:
        """All services together."""
        return sum(self.by_service.values())


def workload(store: Store, first: date, last: date, hall: str = "") -> tuple[Work, ...]:
    """What each person served from `first` to `last`, both included; of one hall or of all."""
    values = {"first": first.isoformat(), "last": last.isoformat(), "hall": hall}
    counts: dict[str, dict[str, int]] = {}
    for staff, given, count in store.db.execute_sql(_WORK, values).fetchall():
        counts.setdefault(staff, {})[given] = count
    return tuple(Work(staff, by_service) for staff, by_service in counts.items())


def served_by_day(store: Store, first: date, last: date) -> tuple[tuple[str, str, str, str, int], ...]:
    """How many numbers were served: (staff, day, hall, service, count), from `first` to `last`."""
    days = (first.isoformat(), last.isoformat())
    return tuple(store.db.execute_sql(_BY_DAY, days).fetchall())


def weighed_by_day(
    store: Store, first: date, last: date, weights: Mapping[str, int], other: int
) -> list[tuple[str, str, str, int]]:
    """The weighted work of served numbers: (staff, day, hall, weight); services without a weight count `other`.

    `weights`: service code → its weight, in the unit of the workload policy.
    """
    cases = "WHEN ? THEN ? " * len(weights) + "WHEN NULL THEN 0 ELSE ?"  # valid without any weights, too
    values = (*chain.from_iterable(weights.items()), other, first.isoformat(), last.isoformat())
    return list(store.db.execute_sql(_WEIGHED.format(cases=cases), values).fetchall())


def times_by_day(store: Store, first: date, last: date) -> tuple[tuple[str, str, str, str, int, int], ...]:
    """How many were served, and how long: (staff, day, hall, service, count, minutes from call to done)."""
    return tuple(store.db.execute_sql(_TIMES, (first.isoformat(), last.isoformat())).fetchall())


def served_by_month(store: Store, first: date, last: date) -> tuple[tuple[str, str, str, int], ...]:
    """How many numbers were served: (staff, month, hall, count), from `first` to `last`."""
    return tuple(store.db.execute_sql(_BY_MONTH, (first.isoformat(), last.isoformat())).fetchall())


def busy(store: Store, first: date, last: date, hall: str = "") -> dict[tuple[int, int], int]:
    """When customers who were served had come: (weekday with Monday 0, hour) → how many, in one hall or in all."""
    days = {"first": first.isoformat(), "last": last.isoformat(), "hall": hall}
    return {(weekday, hour): n for weekday, hour, n in store.db.execute_sql(_BUSY, days).fetchall()}


def hourly(store: Store, hall: str, on: date) -> tuple[Hour, ...]:
    """A day hour by hour, from the first in which something happened to the last."""
    values = {"hall": hall, "day": on.isoformat()}
    counts = {(what, hour): n for what, hour, n in store.db.execute_sql(_HOURLY, values).fetchall()}
    hours = sorted(hour for _, hour in counts)
    found, waiting = [], 0
    for hour in range(hours[0], hours[-1] + 1) if hours else ():
        came, called, done = (counts.get((what, hour), 0) for what in ("came", "called", "served"))
        waiting += came - called
        found.append(Hour(hour, came, called, done, max(0, waiting)))
    return tuple(found)


def lengths(store: Store, first: date, last: date) -> dict[str, dict[int, int]]:
    """How long each service took from call to done: service → tenths of a minute → how many numbers."""
    found: dict[str, dict[int, int]] = {}
    for given, tenths, count in store.db.execute_sql(_LENGTHS, (first.isoformat(), last.isoformat())).fetchall():
        found.setdefault(given, {})[tenths] = count
    return found


def waited(store: Store, first: date, last: date) -> dict[int, int]:
    """How long customers who were served had waited for their call: tenths of a minute → how many."""
    return dict(store.db.execute_sql(_WAITED, (first.isoformat(), last.isoformat())).fetchall())


def served_by_hour(store: Store, halls: Sequence[str], first: date, last: date) -> Counter[int]:
    """How many customers of these halls came in each hour of the day and were served, from `first` to `last`."""
    found: Counter[int] = Counter()
    for hall in halls:
        for (_, hour), count in busy(store, first, last, hall).items():
            found[hour] += count
    return found
