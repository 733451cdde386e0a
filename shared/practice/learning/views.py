"""What may be asked about training: courses, sessions and who was there, who is missing, what somebody can do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from shared.device import codes
from shared.domain.roles import Act, may
from shared.journal.store import Store
from shared.people.history import History, Span
from shared.practice.learning.facts import Attendance, Category, CourseSet
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import attending, standing
from shared.practice.learning.rules.attending import PRESENT, Rate, SessionState
from shared.practice.learning.rules.standing import OPEN, Standing, State
from shared.practice.learning.tables import AttemptRow, AttendanceRow, CertificateRow, CourseRow, SessionRow
from shared.practice.workload.views import away_on
from shared.reference.views import policy

__all__ = ["OPEN", "PRESENT", "Attendance", "Category", "Rate", "SessionState", "Standing", "State"]


def course_subject(code: str) -> str:
    """The journal's subject of a course."""
    return f"course:{code}"


# ---- courses -----------------------------------------------------------------------------------------------------


def courses(store: Store, *, withdrawn: bool = False) -> tuple[CourseSet, ...]:
    """The courses, by code."""
    rows = CourseRow.select().order_by(CourseRow.code).execute(store.db)
    found = (msgspec.json.decode(row.body, type=CourseSet) for row in rows)
    return tuple(each for each in found if withdrawn or not each.withdrawn)


def course(store: Store, code: str) -> CourseSet | None:
    """One course, also a withdrawn one."""
    return next((each for each in courses(store, withdrawn=True) if each.code == code), None)


def concerned(span: Span | None, course: CourseSet) -> bool:
    """Whether a course is for somebody as the roster has them."""
    return (
        span is not None
        and span.active
        and attending.must_take(span.post, span.role.value, course.posts, course.related)
    )


# ---- sessions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Session:
    """One session of a course."""

    id: str
    course: str
    title: str
    day: date
    start: str
    place: str
    trainer: str
    invited: tuple[str, ...]
    state: SessionState
    reason: str


@dataclass(frozen=True)
class Attending:
    """One person at a session: their state, whether the trainer said so, and why as far as this device may know."""

    number: str
    name: str
    hall: str
    post: str
    state: Attendance
    marked: bool
    reason: str


def sessions(store: Store, course: str = "") -> tuple[Session, ...]:
    """All sessions, or those of a course; the latest day first."""
    titles = {each.code: each.title for each in courses(store, withdrawn=True)}
    rows = SessionRow.select().order_by(SessionRow.day.desc(), SessionRow.start, SessionRow.subject).execute(store.db)
    return tuple(_session(store, row, titles) for row in rows if row.day and course in ("", row.course))


def session(store: Store, subject: str) -> Session | None:
    """One session."""
    return next((each for each in sessions(store) if each.id == subject), None)


def _session(store: Store, row: SessionRow, titles: Mapping[str, str]) -> Session:
    return Session(
        id=row.subject,
        course=row.course,
        title=titles.get(row.course, row.course),
        day=date.fromisoformat(row.day),
        start=row.start,
        place=row.place,
        trainer=row.trainer,
        invited=tuple(row.invited.split()),
        state=_state(store, row),
        reason=row.reason,
    )


def _state(store: Store, row: SessionRow) -> SessionState:
    """A session is closed by its trainer or whoever runs the training, as any hall's counter may claim."""
    state = SessionState(row.state)
    if state is not SessionState.CLOSED or row.closed_by in ("", row.trainer):
        return state
    span = History(store).on(row.closed_by, date.fromisoformat(row.day))
    return state if span is not None and may(span.role, Act.TRAIN) else SessionState.PLANNED


def attendance(store: Store, found: Session, history: History | None = None) -> tuple[Attending, ...]:
    """Who is expected or came, by number. Who was not employed on that day does not count and is left out."""
    history, away = history or History(store), away_on(store, found.day)
    rows = {r.staff: r for r in AttendanceRow.select().where(AttendanceRow.subject == found.id).execute(store.db)}
    people = ((number, history.on(number, found.day)) for number in sorted({*found.invited, *rows}))
    return tuple(
        _attending(number, span, rows.get(number), found, number in away)
        for number, span in people
        if span is not None and span.active
    )


def _attending(number: str, span: Span, row: AttendanceRow | None, found: Session, away: bool) -> Attending:
    recorded = Attendance(row.state) if row is not None else None
    return Attending(
        number=number,
        name=span.name,
        hall=span.hall,
        post=span.post,
        state=attending.final(recorded, found.state, away),
        marked=row is not None and row.marked,
        reason=row.reason if row is not None else "",
    )


def rates(store: Store, first: date, last: date) -> dict[str, Rate]:
    """By staff number, how often they attended of the sessions between two days at which they were expected."""
    history, found = History(store), dict[str, list[tuple[SessionState, Attendance]]]()
    for each in sessions(store):
        if first <= each.day <= last:
            for one in attendance(store, each, history):
                found.setdefault(one.number, []).append((each.state, one.state))
    return {number: attending.attended(said) for number, said in found.items()}


# ---- who stands where ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Learner:
    """One person and where they stand in each course that is for them."""

    number: str
    name: str
    hall: str
    post: str
    standings: Mapping[str, Standing]


@dataclass(frozen=True)
class Missing:
    """One person who still has to do a course, or to do it again."""

    number: str
    name: str
    hall: str
    course: str
    title: str
    standing: Standing


