"""What training prints: the sign-in sheet of a session (PDF), and staff × courses as a workbook (xlsx)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from shared.documents import templates
from shared.documents.workbook import Sheet, workbook
from shared.domain.text import full_day
from shared.practice.learning import words
from shared.practice.learning.facts import Attendance, CourseSet
from shared.practice.learning.views import Attending, Learner, Session, Standing
from shared.qt import printing

_HEADS = ("number", "name", "hall", "state")


def sheet_pdf(
    session: Session, people: Sequence[Attending], trainer: str, halls: Mapping[str, str], file: Path
) -> None:
    """Write the sign-in sheet, with what is known already and room to sign. Raises `OSError`."""
    title = f"{words.label('sheet')} {session.title}"
    html = templates.filled(
        "training_sheet.html",
        session=session,
        day=full_day(session.day),
        trainer=trainer,
        heads=[words.label(name) for name in _HEADS],
        rows=[_row(each, halls) for each in people],
        counted=_counted(people),
        label=words.label,
    )
    printing.pdf(html, file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")


def _counted(people: Sequence[Attending]) -> str:
    """应到 12 人：出席 10，缺席 2."""
    counts = Counter(each.state for each in people)
    said = [
        f"{words.attendance(state.value)} {counts[state]}"
        for state in Attendance
        if state is not Attendance.EXPECTED and counts[state]
    ]
    return " · ".join([words.label("expected").format(count=len(people)), *said])


def _row(each: Attending, halls: Mapping[str, str]) -> tuple[str, str, str, str]:
    state = "" if each.state is Attendance.EXPECTED else words.attendance(each.state.value)
    marked = f"（{words.label('marked')}）" if each.marked else ""
    return each.number, each.name, halls.get(each.hall, each.hall), state + marked


def cell(standing: Standing | None) -> str:
    """One cell of staff × courses: the state and its last day; "" where the course is not for them."""
    if standing is None:
        return ""
    until = standing.until if standing.done else standing.due
    state = words.state(standing.state.value)
    return f"{state} {until:%Y-%m-%d}" if until else state


def matrix_xlsx(learners: Sequence[Learner], courses: Sequence[CourseSet], halls: Mapping[str, str]) -> bytes:
    """Staff × courses as a workbook's bytes."""
    heads = [*(words.label(name) for name in ("number", "name", "hall")), *(each.title for each in courses)]
    rows = [
        [one.number, one.name, halls.get(one.hall, one.hall), *(cell(one.standings.get(c.code)) for c in courses)]
        for one in learners
    ]
    return workbook([Sheet(words.label("matrix"), words.label("matrix"), heads, rows, {})])
