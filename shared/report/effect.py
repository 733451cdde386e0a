"""成效: the effect for customers by quarter, and before and after a rule changed. No single index.

The rules: resources/handbook/practices.en.md §11.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any

import msgspec

from shared.declaration.declared import declared
from shared.domain import months, policy_check
from shared.domain.money import decimal
from shared.domain.policy import Policy, Section, Value, default, settings
from shared.domain.ranking import median_of_counts
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.cards.views import counted
from shared.practice.complaints.views import upheld
from shared.practice.inquiries.views import PromisesKept, promises_kept
from shared.practice.line.statistics import waited
from shared.practice.survey.facts import Question
from shared.practice.survey.views import rounds
from shared.practice.workload.views import served_by_month
from shared.reference.views import Document, policy_on, versions

QUARTERS = (1, 2, 3, 4)
MONTHS_COMPARED, DAYS_COMPARED = 3, 90
_TENTHS = 10


class Measure(StrEnum):
    """The measures, each shown for itself."""

    CARDS = "cards"
    COMPLAINTS = "complaints"
    PUNCTUAL = "punctual"
    WAITING = "waiting"
    SATISFIED = "satisfied"
    VALUED = "valued"
    FAIR = "fair"
    ABLE = "able"


class Figures(msgspec.Struct, frozen=True):
    """The company from `first` to `last`. `waiting`: the median in minutes; `survey`: means, 1 to 5, of `asked` staff.

    `served` counts services, `waits` those whose customer drew a number; `upheld` complaints by the day they became
    final.
    """

    first: date
    last: date
    served: int
    cards: int
    upheld: Fraction
    tickets: PromisesKept
    waits: int
    waiting: Fraction | None
    survey: Mapping[Question, Fraction]
    asked: int


class ValueChange(msgspec.Struct, frozen=True):
    """One changed value of the policy: its section, name, old and new value."""

    section: Text
    name: Text
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.name} {self.before} → {self.after}"


class RuleChange(msgspec.Struct, frozen=True):
    """The day on which another version of the policy took effect, and what it changed."""

    day: date
    version: int
    changed: tuple[ValueChange, ...]


class Effect(msgspec.Struct, frozen=True):
    """A year's quarters and those of the year before; None for those that have not begun. And the changes of rules."""

    year: int
    quarters: tuple[Figures | None, ...]
    before: tuple[Figures | None, ...]
    changes: tuple[RuleChange, ...]


class Compared(msgspec.Struct, frozen=True):
    """Equal periods before and after a change; the day of the change belongs to the one after."""

    change: RuleChange
    before: Figures
    after: Figures


def effect(store: Store, year: int, today: date) -> Effect:
    """The quarters of a year up to today."""
    found = [_quarters(store, each, today) for each in (year, year - 1)]
    return Effect(year, found[0], found[1], changes(store, date(year, 1, 1), date(year, 12, 31)))


def _quarters(store: Store, year: int, today: date) -> tuple[Figures | None, ...]:
    begins = [date(year, 3 * number - 2, 1) for number in QUARTERS]
    return tuple(figures(store, first, _last(first), today) if first <= today else None for first in begins)


def _last(first: date) -> date:
    return months.last(months.moved(f"{first:%Y-%m}", 2))


def figures(store: Store, first: date, last: date, today: date) -> Figures:
    """The company in these days; tickets that are open and overdue today count where their limit lay."""
    waits = waited(store, first, last)
    _, units = upheld(store, first, last, policy_on(store, first))
    survey = next((each for each in rounds(store) if each.groups and first <= each.last <= last), None)
    means = {question: survey.mean(question) for question in Question} if survey else {}
    return Figures(
        first=first,
        last=last,
        served=sum(count for *_, count in served_by_month(store, History(store), first, last)),
        cards=sum(each.count for each in counted(store, first, last) if each.by_customer),
        upheld=sum(units.values(), Fraction(0)),
        tickets=promises_kept(store, first, last, today),
        waits=sum(waits.values()),
        waiting=median(waits),
        survey={question: mean for question, mean in means.items() if mean is not None},
        asked=survey.count if survey else 0,
    )


def median(waits: Mapping[int, int]) -> Fraction | None:
    """The median in minutes of waits counted by tenths of a minute; None of none."""
    found = median_of_counts(waits)
    return None if found is None else found / _TENTHS


_VALUES: Mapping[Measure, Callable[[Figures], Fraction | None]] = {
    Measure.CARDS: lambda found: _rate(1_000 * found.cards, found.served),
    Measure.COMPLAINTS: lambda found: _rate(10_000 * found.upheld, found.served),
    Measure.PUNCTUAL: lambda found: _rate(100 * found.tickets.within_limit, found.tickets.due),
    Measure.WAITING: lambda found: found.waiting,
    Measure.SATISFIED: lambda found: _rate(100 * found.tickets.satisfied, found.tickets.asked),
    Measure.VALUED: lambda found: found.survey.get(Question.VALUED),
    Measure.FAIR: lambda found: found.survey.get(Question.FAIR),
    Measure.ABLE: lambda found: found.survey.get(Question.ABLE),
}


