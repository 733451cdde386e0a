"""What may be asked about inspections: units, checklists, visits planned and made, photos, scores of a month."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import msgspec
from peewee import SQL

from shared.domain import document, months
from shared.domain.money import rate
from shared.domain.roles import Role
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.views import everyone, halls
from shared.practice.assessment import checklist as standard
from shared.practice.assessment.facts import CheckLine, Checklist, Item, LineChecked, Unit, Units, Visit
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import import_lines
from shared.practice.assessment.rules.inspecting import Checked, Inspected, inspected, month_score
from shared.practice.assessment.rules.visits import VisitState
from shared.practice.assessment.tables import InspectionRow, PhotoRow
from shared.reference.views import document as published_document
from shared.reference.views import policy_on, readable
from shared.reference.views import version as published_version

__all__ = ["Checked", "VisitState"]

UNITS = "units"
"""The document of which halls form a unit."""


class Inspection(msgspec.Struct, frozen=True):
    """One inspection with its lines. `seen_at`: when the evidence was seen, epoch ms; 0: unknown."""

    id: str
    unit: str
    visit: Visit
    day: date
    inspector: str
    lines: tuple[Checked, ...]
    done: bool
    checklist: str = standard.NAME
    checklist_version: int = 0
    seen_at: int = 0


class Photo(msgspec.Struct, frozen=True):
    """A photo of evidence; `image` is base64, times epoch ms, `taken_at` 0 where the file has none."""

    line: str
    image: str
    sha256: str
    taken_at: int
    added_at: int
    no_face: bool


def units(store: Store) -> tuple[Unit, ...]:
    """The units as published; before that every hall is one, except where only office staff work."""
    if (published := readable(store, UNITS, Units)) is not None:
        return published.units
    roles: dict[str, set[Role]] = {}
    for person in everyone(store):
        roles.setdefault(person.hall, set()).add(person.role)
    return tuple(
        Unit(hall.code, hall.name, hall.branch, (hall.code,))
        for hall in halls(store)
        if roles.get(hall.code) != {Role.OFFICE}
    )


def checklist(store: Store, code: str = standard.NAME) -> Checklist:
    """A checklist as published, else the shipped one."""
    body = published_document(store, f"checklist/{code}")
    return standard.shipped() if body is None else document.read(body, Checklist)


def clauses(store: Store) -> dict[str, str]:
    """By line, the clause of a rulebook behind it today, as `standard/12`; lines without one are left out."""
    return {line.code: line.clause for line in checklist(store).lines if line.clause}


def checklist_version(store: Store, code: str = standard.NAME) -> int:
    """The version in force of a checklist; 0: the one shipped."""
    return published_version(store, f"checklist/{code}")


def lines_of(store: Store, code: str, version: int) -> tuple[CheckLine, ...]:
    """The lines of one version of a checklist; version 0: the one shipped."""
    body = published_document(store, f"checklist/{code}", version) if version else None
    return document.read(body, Checklist).lines if body else standard.shipped().lines


def _checklist_of(store: Store, code: str, version: int) -> tuple[CheckLine, ...]:
    """The lines an inspection was made by, then the shipped ones, by which earlier versions made theirs."""
    body = published_document(store, f"checklist/{code}", version) if version else None
    own = document.read(body, Checklist).lines if body else ()
    known = {line.code for line in own}
    return (*own, *(line for line in standard.shipped().lines if line.code not in known))


_OF_DAYS = PreparedQuery(
    lambda first, last: (
        InspectionRow.select()
        .where(InspectionRow.day.between(first, last))
        .order_by(InspectionRow.day, InspectionRow.unit, InspectionRow.subject)
    )
)
_ONE = PreparedQuery(lambda subject: InspectionRow.select().where(InspectionRow.subject == subject))


def inspections(store: Store, first: date, last: date) -> tuple[Inspection, ...]:
    """All inspections from `first` to `last`, by day."""
    found = _OF_DAYS.all(store.db, first.isoformat(), last.isoformat())
    points = policy_on(store, first)[Assessment].item_points
    known: dict[tuple[str, int], tuple[CheckLine, ...]] = {}
    made = []
    for row in found:
        key = (row.checklist, row.checklist_version)
        if key not in known:
            known[key] = _checklist_of(store, *key)
        made.append(_inspection(row, known[key], points))
    return tuple(made)


def inspection(store: Store, subject: str) -> Inspection | None:
    """One inspection."""
    row = _ONE.first(store.db, subject)
    if row is None:
        return None
    points = policy_on(store, date.fromisoformat(row.day))[Assessment].item_points
    return _inspection(row, _checklist_of(store, row.checklist, row.checklist_version), points)


def checked(
    store: Store, code: str, version: int, made: Iterable[LineChecked], settings: Assessment
) -> tuple[Checked, ...]:
    """Lines as inspected, with what their checklist says of them."""
    return _checked(made, _checklist_of(store, code, version), settings.item_points)


def _inspection(row: Any, known: tuple[CheckLine, ...], points: int) -> Inspection:
    return Inspection(
        id=row.subject,
        unit=row.unit,
        visit=Visit(row.visit),
        day=date.fromisoformat(row.day),
        inspector=row.inspector,
        lines=_checked(msgspec.json.decode(row.lines, type=tuple[LineChecked, ...]), known, points),
        done=bool(row.done),
        checklist=row.checklist,
        checklist_version=row.checklist_version,
        seen_at=row.seen_at,
    )


def _checked(made: Iterable[LineChecked], known: tuple[CheckLine, ...], points: int) -> tuple[Checked, ...]:
    by_code = {line.code: line for line in known}
    found = ((line, by_code.get(line.code) or import_lines.find_line(known, line.code, points)) for line in made)
    return tuple(_line(line, of) for line, of in found if of is not None)


def _line(line: LineChecked, of: CheckLine) -> Checked:
    earned = rate(line.earned) if line.earned else None
    return Checked(line.code, of.item, rate(of.points), earned, of.critical, of.may_skip, line.reason, of.text)


def photos(store: Store, subject: str) -> tuple[Photo, ...]:
    """An inspection's photos, in the order they were added."""
    rows = PhotoRow.select().where(PhotoRow.subject == subject).order_by(SQL("id")).execute(store.db)
    return tuple(Photo(row.line, row.image, row.sha256, row.taken_at, row.added_at, row.no_face) for row in rows)


