"""Sessions: who is expected, who came, how often somebody attended."""

from collections.abc import Mapping
from datetime import date

import msgspec

from shared.domain.roles import Act, may
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.history import History, Span
from shared.practice.learning import words
from shared.practice.learning.facts import Attendance
from shared.practice.learning.rules import attending
from shared.practice.learning.rules.attending import Rate, SessionState
from shared.practice.learning.tables import AttendanceRow, SessionRow
from shared.practice.learning.views.audience import courses
from shared.practice.workload.views import away_on


class Session(msgspec.Struct, frozen=True):
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

    @property
    def over(self) -> str:
        """The sentence that it was closed or cancelled; "" while it is planned."""
        return str(words.REFUSALS[attending.OVER[self.state]]) if attending.OVER[self.state] else ""


class Attending(msgspec.Struct, frozen=True):
    """One person at a session: their state, whether the trainer entered it, and the reason where it is known here."""

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
    rows = _SESSIONS.all(store.db)
    return tuple(_session(store, row, titles) for row in rows if row.day and course in ("", row.course))


_SESSIONS = PreparedQuery(
    lambda: SessionRow.select().order_by(SessionRow.day.desc(), SessionRow.start, SessionRow.subject)
)


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
    """A closing counts from the trainer or whoever runs the training: any hall's counter could send one."""
    state, closed_by = SessionState(row.state), row.closed_by.split()
    if state is not SessionState.CLOSED or row.trainer in closed_by:
        return state
    history, day = History(store), date.fromisoformat(row.day)
    spans = (history.on(number, day) for number in closed_by)
    return state if any(span is not None and may(span.role, Act.TRAIN) for span in spans) else SessionState.PLANNED


def attendance(store: Store, found: Session, history: History | None = None) -> tuple[Attending, ...]:
    """Who is expected or came, by number; without those who were not employed on that day."""
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
    return {number: attending.attended(states) for number, states in found.items()}