def value(measure: Measure, found: Figures | None) -> Fraction | None:
    """The figure: a rate, percentage, minutes or mean; None where nothing was there to count."""
    return None if found is None else _VALUES[measure](found)


def basis(measure: Measure, found: Figures) -> int:
    """Of how many: services, tickets, customers or staff."""
    match measure:
        case Measure.CARDS | Measure.COMPLAINTS:
            return found.served
        case Measure.PUNCTUAL:
            return found.tickets.due
        case Measure.WAITING:
            return found.waits
        case Measure.SATISFIED:
            return found.tickets.asked
    return found.asked


def _rate(part: Fraction | int, whole: int) -> Fraction | None:
    return Fraction(part) / whole if whole else None


def changes(store: Store, first: date, last: date) -> tuple[RuleChange, ...]:
    """What changed in the policy in force from `first` to `last`, the earliest first."""
    in_force, before, found = 1, default(), list[RuleChange]()
    for each in sorted(versions(store, "policy"), key=lambda each: (_begins(each), each.version)):
        if each.version <= in_force:
            continue  # a newer one is in force by then
        in_force, after = each.version, Policy(each.version, each.body)
        sections = declared().sections.values()
        lines = tuple(line for one in sections for line in _changed(before[one], after[one]))
        if lines and first <= _begins(each) <= last:
            found.append(RuleChange(_begins(each), each.version, lines))
        before = after
    return tuple(found)


def _begins(document: Document) -> date:
    return max(day_of(document.published_at), document.effective)


def _changed(before: Section, after: Section) -> Iterator[ValueChange]:
    """As this version reads them: what only a newer one knows of a value is no change here."""
    for each in settings(type(after)):
        old, new = (policy_check.plain(getattr(values, each.name)) for values in (before, after))
        if old != new:
            yield ValueChange(
                after.title, each.value.name, _shown_value(each.value, old), _shown_value(each.value, new)
            )


def _shown_value(declared: Value, value: object) -> str:
    """A number as it is, a code by its word; a list by its words, or by how many lines it has."""
    if isinstance(value, list) and declared.options:
        return "、".join(map(declared.word, value))
    return f"({len(value)})" if isinstance(value, list | dict) else declared.word(value)


def compared(store: Store, change: RuleChange, today: date) -> Compared:
    """The same length of time before a change as after it, up to today.

    Whole months, three at most, where it began with a month and one has passed: work may be imported by the month, and
    a partial month would count cards without their services. Else days, 90 at most.
    """
    month = f"{change.day:%Y-%m}"
    passed = [n for n in range(MONTHS_COMPARED) if months.last(months.moved(month, n)) <= today]
    if change.day.day == 1 and passed:
        first, last = months.first(months.moved(month, -len(passed))), months.last(months.moved(month, passed[-1]))
    else:
        days = timedelta(days=max(min(DAYS_COMPARED, (today - change.day).days + 1), 1))
        first, last = change.day - days, change.day + days - timedelta(days=1)
    eve = change.day - timedelta(days=1)
    return Compared(change, figures(store, first, eve, today), figures(store, change.day, last, today))


def as_data(found: Effect) -> dict[str, Any]:
    """For other programs: exact to two decimals, as text; null where nothing was there to count."""

    def quarters(those: Sequence[Figures | None]) -> list[dict[str, Any] | None]:
        return [None if each is None else _figures(each) for each in those]

    return {
        "year": found.year,
        "quarters": quarters(found.quarters),
        "year_before": quarters(found.before),
        "changes": [
            {"day": each.day.isoformat(), "version": each.version, "changed": [_change(line) for line in each.changed]}
            for each in found.changes
        ],
    }


def _change(found: ValueChange) -> dict[str, str]:
    rule = f"{found.section} · {found.name}"
    return {"rule": rule, "before": found.before, "after": found.after}


def _figures(found: Figures) -> dict[str, Any]:
    values = {measure.value: shown(value(measure, found)) for measure in Measure}
    counts = {"served": found.served, "cards_counted": found.cards, "tickets_closed": found.tickets.closed}
    counts["tickets_overdue"] = found.tickets.overdue
    asked = {"customers_asked": found.tickets.asked, "staff_asked": found.asked}
    return {"first": found.first.isoformat(), "last": found.last.isoformat(), **values, **counts, **asked}


def shown(figure: Fraction | None) -> str | None:
    """Two decimals; None for none."""
    return None if figure is None else decimal(figure)
