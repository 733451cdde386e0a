"""Shared by the training pages: tables of missing staff and of staff × courses, skills as text."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.table import Column, Table
from counter.kit.words import listed, say
from shared.domain import text
from shared.practice.learning import prints, words
from shared.practice.learning.facts import Attendance, CourseSet
from shared.practice.learning.mistakes import Wrong
from shared.practice.learning.views import Attending, Learner, Missing, Skill, SkillsCard, Standing, State

MISSING = QT_TRANSLATE_NOOP("Counter", "谁还没学")
MATRIX = QT_TRANSLATE_NOOP("Counter", "员工×课程")
NUMBER, NAME = QT_TRANSLATE_NOOP("Counter", "工号"), QT_TRANSLATE_NOOP("Counter", "姓名")
HALL, STATE = QT_TRANSLATE_NOOP("Counter", "大厅"), QT_TRANSLATE_NOOP("Counter", "状态")
COURSE = QT_TRANSLATE_NOOP("Counter", "课程")
_UNTIL = QT_TRANSLATE_NOOP("Counter", "期限")
_SKILLS = QT_TRANSLATE_NOOP("Counter", "{name} {number}：今年到课 {attended}/{held}（全年 {planned} 场）")
_VALID, _LAST = QT_TRANSLATE_NOOP("Counter", "有效至 {day}"), QT_TRANSLATE_NOOP("Counter", "最晚 {day}")
_TRIES, _CERTIFIED = QT_TRANSLATE_NOOP("Counter", "交卷 {count} 次"), QT_TRANSLATE_NOOP("Counter", "有证书")
_SOON = QT_TRANSLATE_NOOP("Counter", "即将到期")
_MARKED = QT_TRANSLATE_NOOP("Counter", "培训师补记")
_CHOSEN = QT_TRANSLATE_NOOP("Counter", "{question}  答：{chosen}  应答：{right}")
_NONE = QT_TRANSLATE_NOOP("Counter", "未作答")
Halls = Callable[[], Mapping[str, str]]
"""Gives the halls' names by code; called when a table is drawn."""


TONES = {State.DONE: "good", State.DUE: "soft", State.OVERDUE: "bad", State.EXPIRED: "bad"}


def tone(standing: Standing | None) -> str:
    """The tone of the mark beside a standing."""
    return "" if standing is None else "warn" if standing.soon else TONES[standing.state]


def last_day(standing: Standing) -> str:
    """The day it is valid until, or is due; — for none."""
    day = standing.until if standing.done else standing.due
    return f"{day:%Y-%m-%d}" if day else "—"


def missing_table(halls: Halls) -> "Table[Missing]":
    """Make the table of missing staff, the most urgent first."""
    return Table(
        MISSING,
        [
            Column(STATE, lambda m: words.state(m.standing.state.value), lambda m: tone(m.standing)),
            Column(NUMBER, lambda m: m.number),
            Column(NAME, lambda m: m.name),
            Column(HALL, lambda m: halls().get(m.hall, m.hall)),
            Column(COURSE, lambda m: m.title, stretch=True),
            Column(_UNTIL, lambda m: last_day(m.standing)),
        ],
        key=lambda m: (m.number, m.course),
    )


def matrix_table() -> "Table[Learner]":
    """Make the table of staff × courses; set its columns by `matrix_columns`."""
    return Table(MATRIX, matrix_columns((), dict), key=lambda one: one.number)


def matrix_columns(courses: Sequence[CourseSet], halls: Halls) -> list[Column[Learner]]:
    """The columns of the matrix for these courses."""

    def course_column(course: CourseSet) -> Column[Learner]:
        return Column(
            lambda: course.title,
            lambda one: prints.cell(one.standings.get(course.code)),
            lambda one: tone(one.standings.get(course.code)),
        )

    return [
        Column(NUMBER, lambda one: one.number),
        Column(NAME, lambda one: one.name, stretch=not courses),
        Column(HALL, lambda one: halls().get(one.hall, one.hall)),
        *map(course_column, courses),
    ]


def attending_columns(halls: Halls) -> list[Column[Attending]]:
    """The columns of who is expected or came; an entry by the trainer is marked as such."""
    return [
        Column(STATE, attendance_text, lambda a: ATTENDANCE_TONES.get(a.state, "")),
        Column(NUMBER, lambda a: a.number),
        Column(NAME, lambda a: a.name, stretch=True),
        Column(HALL, lambda a: halls().get(a.hall, a.hall)),
    ]


def attendance_text(each: Attending) -> str:
    """The state as text: 出席, or 出席（培训师补记） where the trainer entered it."""
    said = words.attendance(each.state.value)
    return f"{said}（{say(_MARKED)}）" if each.marked else said


ATTENDANCE_TONES = {
    Attendance.PRESENT: "good",
    Attendance.LATE: "warn",
    Attendance.EXCUSED: "soft",
    Attendance.ABSENT: "bad",
}


def skills_text(card: SkillsCard) -> str:
    """The skills card of one person as lines."""
    head = say(_SKILLS).format(
        name=card.name,
        number=card.number,
        attended=card.rate.attended,
        held=card.rate.held,
        planned=card.rate.planned,
    )
    return "\n".join([head, *map(skill_text, card.skills)])


def skill_text(skill: Skill, *, own: bool = False) -> str:
    """One course of the skills card. `own`: shown to the person themselves, with the number of attempts."""
    standing = skill.standing
    parts = [skill.course.title, words.state(standing.state.value)]
    if standing.until:
        parts.append(say(_VALID).format(day=text.full_day(standing.until)))
    elif not standing.done:
        parts.append(say(_LAST).format(day=text.full_day(standing.due)))
    if standing.soon:
        parts.append(say(_SOON))
    if own and skill.tries:
        parts.append(say(_TRIES).format(count=skill.tries))
    if skill.certificate:
        parts.append(say(_CERTIFIED))
    return listed(parts)


def wrong_answers_text(wrong: Sequence[Wrong]) -> str:
    """Wrong answers as lines: the question, what was chosen, what is right."""
    chosen, none = say(_CHOSEN), say(_NONE)
    return "\n".join(
        chosen.format(question=each.text, chosen=listed(each.chosen) or none, right=listed(each.right))
        for each in wrong
    )
