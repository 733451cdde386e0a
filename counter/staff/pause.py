"""暂停服务5分钟: requesting a pause with the number of waiting customers, and the running pause."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QIntValidator, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from counter.kit import page_change
from counter.kit.choice import choice, refill
from counter.kit.countdown import Countdown
from counter.kit.flow import Flow
from counter.kit.notice import Notice
from counter.kit.panel import Panel
from counter.kit.words import UNDO, Button, Text, TextField, named
from counter.session import CounterSession
from counter.store_type import Store
from counter.waiting import CountAnswer
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes
from shared.practice.pauses import actions, words
from shared.practice.pauses.actions import Started
from shared.practice.pauses.facts import Count, PauseEnded, PauseWithdrawn, Reason, Source
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.views import Mine, Pause
from shared.qt import theme

_REFRESH_MS = 5000
_WAITING = QT_TRANSLATE_NOOP("Counter", "现在有几位用户在等候？")
_REASON = QT_TRANSLATE_NOOP("Counter", "原因（可不填，只有您和站长可见）")


class PausePanel(Panel):
    """Shows either the request or the running pause."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__()
        self._stack = QStackedLayout()
        self.box.addLayout(self._stack)  # first: QStackedLayout without a parent shows its widgets as windows
        self.ask, self.away = AskPause(session, actor), RunningPause(session, actor)
        self._stack.addWidget(self.ask)
        self._stack.addWidget(self.away)

    def show_mine(self, mine: Mine) -> None:
        """Show the running pause, or how many are left today."""
        before = self._stack.currentWidget()
        self.ask.show_left(mine.left)
        self.away.show_pause(mine.running)
        self._stack.setCurrentWidget(self.away if mine.running else self.ask)
        if self._stack.currentWidget() is not before and self.isVisible():
            page_change.note()  # F9 starts a pause and ends it: a double press must not do both
            self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where work begins."""
        if self._stack.currentWidget() is self.away:
            self.away.back.setFocus()
        else:
            self.ask.take_focus()


class AskPause(QWidget):
    """The request. The count comes from a source; only if none answers the person types it."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__()
        self.session, self.actor = session, actor
        self.waiting, self.known, self.source = TextField(), Text(style="hero"), Text(style="soft", wrap=True)
        self.question = Text(_WAITING, "lead")
        self.count: Count | None = None
        self._refresh_timer = QTimer(self, interval=_REFRESH_MS)
        self._refresh_timer.timeout.connect(self.refresh)
        self.reason = choice({})
        self.request = Button(QT_TRANSLATE_NOOP("Counter", "申请暂停"), "giant", "pause", "F9")
        self.left, self.rule = Text(style="lead"), Text(style="soft", wrap=True)
        self.notice = Notice()
        self._build()
        self.write_texts()

    def write_texts(self) -> None:
        """Write the texts that hold figures or codes, in the language of the screen."""
        rule = self.session.here.policy[PausesPolicy]
        text = self.tr(
            "等候须在 {limit} 名以下，另有窗口办理同样业务，同一时间 {at_once} 人暂停。每次 {minutes} 分钟。"
        )
        values = {"limit": rule.waiting_limit + rule.limit_inclusive, "at_once": rule.at_once_per_hall}
        self.rule.setText(text.format(**values, minutes=rule.seconds // 60))
        none = self.tr("不填")
        refill(self.reason, {None: none} | {reason: words.reason(reason) for reason in Reason})

    def show_left(self, left: int) -> None:
        """Show how many pauses are left today; with none left a request is refused with its reason."""
        self.left.setText(self.tr("今天还可暂停 {left} 次").format(left=left))
        self.write_texts()

    def refresh(self) -> None:
        """Ask the sources how many customers wait."""
        queue, now = self.session.waiting_count, self.session.now()
        self.session.read(self, lambda store: queue.ask(store, now), self._show_count)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._refresh_timer.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.refresh()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._refresh_timer.stop()

    def _show_count(self, answer: CountAnswer) -> None:
        """Show the count with source and age, or the field to type it and why no source answered."""
        self.count = count = answer.count
        typing = self.waiting.hasFocus()
        for part, shown in ((self.question, not count), (self.waiting, not count), (self.known, bool(count))):
            part.setVisible(shown)
        self.source.setText("\n".join(wording.refusal(wrong) for wrong in answer.wrong))
        if count:
            self.waiting.clear()  # must be typed again if the source stops answering
            seconds = max(0, self.session.now() - count.counted_at) // 1000
            text = self.tr("来自{source}，{seconds} 秒前")
            self.known.setText(self.tr("等候 {n} 位").format(n=count.waiting))
            self.source.setText(text.format(source=words.source(count.source), seconds=seconds))
            if typing:
                self.request.setFocus()

    def take_focus(self) -> None:
        """Put the cursor where work begins."""
        (self.request if self.count else self.waiting).setFocus()

    def _build(self) -> None:
        self.waiting.setProperty("look", "count")
        self.waiting.setValidator(QIntValidator(0, 999, self))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setFixedWidth(theme.current().px("ring") // 2)
        named(self.waiting, _WAITING)
        named(self.reason, _REASON)
        self.waiting.returnPressed.connect(self._ask)
        self.request.clicked.connect(self._ask)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("gap"))
        box.addLayout(Flow(Text(QT_TRANSLATE_NOOP("Counter", "暂停服务5分钟"), "strong"), None, self.left))
        box.addStretch(1)
        for part in (self.question, self.waiting, self.known):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.source.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self.source)
        box.addStretch(1)
        box.addWidget(Text(_REASON, "caption", wrap=True))
        box.addWidget(self.reason)
        box.addWidget(self.notice)
        box.addWidget(self.request)
        box.addWidget(self.rule)

    def _ask(self) -> None:
        if self.count is None and not self.waiting.text():
            self.notice.say(self.tr("请先填写现在有几位用户在等候。"), "warn")
            self.waiting.setFocus()
            return
        self.request.setEnabled(False)
        now, steady, actor, reason = (
            self.session.now(),
            self.session.clock.steady(),
            self.actor,
            self.reason.currentData(),
        )
        typed, queue = self.waiting.text(), self.session.waiting_count
        seen = Count(waiting=int(typed), source=Source.ATTESTED, counted_at=now) if typed else None

        def ask(store: Store) -> Started | Refusal:
            moment = max(now, self.session.now())  # the count may be newer than the key press
            count = queue.ask(store, moment).count or seen
            return actions.request(
                store, actor, waiting=count, reason=reason, arbiter=self.session.pause_arbiter, now=moment
            )

        self.session.act(self, ask, lambda started: self._on_started(started, steady), self._refused)

    def _on_started(self, started: Started, steady: int) -> None:
        self.session.pause_starts[started.pause] = steady
        self.request.setEnabled(True)
        self.waiting.clear()
        self.reason.setCurrentIndex(0)
        self.notice.hide()

    def _refused(self, text: str) -> None:
        self.request.setEnabled(True)
        self.notice.say(self.tr("这次不能暂停：{why}").format(why=text), "warn", 0)
        self.refresh()
        if self.count is None:
            self.waiting.setFocus()
            self.waiting.selectAll()


class RunningPause(QWidget):
    """The running pause; it is never ended by force."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__()
        self.session, self.actor = session, actor
        self.countdown, self.notice = Countdown(session), Notice()
        self.back = Button(QT_TRANSLATE_NOOP("Counter", "我回来了，继续服务"), "giant", "check", "F9")
        self.back.clicked.connect(self._end)
        self.undo = Button(QT_TRANSLATE_NOOP("Counter", "按错了，撤回（不计次数）"), "quiet", shortcut=UNDO)
        self.undo.clicked.connect(self._withdraw)
        self.countdown.ticked.connect(self._show_undo)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("gap"))
        box.addWidget(self.countdown, 1)
        box.addWidget(self.notice)
        box.addWidget(self.undo)
        box.addWidget(self.back)

    def show_pause(self, pause: Pause | None) -> None:
        """Show this pause; None: no pause runs."""
        self.countdown.show_pause(pause)

    def _show_undo(self) -> None:
        """Show the undo button as long as undoing is possible."""
        pause, most = self.countdown.pause, self.session.here.policy[CounterTimes].undo_seconds * 1000
        self.undo.setVisible(pause is not None and self.countdown.elapsed(pause) < most)

    def _withdraw(self) -> None:
        pause, now = self.countdown.pause, self.session.now()
        if pause is not None:
            self.session.act(
                self,
                lambda store: actions.withdraw(store, self.actor, pause.id, now=now),
                self._on_ended,
                self._refused,
            )

    def _end(self) -> None:
        pause, now = self.countdown.pause, self.session.now()
        if pause is None:
            return
        length_ms = self.session.measured(pause.id)
        self.back.setEnabled(False)
        self.session.act(
            self,
            lambda store: actions.end(store, self.actor, pause.id, length_ms, now=now),
            self._on_ended,
            self._refused,
        )

    def _on_ended(self, _fact: PauseEnded | PauseWithdrawn) -> None:
        self.back.setEnabled(True)
        if self.countdown.pause:
            self.session.pause_starts.pop(self.countdown.pause.id, None)

    def _refused(self, text: str) -> None:
        self.back.setEnabled(True)
        self.notice.say(text, "warn")