Scores = dict[str, dict[Item, Fraction]]
"""By unit and item."""


def month_scores(store: Store, month: str, settings: Assessment) -> Scores:
    """By unit, the scores of a month's locked inspections, after appeals.

    An item that nobody inspected is missing.
    """
    found = inspections(store, months.first(month), months.last(month))
    return _scores((each for each in found if each.done), settings)


def months_scores(store: Store, year: int, settings: Assessment) -> dict[str, Scores]:
    """By month of a year (2026-03), the scores as `month_scores` gives them."""
    by_month: dict[str, list[Inspection]] = {f"{year}-{month:02}": [] for month in range(1, 13)}
    for each in inspections(store, date(year, 1, 1), date(year, 12, 31)):
        if each.done:
            by_month[f"{each.day:%Y-%m}"].append(each)
    return {month: _scores(own, settings) for month, own in by_month.items()}


def _scores(found: Iterable[Inspection], settings: Assessment) -> Scores:
    by_unit: dict[str, list[Inspected]] = {}
    for each in found:
        by_unit.setdefault(each.unit, []).append(inspected(each.visit, each.lines, settings))
    scores = {unit: _items(own, settings) for unit, own in by_unit.items()}
    return {unit: items for unit, items in scores.items() if items}


def _items(own: list[Inspected], settings: Assessment) -> dict[Item, Fraction]:
    scores = ((item, month_score(item, own, settings)) for item in Item)
    return {item: score for item, score in scores if score is not None}


def item_scores(each: Inspection, settings: Assessment) -> Mapping[Item, Fraction]:
    """One inspection's scores."""
    return inspected(each.visit, each.lines, settings).scores