def matrix(store: Store, today: date, hall: str = "", number: str = "") -> tuple[Learner, ...]:
    """Staff × courses on a day, as far as it was known then; of a hall, of one person, or of all."""
    book, settings = _Book(store, today), policy(store)[Learning]
    found = []
    for known in book.history.numbers if not number else (number,):
        span = book.history.on(known, today)
        if span is None or not span.active or hall not in ("", span.hall):
            continue
        own = {each.code: book.standing(known, each, settings) for each in book.courses if concerned(span, each)}
        if own:
            found.append(Learner(known, span.name, span.hall, span.post, own))
    return tuple(sorted(found, key=lambda each: (each.hall, each.number)))


def missing(store: Store, today: date, hall: str = "") -> tuple[Missing, ...]:
    """Who is missing, the most urgent first."""
    titles = {each.code: each.title for each in courses(store)}
    found = (
        Missing(one.number, one.name, one.hall, code, titles[code], each)
        for one in matrix(store, today, hall)
        for code, each in one.standings.items()
        if each.state in OPEN
    )
    return tuple(
        sorted(found, key=lambda each: (OPEN.index(each.standing.state), each.standing.due, each.hall, each.number))
    )


class _Book:
    """Who did what by a day, read once for all people."""

    def __init__(self, store: Store, today: date) -> None:
        self.history, self.courses, self._today = History(store), courses(store), today
        by_session = {each.id: each for each in sessions(store)}
        self._attended: dict[tuple[str, str], list[date]] = {}
        for row in AttendanceRow.select().where(AttendanceRow.state.in_(sorted(PRESENT))).execute(store.db):
            held = by_session.get(row.subject)
            if held and held.state is not SessionState.CANCELLED and held.day <= today:
                self._attended.setdefault((row.staff, held.course), []).append(held.day)
        self._passed: dict[tuple[str, str], list[date]] = {}
        passed = AttemptRow.select().where(AttemptRow.passed_on != "", AttemptRow.passed_on <= today.isoformat())
        for attempt in passed.execute(store.db):
            course = attempt.of.removeprefix("course:")
            self._passed.setdefault((attempt.staff, course), []).append(date.fromisoformat(attempt.passed_on))

    def standing(self, number: str, course: CourseSet, settings: Learning) -> Standing:
        key = (number, course.code)
        done = standing.done_day(
            self._attended.get(key, ()), self._passed.get(key, ()), session=course.session, quiz=course.shown > 0
        )
        due = standing.due_day(course.due, self._since(number, course), settings.newcomer_days)
        return standing.standing(done, due, course.months, self._today, settings.soon_days)

    def _since(self, number: str, course: CourseSet) -> date:
        """Since when the course is for this person without a break."""
        since: date | None = None
        for span in self.history.all_of(number):
            if span.since > self._today:
                break
            since = (since or span.since) if concerned(span, course) else None
        return since or date.min


# ---- certificates, one person --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Certificate:
    """One person's certificate of one course; `until` None: for ever."""

    id: str
    course: str
    staff: str
    title: str
    done: date
    until: date | None

    def holds(self, today: date) -> bool:
        return self.until is None or today <= self.until


def certificates(store: Store, *, staff: str = "", course: str = "") -> tuple[Certificate, ...]:
    """The certificates of a person, a course, or all."""
    rows = CertificateRow.select().order_by(CertificateRow.course, CertificateRow.staff).execute(store.db)
    return tuple(_certificate(r) for r in rows if staff in ("", r.staff) and course in ("", r.course))


def certified(store: Store, scanned: str, key: bytes) -> Certificate | None:
    """The certificate that a code stands for."""
    code = codes.parse(scanned, key)
    if not isinstance(code, codes.Training):
        return None
    row = CertificateRow.select().where(CertificateRow.subject == code.training).first(store.db)
    return None if row is None else _certificate(row)


def _certificate(row: CertificateRow) -> Certificate:
    until = date.fromisoformat(row.until) if row.until else None
    return Certificate(row.subject, row.course, row.staff, row.title, date.fromisoformat(row.done), until)


@dataclass(frozen=True)
class Skill:
    """One course on somebody's skills card."""

    course: CourseSet
    standing: Standing
    certificate: Certificate | None
    tries: int  # papers handed in, as far as this device knows


@dataclass(frozen=True)
class SkillsCard:
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


# ---- what team assessment asks -------------------------------------------------------------------------------------

Counts = tuple[int, int]
"""So many of so many."""


def exams_by_hall(store: Store, last: date) -> dict[str, Counts]:
    """By hall, exams passed and valid on a day, of those that were due by then."""
    tested = {each.code for each in courses(store) if each.shown}
    found = [
        (one.hall, each.state is State.DONE)
        for one in matrix(store, last)
        for code, each in one.standings.items()
        if code in tested and each.state is not State.DUE
    ]
    return _counted(found)


def attended_by_hall(store: Store, first: date, last: date) -> dict[str, Counts]:
    """By hall, attendances at the closed sessions between two days, of those expected; excused ones are in neither."""
    history = History(store)
    found = [
        (one.hall, one.state in PRESENT)
        for each in sessions(store)
        if each.state is SessionState.CLOSED and first <= each.day <= last
        for one in attendance(store, each, history)
        if one.state is not Attendance.EXCUSED
    ]
    return _counted(found)


def _counted(found: Iterable[tuple[str, bool]]) -> dict[str, Counts]:
    counts: dict[str, Counts] = {}
    for hall, done in found:
        before = counts.get(hall, (0, 0))
        counts[hall] = (before[0] + done, before[1] + 1)
    return counts
