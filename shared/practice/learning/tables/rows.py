"""The tables of training and contests; how facts change them is in `folding`."""

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.journal.projection import Projected, Projection
from shared.practice.learning.rules.attending import SessionState


class CourseRow(Projected):
    """A course; `body` is its `CourseSet` as JSON."""

    code = TextField(index=True)
    body = TextField()

    class Meta:
        table_name = "course"


class SessionRow(Projected):
    """A session; `invited`, and `closed_by` all who sent a closing, are staff numbers separated by spaces."""

    course = TextField(default="", index=True)
    day = TextField(default="")
    start = TextField(default="")
    place = TextField(default="")
    trainer = TextField(default="", index=True)
    invited = TextField(default="")
    state = TextField(default=SessionState.PLANNED.value)
    reason = TextField(default="")
    closed_by = TextField(default="")

    class Meta:
        table_name = "training_session"


class AttendanceRow(Projected):
    """One person at one session, as entered last. `by`: who entered it; only the trainer's hall reads `reason`."""

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
    station = TextField(default="")  # where it was begun, and can be continued
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
    version=3,
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
