"""What can happen in training and contests.

Subjects: `course:<code>`, `session:<uuid>`, `question:<bank>/<code>`, `attempt:<uuid>`, `training:<hex>` (one person's
certificate of one course), `contest:<uuid>`. What somebody answered goes from the PC where they answered to the office;
halls learn that they passed, and the hall of the session's trainer what they missed.
"""

from datetime import date
from typing import Annotated

import msgspec

from shared.domain.fact import Count, Fact, Personal, WholeFact
from shared.domain.open_enum import OpenEnum


class Category(OpenEnum):
    """目标, 意识, 技能, 团队: the four aims of training."""

    AIM = "aim"
    AWARENESS = "awareness"
    SKILL = "skill"
    TEAM = "team"


class Attendance(OpenEnum):
    """未到, 出席, 迟到, 请假, 缺席."""

    EXPECTED = "expected"
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


class CourseSet(WholeFact):
    """A course as it is from now on.

    `posts` and `related` (相关岗位) must take it: codes of posts, or of roles above staff. `months` of validity, 0: for
    ever. `shown`: questions of a paper, 0: no quiz. `due`: its last day for who is there when it is set.
    """

    code: str
    title: str
    category: Category
    posts: tuple[str, ...]
    due: date
    related: tuple[str, ...] = ()
    months: int = 0
    shown: int = 0
    session: bool = True  # whether a session must be attended
    withdrawn: bool = False


class SessionPlanned(Fact):
    """A session of a course: when and where, who trains (an appointment, no role), who is expected."""

    course: str
    day: date
    start: str  # 09:00
    place: str
    trainer: str
    invited: tuple[str, ...]


class SessionCancelled(Fact):
    """It does not take place."""

    reason: str


class SessionClosed(Fact):
    """It is over: whoever was expected and is not recorded was absent, or excused where an absence is known."""


class AttendanceSet(Fact):
    """Somebody came and typed their PIN; or the trainer says so (`marked`), with a reason."""

    staff: str
    state: Attendance
    marked: bool = False
    reason: Personal = ""


class Choice(msgspec.Struct, frozen=True):
    """One choice of a question."""

    text: str
    right: bool = False


class QuestionSet(WholeFact):
    """One version of a question of a bank (a course's or a contest's); `multiple`: several choices may be right.

    The right answers are on every counter's disk, as papers are graded there without the hub. A digest would not hide
    it: six choices have 63 sets of right ones, tried in a moment.
    """

    bank: str
    code: str
    version: int
    text: str
    choices: tuple[Choice, ...]
    multiple: bool = False


class QuestionVoided(Fact):
    """One version was found faulty: it counts in no paper any more, and takes no pass away."""

    bank: str
    code: str
    version: int
    reason: str


class Asked(msgspec.Struct, frozen=True):
    """One question of a paper: its version, and the order in which its choices are shown."""

    code: str
    version: int
    order: tuple[int, ...]


class AttemptBegun(Fact):
    """Somebody was given a paper. `of` is the subject of the course or contest."""

    of: str
    bank: str
    staff: str
    paper: tuple[Asked, ...]


class AttemptHandedIn(Fact):
    """What they chose, question by question (places of choices as the bank has them), and what it came to then."""

    answers: tuple[tuple[int, ...], ...]
    right: Count
    shown: Count
    passed: bool


class Missed(msgspec.Struct, frozen=True):
    """A question that was answered wrong: its version, and the places of the choices that were chosen."""

    code: str
    version: int
    chosen: tuple[int, ...]


class MistakesTold(Fact):
    """The grade of a paper and its wrong answers, for the hall of the trainer, which does not hold the paper."""

    of: str
    bank: str
    staff: str
    right: int
    shown: int
    missed: tuple[Missed, ...]


class QuizPassed(Fact):
    """A person passed the course's quiz; read by every hall. `regraded`: after a question was voided."""

    of: str
    staff: str
    day: date  # on which the paper was handed in
    regraded: bool = False


class TrainingCertified(Fact):
    """The office certifies a course done on a day; `until` is the last day that it is valid on, None: for ever."""

    course: str
    staff: str
    done: date
    until: date | None = None
    title: str = ""


class ContestPlanned(Fact):
    """A contest with the rounds that it has: theory (`shown` questions of `bank`), practice (`judges`), speed."""

    title: str
    year: int
    day: date
    posts: tuple[str, ...]
    bank: str = ""
    shown: int = 0
    judges: tuple[str, ...] = ()
    speed: bool = False


class PracticeMarked(Fact):
    """A judge's whole points, 0–100; a later one replaces it until the contest is closed."""

    judge: str
    staff: str
    points: Annotated[int, msgspec.Meta(ge=0, le=100)]


class SpeedTimed(Fact):
    """How long somebody took for the task, in tenths of a second."""

    staff: str
    tenths: int


class ContestExcused(Fact):
    """Somebody need not take part: they count neither as expected nor as having taken part."""

    staff: str
    reason: Personal


class ContestPlaced(Fact):
    """One participant's place, as closed; exact points are text. Everybody may read it."""

    staff: str
    hall: str
    place: int
    total: str


class ContestClosed(Fact):
    """The contest is over. By hall: how many were expected and how many of them took part; excused ones are in neither.

    `inputs` is the digest of all that counted, which stays in the office.
    """

    policy: int
    basis: int
    basis_hash: str
    inputs: str
    expected: dict[str, int]
    took_part: dict[str, int]
