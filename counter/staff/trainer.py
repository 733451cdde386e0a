"""培训签到: the trainer's page, where each person checks in with number or badge and PIN."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QLineEdit

from counter.kit import learning, save_file
from counter.kit.choice import Choice, choice, refill
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Table
from counter.kit.words import PRINT, Button, Text, TextArea, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.people import views as people
from shared.practice.learning import actions, mistakes, prints, views, words
from shared.practice.learning.facts import Attendance
from shared.practice.learning.mistakes import Wrong
from shared.practice.learning.papers import Grade
from shared.practice.learning.views import Attending, Session, SessionState
from shared.practice.learning.words import label
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "培训签到")
_NUMBER, _PIN = QT_TRANSLATE_NOOP("Counter", "工号（或刷工牌）"), QT_TRANSLATE_NOOP("Counter", "密码")
_CHECK_IN, _MARK = QT_TRANSLATE_NOOP("Counter", "签到"), QT_TRANSLATE_NOOP("Counter", "补记")
_CLOSE, _SHEET = QT_TRANSLATE_NOOP("Counter", "结束本场"), QT_TRANSLATE_NOOP("Counter", "签到表（PDF）")
_SESSION, _REASON = QT_TRANSLATE_NOOP("Counter", "场次"), QT_TRANSLATE_NOOP("Counter", "原因")
_CHECKED_IN = QT_TRANSLATE_NOOP("Counter", "{name} {state}")
_CLOSING = QT_TRANSLATE_NOOP("Counter", "{count} 人没有签到：有缺勤登记的算请假，其余算缺席。结束后不能再改。")
_OK, _PAPER = (
    QT_TRANSLATE_NOOP("Counter", "确定"),
    QT_TRANSLATE_NOOP("Counter", "{name} 的试卷（答对 {right}/{shown}）"),
)
_NO_SESSION = QT_TRANSLATE_NOOP("Counter", "还没有由您培训的场次。")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "没有应到人员。")
_MARKS = (Attendance.PRESENT, Attendance.LATE, Attendance.EXCUSED, Attendance.ABSENT)


class TrainerData(msgspec.Struct, frozen=True):
    """The sessions, the attendance of the chosen one, and the last paper of the person `current`."""

    sessions: tuple[Session, ...]
    chosen: Session | None
    attending: tuple[Attending, ...]
    current: str
    paper: tuple[Grade, tuple[Wrong, ...]] | None
    halls: Mapping[str, str]


class TrainerPage(Page[TrainerData]):
    """Shown to the trainers of sessions and to whoever runs the training."""

    place = Place("trainer", _TITLE, "people", None, Group.EVERYBODY, 10, Theme.RULES)
    by_appointment = True

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.sessions = Choice()
        self.number, self.pin = TextField(_NUMBER), TextField(_PIN)
        self.table: Table[Attending] = Table(
            _TITLE, learning.attending_columns(lambda: self.data.halls if self.data else {}), key=lambda a: a.number
        )
        self.below, self.counts = Text(wrap=True), Text(style="lead")
        self.check_in = Button(_CHECK_IN, "primary", "check")
        self.mark, self.close_session = Button(_MARK, shortcut="Ctrl+M"), Button(_CLOSE, shortcut="Ctrl+Return")
        self.sheet = Button(_SHEET, shortcut=PRINT)
        self._build()

    def _build(self) -> None:
        named(self.sessions, _SESSION)
        self.sessions.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.number, _NUMBER)
        named(self.pin, _PIN)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addLayout(Flow(self.sessions, None, self.counts))
        self.body.addLayout(row(self.number, self.pin, self.check_in))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(text_below(self.below))
        self.body.addLayout(Flow(self.sheet, self.mark, self.close_session, right=True))
        self.sessions.currentIndexChanged.connect(self.refresh)
        self.number.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._check_in)
        self.check_in.clicked.connect(self._check_in)
        self.table.moved.connect(self._on_row_changed)
        self.mark.clicked.connect(self._mark)
        self.table.chosen_text = lambda: self.mark.words
        self.table.chosen.connect(lambda _: self._mark())
        self.close_session.clicked.connect(self._close)
        self.sheet.clicked.connect(self._print)
        self._on_row_changed(None)

    @classmethod
    def appointed(cls, store: Store, actor: Actor, now: int) -> bool:
        return bool(_sessions(store, actor))

    def take_focus(self) -> None:
        self.number.setFocus()

    def query(self) -> Callable[[Store], TrainerData]:
        wanted, actor, current_row = self.sessions.currentData(), self.actor, self.table.current()

        def read(store: Store) -> TrainerData:
            own = _sessions(store, actor)
            chosen = next((each for each in own if each.id == wanted), own[0] if own else None)
            attending = views.attendance(store, chosen) if chosen else ()
            present = [each.number for each in attending]
            current = current_row.number if current_row and current_row.number in present else next(iter(present), "")
            return TrainerData(
                sessions=own,
                chosen=chosen,
                attending=attending,
                current=current,
                paper=mistakes.last_wrong(store, actor.number, chosen.course, current) if chosen else None,
                halls={hall.code: hall.name for hall in people.halls(store)},
            )

        return read

    def show_data(self, data: TrainerData) -> None:
        refill(self.sessions, {each.id: f"{text.day(each.day)} {each.start} {each.title}" for each in data.sessions})
        self.table.show_rows(data.attending)
        present = sum(each.state in views.PRESENT for each in data.attending)
        self.counts.setText(f"{words.attendance('present')} {present}/{len(data.attending)}")
        open_ = data.chosen is not None and data.chosen.state is SessionState.PLANNED
        for field in (self.number, self.pin):
            field.setEnabled(open_)
        for button in (self.check_in, self.close_session):
            button.unless(*self._unavailable())
        self.sheet.unless(self._unavailable()[0])
        self._on_row_changed(self.table.current())

    def _on_row_changed(self, each: Attending | None) -> None:
        data = self.data
        self.mark.unless(*self._unavailable(), (each is None, _NOBODY))
        self.below.setText(self._person_text(each) if each and data else "")
        if each is not None and data is not None and each.number != data.current:
            self.refresh()

    def _unavailable(self) -> tuple[tuple[object, object], ...]:
        """The reasons why the session cannot be worked on (none, or over), for `Button.unless`."""
        chosen = self.data.chosen if self.data else None
        over = chosen.over if chosen else ""
        return (chosen is None, _NO_SESSION), (over, over)

    def _person_text(self, each: Attending) -> str:
        lines = [f"{each.name} {learning.attendance_text(each)} {each.reason}".strip()]
        if self.data and self.data.paper and each.number == self.data.current:
            grade, wrong = self.data.paper
            lines.append(say(_PAPER).format(name=each.name, right=grade.right, shown=grade.shown))
            lines += filter(None, [learning.wrong_answers_text(wrong)])
        return "\n".join(lines)

    def _check_in(self) -> None:
        number, pin, chosen = self.number.text().strip(), self.pin.text(), self.data.chosen if self.data else None
        if chosen is None or not number:
            self.number.setFocus()
            return
        now, steady = self.session.now(), self.session.clock.steady()

        def checked_in(state: Attendance) -> None:
            for field in (self.number, self.pin):
                field.clear()
            self.number.setFocus()
            self.notice.say(
                say(_CHECKED_IN).format(name=self.session.here.name(number), state=words.attendance(state.value))
            )

        self.pin.clear()
        self.act(
            lambda store: actions.check_in(store, self.actor, chosen.id, number, pin, now=now, steady=steady),
            checked_in,
        )

    def _mark(self) -> None:
        each, chosen = self.table.current(), self.data.chosen if self.data else None
        if each is None or chosen is None or self.mark.why:
            return
        dialog = Dialog(self, _MARK, f"{each.number} {each.name}", ok=_OK)
        dialog.add("state", learning.STATE, choice({mark: words.attendance(mark.value) for mark in _MARKS}))
        dialog.add("reason", _REASON, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, state, reason = self.session.now(), values["state"], values["reason"]
            self.answer(
                asked,
                lambda store: actions.mark(store, self.actor, chosen.id, each.number, state, reason, now=now),
            )

        dialog.ask(submit)

    def _close(self) -> None:
        data = self.data
        if data is None or data.chosen is None:
            return
        chosen, left = data.chosen, sum(each.state is Attendance.EXPECTED for each in data.attending)
        dialog = Dialog(self, _CLOSE, f"{chosen.title}\n{say(_CLOSING).format(count=left)}", ok=_CLOSE)

        def submit(asked: Dialog, _values: object) -> None:
            now = self.session.now()
            self.answer(asked, lambda store: actions.close_session(store, self.actor, chosen.id, now=now))

        dialog.ask(submit)

    def _print(self) -> None:
        data = self.data
        if data is None or data.chosen is None:
            return
        chosen, trainer = data.chosen, self.session.here.full_name(data.chosen.trainer)

        def write(_store: Store, file: Path, _kind: str) -> None:
            prints.sheet_pdf(chosen, data.attending, trainer, data.halls, file)

        save_file.ask(self, _SHEET, f"{label('sheet')}-{chosen.title}-{chosen.day}", write, {"pdf": "PDF"})


def _sessions(store: Store, actor: Actor) -> tuple[Session, ...]:
    """The sessions of a trainer (all for who runs the training), open ones first."""
    runs = may(actor.role, Act.TRAIN)
    own = [each for each in views.sessions(store) if runs or each.trainer == actor.number]
    return tuple(sorted(own, key=lambda each: each.state is not SessionState.PLANNED))
