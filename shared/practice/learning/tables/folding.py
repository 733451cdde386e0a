"""How facts change the tables of training and contests."""

from typing import Any

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Rows, as_json
from shared.practice.learning import facts
from shared.practice.learning.rules.attending import SessionState
from shared.practice.learning.tables.rows import (
    AttemptRow,
    AttendanceRow,
    CertificateRow,
    ContestRow,
    CourseRow,
    MarkRow,
    MistakesRow,
    PlaceRow,
    QuestionRow,
    SessionRow,
    projection,
)


@projection.on(facts.CourseSet)
def _course(rows: Rows, event: Event, fact: facts.CourseSet) -> None:
    row = rows.one(CourseRow) or rows.add(CourseRow, code=fact.code, body="")
    row.body = as_json(fact)


def _session(rows: Rows) -> Any:
    return rows.one(SessionRow) or rows.add(SessionRow)


@projection.on(facts.SessionPlanned)
def _planned(rows: Rows, event: Event, fact: facts.SessionPlanned) -> None:
    row = _session(rows)
    row.course, row.day, row.start, row.place = fact.course, fact.day.isoformat(), fact.start, fact.place
    row.trainer, row.invited = fact.trainer, " ".join(fact.invited)


@projection.on(facts.SessionCancelled)
def _cancelled(rows: Rows, event: Event, fact: facts.SessionCancelled) -> None:
    row = _session(rows)
    row.state, row.reason = SessionState.CANCELLED.value, fact.reason


@projection.on(facts.SessionClosed)
def _closed(rows: Rows, event: Event, fact: facts.SessionClosed) -> None:
    row = _session(rows)
    row.state, row.closed_by = SessionState.CLOSED.value, f"{row.closed_by} {event.actor or row.trainer}".strip()


@projection.on(facts.AttendanceSet)
def _attendance(rows: Rows, event: Event, fact: facts.AttendanceSet) -> None:
    known = (row for row in rows.of(AttendanceRow) if row.staff == fact.staff)
    row = next(known, None) or rows.add(AttendanceRow, staff=fact.staff, state="", at=0)
    row.state, row.marked, row.reason = fact.state.value, fact.marked, fact.reason
    row.by, row.at = event.actor, event.occurred_at


def _question_row(rows: Rows, bank: str, code: str, version: int) -> Any:
    known = (row for row in rows.of(QuestionRow) if row.version == version)
    return next(known, None) or rows.add(QuestionRow, bank=bank, code=code, version=version)


@projection.on(facts.QuestionSet)
def _question(rows: Rows, event: Event, fact: facts.QuestionSet) -> None:
    row = _question_row(rows, fact.bank, fact.code, fact.version)
    row.body = row.body or as_json(fact)  # two devices may use one version number; papers name it, so the first stays


@projection.on(facts.QuestionVoided)
def _voided(rows: Rows, event: Event, fact: facts.QuestionVoided) -> None:
    row = _question_row(rows, fact.bank, fact.code, fact.version)
    row.voided, row.reason = True, fact.reason


def _attempt(rows: Rows) -> Any:
    return rows.one(AttemptRow) or rows.add(AttemptRow)


@projection.on(facts.AttemptBegun)
def _begun(rows: Rows, event: Event, fact: facts.AttemptBegun) -> None:
    row = _attempt(rows)
    row.of, row.staff, row.begun = fact.of, fact.staff, as_json(fact)
    row.begun_at, row.station = event.occurred_at, event.station


@projection.on(facts.AttemptHandedIn)
def _handed_in(rows: Rows, event: Event, fact: facts.AttemptHandedIn) -> None:
    row = _attempt(rows)
    if not row.handed:
        row.handed, row.handed_at = as_json(fact), event.occurred_at
        row.passed_on = row.passed_on or (day_of(event.occurred_at).isoformat() if fact.passed else "")


@projection.on(facts.QuizPassed)
def _passed(rows: Rows, event: Event, fact: facts.QuizPassed) -> None:
    row = _attempt(rows)
    row.of, row.staff, row.passed_on, row.regraded = fact.of, fact.staff, fact.day.isoformat(), fact.regraded


@projection.on(facts.MistakesTold)
def _mistakes(rows: Rows, event: Event, fact: facts.MistakesTold) -> None:
    row = rows.one(MistakesRow) or rows.add(MistakesRow, of=fact.of, staff=fact.staff, body="", at=0)
    row.body, row.at = as_json(fact), event.occurred_at


@projection.on(facts.TrainingCertified)
def _certified(rows: Rows, event: Event, fact: facts.TrainingCertified) -> None:
    row = rows.one(CertificateRow) or rows.add(CertificateRow, course="", staff="", done="")
    row.course, row.staff, row.title, row.by = fact.course, fact.staff, fact.title, event.actor
    row.done, row.until = fact.done.isoformat(), fact.until.isoformat() if fact.until else ""


def _contest(rows: Rows) -> Any:
    return rows.one(ContestRow) or rows.add(ContestRow)


@projection.on(facts.ContestPlanned)
def _contest_planned(rows: Rows, event: Event, fact: facts.ContestPlanned) -> None:
    row = _contest(rows)
    row.year, row.plan = fact.year, as_json(fact)


@projection.on(facts.ContestClosed)
def _contest_closed(rows: Rows, event: Event, fact: facts.ContestClosed) -> None:
    row = _contest(rows)
    row.closed = row.closed or as_json(fact)


def _mark(rows: Rows, staff: str, judge: str = "") -> Any:
    known = (row for row in rows.of(MarkRow) if (row.staff, row.judge) == (staff, judge))
    return next(known, None) or rows.add(MarkRow, staff=staff, judge=judge)


@projection.on(facts.PracticeMarked)
def _marked(rows: Rows, event: Event, fact: facts.PracticeMarked) -> None:
    _mark(rows, fact.staff, fact.judge).points = fact.points


@projection.on(facts.SpeedTimed)
def _timed(rows: Rows, event: Event, fact: facts.SpeedTimed) -> None:
    _mark(rows, fact.staff).tenths = fact.tenths


@projection.on(facts.ContestExcused)
def _excused(rows: Rows, event: Event, fact: facts.ContestExcused) -> None:
    row = _mark(rows, fact.staff)
    row.excused, row.reason = True, fact.reason


@projection.on(facts.ContestPlaced)
def _placed(rows: Rows, event: Event, fact: facts.ContestPlaced) -> None:
    known = (row for row in rows.of(PlaceRow) if row.staff == fact.staff)
    row = next(known, None) or rows.add(PlaceRow, staff=fact.staff, hall="", place=0, total="")
    row.hall, row.place, row.total = fact.hall, fact.place, fact.total
