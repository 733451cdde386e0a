"""The working-day table against the State Council's notices, and the arithmetic of working time."""

from datetime import date, time, timedelta
from pathlib import Path

import msgspec
import pytest

from shared.domain.sections import Hours
from shared.domain.workdays import CHINA, Calendar, Year, day_of, local, ms_at, seed
from shared.reference.actions import publish
from shared.reference.views import calendar
from tests.support.practice_hall import OFFICE, open_hall

HOURS = Hours(open=time(8, 30), close=time(16, 30))
HOUR = 3_600_000
SEED = seed()

# Typed from the notices of the State Council's office, not from the library the table is seeded from.
MAKEUP = [
    *["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12"],
    *["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    *["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
]
HOLIDAYS = [
    *[("2024-01-01", 1), ("2024-02-10", 8), ("2024-04-04", 3), ("2024-05-01", 5), ("2024-06-10", 1)],
    *[("2024-09-15", 3), ("2024-10-01", 7), ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3)],
    *[("2025-05-01", 5), ("2025-05-31", 3), ("2025-10-01", 8), ("2026-01-01", 3), ("2026-02-15", 9)],
    *[("2026-04-04", 3), ("2026-05-01", 5), ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7)],
]


def d(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> int:
    day, clock = text.split("T")
    return ms_at(d(day), time.fromisoformat(clock))


def test_every_other_day_of_2024_to_2026_goes_by_the_weekday() -> None:
    rest = {d(first) + timedelta(days=i) for first, length in HOLIDAYS for i in range(length)}
    makeup = set(map(d, MAKEUP))
    for i in range(366 + 365 + 365):
        day = date(2024, 1, 1) + timedelta(days=i)
        expected = day in makeup or (day.weekday() < 5 and day not in rest)
        assert SEED.is_workday(day) is expected, day


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        ("2024-02-09", 0, "2024-02-09"),  # 除夕 2024 was no official holiday
        ("2024-02-09", 1, "2024-02-18"),  # over the Spring Festival to the Sunday worked for it
        ("2024-02-09", 2, "2024-02-19"),
        ("2024-02-10", 0, "2024-02-18"),
        ("2024-09-30", 1, "2024-10-08"),
        ("2024-10-11", 1, "2024-10-12"),
        ("2025-12-31", 1, "2026-01-04"),
        ("2026-12-31", 1, "2027-01-01"),  # no schedule for 2027: counted by weekdays
        ("2026-12-31", 2, "2027-01-04"),
    ],
)
def test_counting_working_days(day: str, n: int, then: str) -> None:
    assert SEED.add(d(day), n) == d(then)


def test_a_year_without_a_schedule_is_unconfirmed_and_never_raises() -> None:
    assert SEED.confirmed(date(2026, 12, 31))
    assert not SEED.confirmed(date(2026, 12, 31), date(2027, 1, 4))
    assert not Calendar(version=1, years={}).confirmed(date(1949, 10, 1))
    assert Calendar(version=1, years={}).is_workday(date(2049, 10, 1))


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2024-02-09T09:00", "2024-02-09T11:00", 2),
        ("2024-02-09T06:00", "2024-02-09T23:59", 8),
        ("2024-02-09T15:30", "2024-02-18T09:30", 2),  # the eight days of the festival count nothing
        ("2024-02-10T00:00", "2024-02-17T23:59", 0),
        ("2024-02-09T11:00", "2024-02-09T09:00", 0),  # a clock set back
        ("2024-02-09T16:30", "2024-02-18T08:30", 0),
    ],
)
def test_working_time_lies_inside_opening_hours(start: str, end: str, hours: int) -> None:
    assert SEED.working_ms(at(start), at(end), HOURS) == hours * HOUR


@pytest.mark.parametrize(
    ("start", "hours", "then"),
    [
        ("2024-02-09T15:30", 0, "2024-02-09T15:30"),
        ("2024-02-09T15:30", 1, "2024-02-09T16:30"),
        ("2024-02-09T15:30", 2, "2024-02-18T09:30"),
        ("2024-02-09T20:00", 1, "2024-02-18T09:30"),
        ("2024-02-10T12:00", 9, "2024-02-19T09:30"),
        ("2024-02-09T06:00", 1, "2024-02-09T09:30"),
    ],
)
def test_the_moment_so_much_work_has_passed(start: str, hours: int, then: str) -> None:
    assert SEED.moment(at(start), hours * HOUR, HOURS) == at(then)
    assert SEED.working_ms(at(start), at(then), HOURS) == hours * HOUR


def test_days_turn_at_midnight_in_china() -> None:
    midnight = ms_at(date(2024, 2, 10), time(0, 0))
    assert day_of(midnight) == date(2024, 2, 10)
    assert day_of(midnight - 1) == date(2024, 2, 9)
    assert local(midnight).tzinfo is CHINA
    assert midnight == 1_707_494_400_000  # 2024-02-09T16:00:00Z


def test_the_document_survives_being_written_and_read() -> None:
    assert msgspec.json.decode(msgspec.json.encode(SEED), type=Calendar) == SEED
    edited = Calendar(version=2, years={2027: Year(holidays=(date(2027, 1, 1),), makeup=())})
    assert not edited.is_workday(date(2027, 1, 1))


def test_an_edited_table_is_published_and_in_force_after_a_rebuild(tmp_path: Path) -> None:
    store = open_hall(tmp_path)
    shipped = calendar(store)
    new_year = date(2027, 1, 1)
    edited = Calendar(version=0, years={**shipped.years, 2027: Year(holidays=(new_year,), makeup=())})
    assert publish(store, OFFICE, "calendar", msgspec.to_builtins(edited), now=at("2026-03-04T09:00")) == 2
    store.rebuild()
    in_force = calendar(store)
    assert (in_force.version, in_force.years) == (2, edited.years)
    assert (shipped.is_workday(new_year), in_force.is_workday(new_year)) == (True, False)
    store.close()
