"""员工问卷: three questions of five answers each; a person's answers are never shown again."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.survey import actions, views, words
from shared.practice.survey.facts import Question
from shared.practice.survey.views import Round
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "员工问卷")
_SEND = QT_TRANSLATE_NOOP("Counter", "投进票箱")
_ANONYMOUS = QT_TRANSLATE_NOOP(
    "Counter",
    "不记名：系统只记您填过，不记您填了什么。答案加密累加，满 5 份才成为一个总数；不足 5 人的不开箱、不显示。"
    "如果一组里人人答案相同，总数就看得出每个人的答案，这一点任何问卷都避免不了。",
)
_KEYS = QT_TRANSLATE_NOOP("Counter", "也可以按数字键 1–5 依次回答。")
_DONE = QT_TRANSLATE_NOOP("Counter", "您已填过，谢谢。结果在截止后公布。")
_NONE = QT_TRANSLATE_NOOP("Counter", "现在没有开放的问卷。")


class SurveyData(msgspec.Struct, frozen=True):
    """The open round, whether the person has answered it, the last result, and the least number to show one."""

    open: Round | None
    taken: bool
    last: Round | None
    least: int


class SurveyPage(Page[SurveyData]):
    """The questions, and below the result of the last round."""

    place = Place("survey", _TITLE, "write", Act.SERVE, Group.WINDOW, 8)
    by_appointment = True

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.rows = {question: _QuestionRow(question) for question in Question}
        self.form, self.state = Panel(), Text(style="lead", wrap=True)
        self.result = Text(wrap=True)
        self.send = Button(_SEND, "primary", "check", "Ctrl+Return")
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.state)
        for each in self.rows.values():
            self.form.box.addWidget(each.label)
            self.form.box.addLayout(each.flow)
            each.group.idClicked.connect(self._update_send)  # a lambda would keep the page: no widget owns the group
        self.form.box.addWidget(Text(_KEYS, "soft", wrap=True))
        self.form.box.addWidget(Text(_ANONYMOUS, "soft", wrap=True))
        self.form.box.addLayout(row(None, self.send))
        self.body.addWidget(self.form)
        self.body.addWidget(self.result)
        self.body.addStretch(1)
        self.send.clicked.connect(self._send)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """1 while the person has not answered an open round."""
        return int(views.unanswered_round(store, actor.number, day_of(now)) is not None)

    @classmethod
    def appointed(cls, store: Store, actor: Actor, now: int) -> bool:
        return any(each.groups or views.is_open(each, day_of(now)) for each in views.rounds(store))

    def take_focus(self) -> None:
        if not self.form.isHidden():
            self.rows[Question.VALUED].group.buttons()[0].setFocus()

    def query(self) -> Callable[[Store], SurveyData]:
        number, today = self.actor.number, day_of(self.session.now())

        def read(store: Store) -> SurveyData:
            found = views.open_round(store, today)
            taken = found is not None and views.has_taken(store, found.id, number)
            last = next((each for each in views.rounds(store) if each.groups is not None), None)
            return SurveyData(found, taken, last, views.least(store))

        return read

    def show_data(self, data: SurveyData) -> None:
        self.form.setVisible(data.open is not None and not data.taken)
        self.state.setText(self._state_text(data))
        self.result.setText(self._result_text(data))
        for each in self.rows.values():
            each.retranslate()
        self._update_send()

    def _state_text(self, data: SurveyData) -> str:
        if data.open is None:
            return say(_NONE)
        if data.taken:
            return say(_DONE)
        pattern = self.tr("{half}，{last}截止。点一下最符合您想法的一项。")
        return pattern.format(half=words.half(data.open.year, data.open.half), last=text.day(data.open.last))

    def _result_text(self, data: SurveyData) -> str:
        if data.last is None:
            return ""
        title = words.half(data.last.year, data.last.half)
        if not data.last.groups:
            return f"{title}：{words.TOO_FEW.format(least=data.least)}"
        means = [(words.short(q.value), data.last.mean(q)) for q in Question]
        figures = " · ".join(f"{name} {decimal(mean, 1)}" for name, mean in means if mean is not None)
        return self.tr("{half}结果（{count} 人，满分 5）：{figures}").format(
            half=title, count=data.last.count, figures=figures
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers the first question that has no answer yet."""
        waiting = next((each for each in self.rows.values() if each.value is None), None)
        if waiting and event.text() in {"1", "2", "3", "4", "5"} and not self.form.isHidden():
            waiting.choose(int(event.text()))
            self._update_send()
            return
        super().keyPressEvent(event)

    def _update_send(self) -> None:
        self.send.setEnabled(all(each.value for each in self.rows.values()))

    def _send(self) -> None:
        if self.data is None or self.data.open is None:
            return
        answers = {question: each.value for question, each in self.rows.items() if each.value}
        round_id, now = self.data.open.id, self.session.now()
        self.send.setEnabled(False)
        self.act(lambda store: actions.answer(store, self.actor, round_id, answers, now=now), lambda _: self._sent())

    def _sent(self) -> None:
        for each in self.rows.values():
            each.clear()
        self.notice.say(self.tr("已投进票箱，谢谢。"))


class _QuestionRow:
    """The label and the five buttons of one question."""

    def __init__(self, question: Question) -> None:
        self.question, self.label = question, Text(style="strong", wrap=True)
        self.flow, self.group = Flow(spacing="tight"), QButtonGroup()
        for value in range(1, len(words.FACES) + 1):
            button = Button("")
            button.setCheckable(True)
            self.group.addButton(button, value)
            self.flow.addWidget(button)
        self.retranslate()

    @property
    def value(self) -> int | None:
        """The answer, 1 to 5; None while none is chosen."""
        return found if (found := self.group.checkedId()) > 0 else None

    def retranslate(self) -> None:
        """Write the texts in the language of the screen."""
        self.label.setText(words.question(self.question.value))
        for value, (face, word) in enumerate(zip(words.FACES, words.VALUES, strict=True), 1):
            button = self.group.button(value)
            button.setText(f"{value}  {face}  {word}")
            button.setAccessibleName(f"{words.question(self.question.value)} {value} {word}")

    def choose(self, value: int) -> None:
        self.group.button(value).setChecked(True)

    def clear(self) -> None:
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(False)
        self.group.setExclusive(True)
