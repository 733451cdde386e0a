"""课程与场次: courses and their sessions: editing, planning, cancelling, and the sign-in sheet."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import learning, save_file
from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.scroll import text_below
from counter.kit.staff_typed import numbers_typed
from counter.kit.table import Column, Table
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import NEW, PRINT, Button, Check, Text, TextArea, TextField, listed, say
from counter.store_type import Store
from shared.domain import text
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.people.views import Person
from shared.practice.learning import actions, papers, prints, views, words
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Category, CourseSet
from shared.practice.learning.views import Attending, Session, SessionState
from shared.practice.learning.words import label
from shared.qt.boxes import column, row, together

_SESSIONS = QT_TRANSLATE_NOOP("Counter", "场次")
_NEW, _EDIT = QT_TRANSLATE_NOOP("Counter", "新课程"), QT_TRANSLATE_NOOP("Counter", "修改课程")
_PLAN, _CANCEL = QT_TRANSLATE_NOOP("Counter", "安排培训"), QT_TRANSLATE_NOOP("Counter", "取消本场")
_SHEET, _OK = QT_TRANSLATE_NOOP("Counter", "签到表（PDF）"), QT_TRANSLATE_NOOP("Counter", "确定")
_CODE = QT_TRANSLATE_NOOP("Counter", "代号（小写字母、数字、横线，也是题库的名称）")
_NAMED, _KIND = QT_TRANSLATE_NOOP("Counter", "标题"), QT_TRANSLATE_NOOP("Counter", "类别")
_MONTHS = QT_TRANSLATE_NOOP("Counter", "有效月数（0 为长期）")
_SHOWN = QT_TRANSLATE_NOOP("Counter", "考试题数（0 为不考）")
_VALID, _NO_EXPIRY = QT_TRANSLATE_NOOP("Counter", "有效 {count} 个月"), QT_TRANSLATE_NOOP("Counter", "长期有效")
_QUIZ, _NO_QUIZ = QT_TRANSLATE_NOOP("Counter", "考试 {count} 题"), QT_TRANSLATE_NOOP("Counter", "不考试")
_NO_COURSE, _NOT_PLANNED = (
    QT_TRANSLATE_NOOP("Counter", "还没有课程。"),
    QT_TRANSLATE_NOOP("Counter", "还没有安排场次。"),
)
_NO_SESSIONS = QT_TRANSLATE_NOOP("Counter", "这门课程不用到场签到。")
_DUE, _SESSION = QT_TRANSLATE_NOOP("Counter", "最晚完成"), QT_TRANSLATE_NOOP("Counter", "须到场签到")
_POSTS = QT_TRANSLATE_NOOP("Counter", "应学岗位")
_RELATED = QT_TRANSLATE_NOOP("Counter", "相关岗位")
_DAY, _START = QT_TRANSLATE_NOOP("Counter", "日期"), QT_TRANSLATE_NOOP("Counter", "开始（如 09:00）")
_PLACE, _TRAINER = QT_TRANSLATE_NOOP("Counter", "地点"), QT_TRANSLATE_NOOP("Counter", "培训师")
_WHO = QT_TRANSLATE_NOOP("Counter", "输入工号或姓名")
_INVITED = QT_TRANSLATE_NOOP("Counter", "应到工号（空格隔开；不填为所有还没完成的人）")
_REASON, _WITHDRAWN = QT_TRANSLATE_NOOP("Counter", "原因"), QT_TRANSLATE_NOOP("Counter", "停开这门课程")
_PER_ROW = 2  # four in English would be wider than the dialog
_MAX_MONTHS, _MAX_SHOWN, _MONTH_DAYS = 120, 100, 30


class CoursesData(msgspec.Struct, frozen=True):
    """All courses and sessions, attendance by session, the size of each bank, and possible trainers."""

    courses: tuple[CourseSet, ...]
    sessions: tuple[Session, ...]
    attending: Mapping[str, tuple[Attending, ...]]
    banks: Mapping[str, int]  # bank -> number of valid questions
    people: tuple[Person, ...]
    halls: Mapping[str, str]


class CoursesPart(PageTab):
    """Courses at the left, the sessions of the current one at the right."""

    title = QT_TRANSLATE_NOOP("Counter", "课程与场次")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._data: CoursesData | None = None
        self.table: Table[CourseSet] = Table(learning.COURSE, self._course_columns(), key=lambda c: c.code)
        self.sessions: Table[Session] = Table(_SESSIONS, self._session_columns(), key=lambda s: s.id)
        self.new, self.edit = Button(_NEW, shortcut=NEW), Button(_EDIT, shortcut="Ctrl+M")
        self.plan = Button(_PLAN, "primary", "check", "Ctrl+Return")
        self.cancel, self.sheet = Button(_CANCEL, shortcut="Ctrl+Delete"), Button(_SHEET, shortcut=PRINT)
        self.below = Text(wrap=True)
        left = together(column(self.table, text_below(self.below), Flow(self.new, self.edit)))
        right = together(column(self.sessions, Flow(self.cancel, self.sheet, self.plan, right=True)))
        both = row(left, right)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        self.setLayout(both)
        self._connect()

    def _connect(self) -> None:
        self.table.moved.connect(self._on_course_changed)
        self.table.chosen.connect(self._ask_course)
        self.sessions.moved.connect(self._on_session_changed)
        self.new.clicked.connect(lambda: self._ask_course(None))
        self.edit.clicked.connect(lambda: self._ask_course(self.table.current()))
        self.plan.clicked.connect(self._plan)
        self.cancel.clicked.connect(self._cancel)
        self.sheet.clicked.connect(self._sheet)
        self._update_buttons(None)
        self._on_session_changed(None)

    def query(self) -> Callable[[Store], CoursesData]:
        def read(store: Store) -> CoursesData:
            sessions = views.sessions(store)
            return CoursesData(
                courses=views.courses(store),
                sessions=sessions,
                attending={each.id: views.attendance(store, each) for each in sessions},
                banks={name: sum(not q.voided for q in papers.bank(store, name)) for name in papers.banks(store)},
                people=people.everyone(store),
                halls={hall.code: hall.name for hall in people.halls(store)},
            )

        return read

    def show_part(self, data: CoursesData) -> None:
        self._data = data
        self.table.show_rows(data.courses)
        self._on_course_changed(self.table.current())

    def take_focus(self) -> None:
        self.table.setFocus()

    def _on_course_changed(self, course: CourseSet | None) -> None:
        self._update_buttons(course)
        self.below.setText(_course_text(course) if course else "")
        own = [each for each in self._data.sessions if course and each.course == course.code] if self._data else []
        self.sessions.show_rows(own)

    def _update_buttons(self, course: CourseSet | None) -> None:
        nothing = (course is None, _NO_COURSE)
        self.edit.unless(nothing)
        self.plan.unless(nothing, (course is not None and not course.session, _NO_SESSIONS))

    def _on_session_changed(self, found: Session | None) -> None:
        nothing = (found is None, _NOT_PLANNED)
        self.cancel.unless(nothing, (found is not None and found.over, found.over if found else ""))
        self.sheet.unless(nothing)

    def _ask_course(self, known: CourseSet | None) -> None:
        CourseDialog(self.page, known).ask()

    def _plan(self) -> None:
        course, data, page = self.table.current(), self._data, self.page
        if course is None or data is None:
            return
        today = day_of(page.session.now())
        dialog = Dialog(page, _PLAN, course.title, ok=_PLAN)
        trainers = choice({one.number: f"{one.number} {one.name}" for one in data.people})
        trainers.allow_typing(_WHO)
        start = TextField()
        start.setText("09:00")
        dialog.side_by_side(
            ("day", _DAY, DateField(page.session, today, lambda day, _: day >= today)), ("start", _START, start)
        )
        dialog.side_by_side(("place", _PLACE, TextField()), ("trainer", _TRAINER, trainers))
        dialog.add("invited", _INVITED, TextField())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            invited = numbers_typed(page, values["invited"])
            wanted = Plan(course.code, values["day"], values["start"], values["place"], values["trainer"], invited)
            now = page.session.now()
            page.answer(asked, lambda store: actions.plan(store, page.actor, wanted, now=now), self.sessions.select)

        dialog.ask(submit)

    def _cancel(self) -> None:
        found, page = self.sessions.current(), self.page
        if found is None:
            return
        dialog = Dialog(page, _CANCEL, f"{found.title} {text.day(found.day)}", ok=_CANCEL, look="danger")
        dialog.add("reason", _REASON, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = page.session.now()
            page.answer(asked, lambda store: actions.cancel(store, page.actor, found.id, values["reason"], now=now))

        dialog.ask(submit)

    def _sheet(self) -> None:
        found, data = self.sessions.current(), self._data
        if found is None or data is None:
            return
        trainer = self.page.session.here.full_name(found.trainer)
        attending = data.attending[found.id]

        def write(_store: Store, file: Path, _kind: str) -> None:
            prints.sheet_pdf(found, attending, trainer, data.halls, file)

        save_file.ask(self.page, _SHEET, f"{label('sheet')}-{found.title}-{found.day}", write, {"pdf": "PDF"})

    def _course_columns(self) -> list[Column[CourseSet]]:
        return [
            Column(_NAMED, lambda c: c.title, stretch=True),
            Column(_KIND, lambda c: words.category(c.category.value)),
        ]

    def _session_columns(self) -> list[Column[Session]]:
        tones = {SessionState.PLANNED: "warn", SessionState.CLOSED: "good", SessionState.CANCELLED: "soft"}
        return [
            Column(learning.STATE, lambda s: words.session(s.state.value), lambda s: tones[s.state]),
            Column(_DAY, lambda s: f"{s.day:%Y-%m-%d} {s.start}"),
            Column(_PLACE, lambda s: s.place, stretch=True),
            Column(_TRAINER, lambda s: self.page.session.here.name(s.trainer)),
            Column(QT_TRANSLATE_NOOP("Counter", "到/应到"), self._attendance_text, right=True),
        ]

    def _attendance_text(self, found: Session) -> str:
        attending = self._data.attending.get(found.id, ()) if self._data else ()
        return f"{sum(each.state in views.PRESENT for each in attending)}/{len(attending)}"


def _course_text(course: CourseSet) -> str:
    """Audience, due day, validity and quiz of a course, as text."""
    parts = [
        f"{say(_POSTS)} {listed(map(words.audience_code, (*course.posts, *course.related)))}",
        f"{say(_DUE)} {text.full_day(course.due)}",
    ]
    parts.append(
        f"{say(_VALID if course.months else _NO_EXPIRY).format(count=course.months)} · "
        f"{say(_QUIZ if course.shown else _NO_QUIZ).format(count=course.shown)}"
    )
    return "\n".join([*parts, *([say(_SESSION)] if course.session else [])])


class CourseDialog:
    """The dialog for a new course (`known=None`) or a change; the code of a known one stays."""

    def __init__(self, page: PageOfTabs, known: CourseSet | None) -> None:
        self._page, self._known = page, known
        self._dialog = Dialog(page, _EDIT if known else _NEW, known.code if known else "", ok=_OK)

    def ask(self) -> None:
        known, dialog, today = self._known, self._dialog, day_of(self._page.session.now())
        categories = Category.and_newer((known.category,) if known else ())
        title, kinds = TextField(), choice({each: words.category(each.value) for each in categories})
        months, shown = NumberField(_MONTHS, 0, _MAX_MONTHS), NumberField(_SHOWN, 0, _MAX_SHOWN)
        due = DateField(
            self._page.session, known.due if known else today + timedelta(_MONTH_DAYS), lambda _day, _: True
        )
        session = Check(_SESSION)
        session.setChecked(known.session if known else True)
        if known:
            title.setText(known.title)
            kinds.setCurrentIndex(kinds.findData(known.category))
            months.setValue(known.months)
            shown.setValue(known.shown)
        else:
            dialog.add("code", _CODE, TextField())
        dialog.side_by_side(("title", _NAMED, title), ("category", _KIND, kinds))
        dialog.side_by_side(("months", _MONTHS, months), ("shown", _SHOWN, shown))
        dialog.side_by_side(("due", _DUE, due), ("session", "", session))
        self._audience("posts", _POSTS, known.posts if known else ())
        self._audience("related", _RELATED, known.related if known else ())
        if known:
            dialog.add("withdrawn", "", Check(_WITHDRAWN))
        dialog.ask(self._submit)

    def _audience(self, name: str, caption: object, chosen: tuple[str, ...]) -> None:
        self._dialog.note(Text(caption, "caption"))
        boxes = []
        for code in dict.fromkeys((*words.AUDIENCE, *chosen)):  # a newer code stays chosen
            box = Check("")
            box.setText(words.audience_code(code))
            box.setChecked(code in chosen)
            boxes.append((f"{name}/{code}", "", box))
        for first in range(0, len(boxes), _PER_ROW):
            self._dialog.side_by_side(*boxes[first : first + _PER_ROW])

    def _submit(self, asked: Dialog, values: Mapping[str, Any]) -> None:
        def codes_of(name: str) -> tuple[str, ...]:
            boxes = (each.partition("/") for each, checked in values.items() if checked)
            return tuple(code for group, _, code in boxes if group == name and code)

        wanted = CourseSet(
            code=self._known.code if self._known else values["code"],
            title=values["title"],
            category=values["category"],
            posts=codes_of("posts"),
            related=codes_of("related"),
            months=values["months"],
            shown=values["shown"],
            due=values["due"],
            session=values["session"],
            withdrawn=values.get("withdrawn", False),
        )
        page, now = self._page, self._page.session.now()
        page.answer(asked, lambda store: actions.set_course(store, page.actor, wanted, now=now))
