"""Certificates, and one person's skills card."""

from datetime import date

import msgspec

from shared.device import codes
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.rules.attending import Rate
from shared.practice.learning.rules.standing import Standing
from shared.practice.learning.tables import AttemptRow, CertificateRow
from shared.practice.learning.views.attended import rates
from shared.practice.learning.views.audience import course_subject, courses
from shared.practice.learning.views.standings import matrix


class Certificate(msgspec.Struct, frozen=True):
    """One person's certificate of one course; `until` None: for ever."""

    id: str
    course: str
    staff: str
    title: str
    done: date
    until: date | None

    def holds(self, today: date) -> bool:
        """Whether it is valid on this day."""
        return self.until is None or today <= self.until


def certificates(store: Store, *, staff: str = "", course: str = "") -> tuple[Certificate, ...]:
    """The certificates of a person, a course, or all."""
    query = CertificateRow.select().order_by(CertificateRow.course, CertificateRow.staff)
    for column, wanted in ((CertificateRow.staff, staff), (CertificateRow.course, course)):
        query = query.where(column == wanted) if wanted else query
    return tuple(map(_certificate, query.execute(store.db)))


def certified(store: Store, scanned: str, key: bytes) -> Certificate | None:
    """The certificate that a code names."""
    code = codes.parse(scanned, key)
    if not isinstance(code, codes.Training):
        return None
    row = CertificateRow.select().where(CertificateRow.subject == code.training).first(store.db)
    return None if row is None else _certificate(row)


def _certificate(row: CertificateRow) -> Certificate:
    until = date.fromisoformat(row.until) if row.until else None
    return Certificate(row.subject, row.course, row.staff, row.title, date.fromisoformat(row.done), until)


class Skill(msgspec.Struct, frozen=True):
    """One course on somebody's skills card."""

    course: CourseSet
    standing: Standing
    certificate: Certificate | None
    tries: int  # papers handed in, as far as this device knows


class SkillsCard(msgspec.Struct, frozen=True):
    """What one person has learnt and still has to: for themselves, their supervisor, the office."""

    number: str
    name: str
    skills: tuple[Skill, ...]
    rate: Rate  # of this year's sessions


def skills(store: Store, number: str, today: date) -> SkillsCard | None:
    """A person's card; None for who is not on the roster."""
    span = History(store).on(number, today)
    if span is None or not span.active:
        return None
    own = next((each.standings for each in matrix(store, today, number=number)), {})
    held = {each.course: each for each in certificates(store, staff=number)}
    tries = AttemptRow.select().where(AttemptRow.staff == number, AttemptRow.handed_at > 0).execute(store.db)
    counts = [row.of for row in tries]
    known = {each.code: each for each in courses(store)}
    cards = tuple(
        Skill(known[code], each, held.get(code), counts.count(course_subject(code))) for code, each in own.items()
    )
    year = rates(store, date(today.year, 1, 1), date(today.year, 12, 31)).get(number, Rate(0, 0, 0))
    return SkillsCard(number, span.name, cards, year)
