"""Projection of training and contests: courses, sessions, attendance, questions, attempts, certificates, contests."""

from typing import Any

import msgspec
from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.learning import facts
from shared.practice.learning.rules.attending import SessionState


class CourseRow(Projected):
    """A course; `body` is its `CourseSet` as JSON."""

    code = TextField(index=True)
    body = TextField()

    class Meta:
        table_name = "course"


class SessionRow(Projected):
    """A session; `invited` are staff numbers separated by spaces."""

    course = TextField(default="", index=True)
    day = TextField(default="")
    start = TextField(default="")
    place = TextField(default="")
    trainer = TextField(default="", index=True)
    invited = TextField(default="")
    state = TextField(default=SessionState.PLANNED.value)
    reason = TextField(default="")

    class Meta:
        table_name = "training_session"


class AttendanceRow(Projected):
    """One person at one session, as said last. `by`: who marked it; `reason` is read in the trainer's hall alone."""

    staff = TextField(index=True)
    state = TextField()
    marked = BooleanField(default=False)
    reason = TextField(default="")
    by = TextField(default="")
    at = BigIntegerField()

    class Meta:
        table_name = "training_attendance"


class QuestionRow(Projected):
    """One version of a question; `body` is its `QuestionSet` as JSON."""

    bank = TextField(index=True)
    code = TextField()
    version = IntegerField()
    body = TextField(default="")
    voided = BooleanField(default=False)
    reason = TextField(default="")

    class Meta:
        table_name = "question"


class AttemptRow(Projected):
    """One paper of one person. Halls know no more of it than that it passed; `begun`, `handed` are JSON or ""."""

    of = TextField(default="", index=True)
    staff = TextField(default="", index=True)
    begun = TextField(default="")
    handed = TextField(default="")
    begun_at = BigIntegerField(default=0)
    handed_at = BigIntegerField(default=0)
    station = TextField(default="")  # where it was begun: there it can be gone on with
    passed_on = TextField(default="")  # the day of the paper that passed, "" for none
    regraded = BooleanField(default=False)

    class Meta:
        table_name = "quiz_attempt"


class MistakesRow(Projected):
    """What the office told a trainer's hall of a paper; `body` is its `MistakesTold` as JSON."""

    of = TextField(index=True)
    staff = TextField(index=True)
    body = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "quiz_mistakes"


class CertificateRow(Projected):
    """One person's certificate of one course, as renewed last."""

    course = TextField(index=True)
    staff = TextField(index=True)
    title = TextField(default="")
    done = TextField()
    until = TextField(default="")
    by = TextField(default="")

    class Meta:
        table_name = "training_certificate"


class ContestRow(Projected):
    """A contest: its plan and, when it is over, its `ContestClosed`, both as JSON."""

    year = IntegerField(default=0, index=True)
    plan = TextField(default="")
    closed = TextField(default="")

    class Meta:
        table_name = "contest"


class MarkRow(Projected):
    """What counts of one person in a contest: a judge's points, a time (`judge` ""), or that they are excused."""

    staff = TextField()
    judge = TextField(default="")
    points = IntegerField(default=0)
    tenths = IntegerField(default=0)
    excused = BooleanField(default=False)
    reason = TextField(default="")

    class Meta:
        table_name = "contest_mark"


class PlaceRow(Projected):
    """A participant's place in a closed contest."""

    staff = TextField(index=True)
    hall = TextField()
    place = IntegerField()
    total = TextField()

    class Meta:
        table_name = "contest_place"


projection = Projection(
    "learning",
    version=2,
    tables=(
        CourseRow,
        SessionRow,
        AttendanceRow,
        QuestionRow,
        AttemptRow,
        MistakesRow,
        CertificateRow,
        ContestRow,
        MarkRow,
        PlaceRow,
    ),
)


def _json(fact: object) -> str:
    return msgspec.json.encode(fact, order="deterministic").decode()


@projection.on(facts.CourseSet)
def _course(rows: Rows, event: Event, fact: facts.CourseSet) -> None:
    row = rows.one(CourseRow) or rows.add(CourseRow, code=fact.code, body="")
    row.body = _json(fact)


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
    _session(rows).state = SessionState.CLOSED.value


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
    row.body = row.body or _json(fact)  # papers name a version: two devices may give out one number, the first stays


@projection.on(facts.QuestionVoided)
def _voided(rows: Rows, event: Event, fact: facts.QuestionVoided) -> None:
    row = _question_row(rows, fact.bank, fact.code, fact.version)
    row.voided, row.reason = True, fact.reason


def _attempt(rows: Rows) -> Any:
    return rows.one(AttemptRow) or rows.add(AttemptRow)


@projection.on(facts.AttemptBegun)
def _begun(rows: Rows, event: Event, fact: facts.AttemptBegun) -> None:
    row = _attempt(rows)
    row.of, row.staff, row.begun = fact.of, fact.staff, _json(fact)
    row.begun_at, row.station = event.occurred_at, event.station


@projection.on(facts.AttemptHandedIn)
def _handed_in(rows: Rows, event: Event, fact: facts.AttemptHandedIn) -> None:
    row = _attempt(rows)
    if not row.handed:
        row.handed, row.handed_at = _json(fact), event.occurred_at
        row.passed_on = row.passed_on or (day_of(event.occurred_at).isoformat() if fact.passed else "")


@projection.on(facts.QuizPassed)
def _passed(rows: Rows, event: Event, fact: facts.QuizPassed) -> None:
    row = _attempt(rows)
    row.of, row.staff, row.passed_on, row.regraded = fact.of, fact.staff, fact.day.isoformat(), fact.regraded


@projection.on(facts.MistakesTold)
def _mistakes(rows: Rows, event: Event, fact: facts.MistakesTold) -> None:
    row = rows.one(MistakesRow) or rows.add(MistakesRow, of=fact.of, staff=fact.staff, body="", at=0)
    row.body, row.at = _json(fact), event.occurred_at


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
    row.year, row.plan = fact.year, _json(fact)


@projection.on(facts.ContestClosed)
def _contest_closed(rows: Rows, event: Event, fact: facts.ContestClosed) -> None:
    row = _contest(rows)
    row.closed = row.closed or _json(fact)


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
