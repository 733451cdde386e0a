"""What the office publishes as working days, checked strictly: a refusal names the day and its fault. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec

from shared.domain.document import with_newer_fields
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.domain.workdays import Calendar, Year

_FEWEST = 200  # working days of a year; the official schedules leave 246 to 252
_SATURDAY = 5
REFUSALS: Mapping[str, Text] = {
    "calendar_form": Text(
        "工作日历的写法：[years.2027] 下面 holidays 和 makeup 两个日期列表。有误：{value}",
        "A calendar has [years.2027] with two lists of dates, holidays and makeup. Error: {value}",
    ),
    "calendar_both": Text(
        "{year} 年 {day} 不能既放假又补班。", "{day} {year} cannot be both a holiday and a make-up day."
    ),
    "calendar_makeup": Text(
        "{year} 年 {day} 本来就上班，不能作补班日。",
        "{day} {year} is a working day anyway and cannot be a make-up day.",
    ),
    "calendar_other_year": Text(
        "{day} 是 {its_year} 年的，不能写在 {year} 年下面。", "{day} {its_year} cannot be listed under {year}."
    ),
    "calendar_closed": Text(
        "{year} 年只剩 {left} 个工作日，至少要有 {fewest} 个。",
        "Only {left} working days are left in {year}; at least {fewest} are required.",
    ),
}


def revised(body: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any] | Refusal:
    """The whole table with the years of `changes` in it, or the first thing that is wrong with them.

    A year is given whole. Years that are not named stay as they are.
    """
    years = changes.get("years")
    if not years and not set(changes) - {"version", "years"}:
        return Refusal("document_empty")
    unknown = sorted(set(changes) - {"version", "years", *body})
    if unknown or not isinstance(years, Mapping):
        return Refusal("calendar_form", {"value": " ".join(unknown) or "years"})
    kept = dict(body.get("years", {}))
    for name, raw in ((str(name), raw) for name, raw in years.items()):
        if kept.get(name) == raw:
            continue
        found = _year(name, raw, kept.get(name, {}))
        if isinstance(found, Refusal):
            return found
        if refusal := next(faults(int(name), found), None):
            return refusal
        kept[name] = with_newer_fields(found, kept.get(name))
    return {**body, "years": kept}


def _year(name: str, raw: object, before: Mapping[str, Any]) -> Year | Refusal:
    if not (name.isdecimal() and 1900 <= int(name) <= 9000):
        return Refusal("calendar_form", {"value": f"years.{name}"})
    if unknown := sorted(set(raw) - {"holidays", "makeup", *before}) if isinstance(raw, Mapping) else []:
        return Refusal("calendar_form", {"value": f"years.{name}.{unknown[0]}"})
    try:
        return msgspec.convert(raw, Year, strict=True)
    except msgspec.ValidationError:
        return Refusal("calendar_form", {"value": f"years.{name}"})


def faults(year: int, table: Year) -> Iterator[Refusal]:
    """What cannot be true of one year's schedule."""
    for day in (*table.holidays, *table.makeup):
        if day.year != year:
            yield Refusal("calendar_other_year", {"day": day, "its_year": day.year, "year": year})
    for day in table.makeup:
        if day in table.holidays:
            yield Refusal("calendar_both", {"day": day, "year": year})
        if day.weekday() < _SATURDAY:
            yield Refusal("calendar_makeup", {"day": day, "year": year})
    if (left := _worked(year, table)) < _FEWEST:
        yield Refusal("calendar_closed", {"year": year, "left": left, "fewest": _FEWEST})


def _worked(year: int, table: Year) -> int:
    calendar = Calendar(version=0, years={year: table})
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    return sum(calendar.is_workday(first + timedelta(days=n)) for n in range((after - first).days))
