"""One inspection as somebody fills it in: the checklist with what is answered so far."""

from datetime import date, time

import msgspec

from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.practice.assessment import checklist as standard
from shared.practice.assessment import inspections, plans
from shared.practice.assessment.facts import CheckLine, LineChecked, Visit
from shared.practice.assessment.inspections import Photo


class Form(msgspec.Struct, frozen=True):
    """An inspection's form. `seen_at`: when the evidence was seen, epoch ms; before a drawn visit begins, its hour."""

    id: str
    unit: str
    unit_name: str
    visit: Visit
    day: date
    seen_at: int
    lines: tuple[CheckLine, ...]
    answers: tuple[LineChecked, ...]
    reasons: tuple[str, ...]
    skips: tuple[str, ...]
    photos: tuple[Photo, ...]
    drawn: bool
    locked: bool


def form(store: Store, month: str, subject: str) -> Form | None:
    """The form of a drawn visit, or of one that is begun; None for any other."""
    found = plans.visiting(store, month, subject)
    if found is None:
        return None
    made = found.inspection
    name = made.checklist if made else standard.NAME
    version = made.checklist_version if made else inspections.checklist_version(store)
    answers = [
        LineChecked(line.code, "" if line.earned is None else str(line.earned), line.reason)
        for line in (made.lines if made else ())
    ]
    seen = ms_at(found.day, time(found.hour)) if found.drawn and made is None else (made.seen_at if made else 0)
    return _form(store, found.id, found.unit, found.visit, found.day, seen, version, name, tuple(answers), found)


def new_form(store: Store, subject: str, unit: str, visit: Visit, day: date) -> Form:
    """The empty form of a visit that is not in the month's plan."""
    version = inspections.checklist_version(store)
    return _form(store, subject, unit, visit, day, 0, version, standard.NAME, (), None)


def _form(
    store: Store,
    subject: str,
    unit: str,
    visit: Visit,
    day: date,
    seen_at: int,
    version: int,
    name: str,
    answers: tuple[LineChecked, ...],
    found: plans.Visiting | None,
) -> Form:
    names = {each.code: each.name for each in inspections.units(store)}
    published = inspections.checklist(store, name)
    shipped = standard.shipped()
    return Form(
        id=subject,
        unit=unit,
        unit_name=names.get(unit, unit),
        visit=visit,
        day=day,
        seen_at=seen_at,
        lines=inspections.lines_of(store, name, version),
        answers=answers,
        reasons=published.reasons or shipped.reasons,
        skips=published.skips or shipped.skips,
        photos=inspections.photos(store, subject),
        drawn=bool(found and found.drawn),
        locked=bool(found and found.inspection and found.inspection.done),
    )
