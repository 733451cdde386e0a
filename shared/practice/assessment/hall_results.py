"""What a hall may ask about its own published inspections: lines, appeals, and the lot that drew the visits."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain import months as calendar
from shared.domain.money import decimal
from shared.journal.store import Store
from shared.practice.assessment import inspections, plans, words
from shared.practice.assessment.facts import InspectionShown, Visit
from shared.practice.assessment.inspections import Checked
from shared.practice.assessment.plans import ItemAppeal, LotCheck
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules.lot import Slot
from shared.reference.views import policy_on


class FoundLine(msgspec.Struct, frozen=True):
    """One line of one visit; points as text, `earned` empty: 不适用. `inspector`: a name, or 暗访员 1."""

    inspection: str
    visit: Visit
    day: date
    inspector: str
    code: str
    text: str
    earned: str
    points: str
    reason: str
    lost: bool
    appeal: ItemAppeal | None
    clause: str = ""  # of a rulebook, `standard/12`


class Found(msgspec.Struct, frozen=True):
    """A unit's published month. `scores` by item, as they were published; `slots`: the unit's own in the lot."""

    month: str
    scores: Mapping[str, str]
    until: date | None
    lines: tuple[FoundLine, ...]
    lot: LotCheck | None
    slots: tuple[Slot, ...]


def months(store: Store) -> tuple[str, ...]:
    """The published months, the newest first."""
    return plans.published_months(store)


def of_hall(store: Store, hall: str, month: str) -> Found | None:
    """A month as published for the hall's unit; None for an unpublished month or a hall of no unit."""
    published = plans.published(store, month)
    unit = next((each for each in inspections.units(store) if hall in each.halls), None)
    if published is None or unit is None:
        return None
    lot = plans.lot_check(store, month)
    settings = policy_on(store, calendar.first(month))[Assessment]
    appeals = plans.appeals(store)
    return Found(
        month,
        {each.item.value: decimal(Fraction(each.score)) for each in published.scores if each.unit == unit.code},
        published.until,
        tuple(
            line
            for subject, shown in plans.shown(store, month).items()
            if shown.unit == unit.code
            for line in _lines(store, subject, shown, settings, appeals)
        ),
        lot,
        tuple(slot for slot in lot.slots if slot.unit == unit.code) if lot else (),
    )


def _lines(
    store: Store, subject: str, shown: InspectionShown, settings: Assessment, appeals: tuple[ItemAppeal, ...]
) -> list[FoundLine]:
    own = {each.line: each for each in appeals if each.inspection == subject}
    checked = inspections.checked(store, shown.checklist, shown.checklist_version, shown.lines, settings)
    clauses = inspections.clauses(store)
    return [_line(subject, shown, line, own.get(line.code), clauses.get(line.code, "")) for line in checked]


def _line(subject: str, shown: InspectionShown, line: Checked, appeal: ItemAppeal | None, clause: str) -> FoundLine:
    covert = shown.visit is Visit.COVERT
    return FoundLine(
        inspection=subject,
        visit=shown.visit,
        day=shown.day,
        inspector=words.label("covert_inspector").format(alias=shown.inspector) if covert else shown.inspector,
        code=line.code,
        text=line.text,
        earned="" if line.earned is None else _points(line.earned),
        points=_points(line.points),
        reason=line.reason,
        lost=line.earned is not None and line.earned < line.points,
        appeal=appeal,
        clause=clause,
    )


def _points(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else decimal(value)
