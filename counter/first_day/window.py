"""The assistant's window: the first screen, then step after step. Once closed, the next start continues there."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter.first_day.card import CardStep
from counter.first_day.demo import DemoStep
from counter.first_day.devices import DevicesStep
from counter.first_day.hall import HallStep
from counter.first_day.hours import HoursStep
from counter.first_day.join import JoinStep
from counter.first_day.people import PeopleStep, StaffListStep
from counter.first_day.pins import PinsStep
from counter.first_day.ready import ReadyStep
from counter.first_day.screens import ScreensStep
from counter.first_day.services import ServicesStep
from counter.first_day.step import SET_UP_ACTOR, Plan, Step
from counter.first_day.welcome import Welcome
from counter.kit.page import Page
from counter.kit.scroll import reachable
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from shared.device import setup_progress
from shared.qt import theme
from shared.qt.boxes import column, row, together
from shared.qt.translation import CHINESE, ENGLISH, Translation
from shared.qt.widgets import Banner, Symbol

_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 第一天")
_BROKEN = QT_TRANSLATE_NOOP("Counter", "出了意外，这一步没有完成。已写入日志；请再试一次。")
_NEXT, _OPEN = QT_TRANSLATE_NOOP("Counter", "下一步"), QT_TRANSLATE_NOOP("Counter", "打开")
_BACK, _LEAVE = QT_TRANSLATE_NOOP("Counter", "上一步"), QT_TRANSLATE_NOOP("Counter", "退出，下次接着做")
_BUSY = QT_TRANSLATE_NOOP("Counter", "正在建立，请稍等。")
_CANNOT_GO_BACK = QT_TRANSLATE_NOOP("Counter", "数据已经建立，这里退不回去；要重来，请换一个空文件夹。")
PATHS: dict[str, tuple[type[Any], ...]] = {
    "demo": (DemoStep,),
    "join": (JoinStep,),
    "hall": (
        *(HallStep, HoursStep, StaffListStep, PeopleStep, ServicesStep),
        *(PinsStep, DevicesStep, ScreensStep, CardStep, ReadyStep),
    ),
}
"""The steps of each choice of the first screen, in their order."""


class FirstDay(QWidget):
    """Emits `closed`; `finished`: all steps are done and the app is to be opened."""

    closed = Signal()

    def __init__(self, session: CounterSession, translation: Translation, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("shell")
        theme.style_window(self)
        session.setParent(self)
        self.session, self.translation, self.plan = session, translation, plan
        self.finished = False
        self.steps: tuple[type[Any], ...] = ()
        self._pages: dict[type[Any], Page[Any]] = {}
        self._started = False
        self.welcome = Welcome()
        self.title, self.progress = Text(_TITLE, "title"), Text(style="soft")
        self.language = Button(QT_TRANSLATE_NOOP("Counter", "English"), "quiet", "language", "Ctrl+E")
        self.back, self.next = Button(_BACK, "", "back", "Alt+Left"), Button(_NEXT, "primary", shortcut="Alt+Right")
        self.leave = Button(_LEAVE, "quiet", shortcut="Ctrl+Q")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._banner = Banner(self)
        self._build()
        session.changed.connect(self._update_buttons)
        session.background.broken.connect(self.show_error)
        self.setWindowTitle(say(_TITLE))

    def _build(self) -> None:
        head = row(Symbol("logo", theme.current().px("logo")), self.title, None, self.progress, self.language)
        self.foot = together(row(self.back, None, self.next))
        foot = row(self.leave, self.foot)
        foot.setStretch(1, 1)
        foot.addStretch()
        box = column(head, self._stack, foot)
        box.setStretch(1, 1)
        pad = theme.current().px("room")
        box.setContentsMargins(pad, pad, pad, pad)
        self.setLayout(box)
        self.welcome.chosen.connect(self.take_path)
        self.language.clicked.connect(self._switch_language)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(lambda: self.step.keep(self._go_on) if self.step else None)
        self.leave.clicked.connect(self.close)
        self.foot.hide()

    @property
    def page(self) -> Page[Any] | None:
        """The page of the open step; None on the first screen."""
        area = self._stack.currentWidget()
        return next((page for page in self._pages.values() if page.parentWidget() and area.isAncestorOf(page)), None)

    @property
    def step(self) -> Step | None:
        """The open step; None on the first screen."""
        page = self.page
        assert page is None or isinstance(page, Step)
        return page

    def begin(self, left_at: str = "") -> None:
        """Go on at the step with the key `left_at`, else show the first screen; called after the first frame."""
        place = next((n for n, kind in enumerate(PATHS["hall"]) if kind.place.key == left_at), None)
        if place is None:
            self.welcome.take_focus()
            return
        self.session.background.start()
        self._started = True
        self.steps = PATHS["hall"]
        self._open(place)

    def take_path(self, path: str) -> None:
        """Begin with the first step of this choice."""
        self.steps = PATHS[path]
        self._open(0)

    def _open(self, place: int) -> None:
        kind = self.steps[place]
        if kind not in self._pages:
            page: Page[Any] = kind(self.session, SET_UP_ACTOR)
            assert isinstance(page, Step)
            page.plan, page.state_changed = self.plan, self._update_buttons
            self._pages[kind] = page
            self._stack.addWidget(reachable(page))
        page = self._pages[kind]
        self._stack.setCurrentWidget(next(area for area in self._areas() if area.isAncestorOf(page)))
        self.foot.show()
        self.next.setFocus()
        page.take_focus()
        self._update_buttons()
        if self._started:
            self._write_aside(partial(setup_progress.note, self.plan.folder, page.place.key))

    def _areas(self) -> list[QWidget]:
        return [self._stack.widget(n) for n in range(self._stack.count())]

    def _place(self) -> int:
        return self.steps.index(type(self.page))

    def _update_buttons(self) -> None:
        """Update buttons and progress to the open step."""
        step = self.step
        if step is None:
            self.progress.setText("")
            return
        last = self._place() == len(self.steps) - 1
        self.next.change(_OPEN if last else _NEXT)
        self.next.unless((step.missing(), step.missing()))
        self.leave.unless((step.busy(), _BUSY))
        self.back.unless((step.busy(), _BUSY), (not step.may_go_back(), _CANNOT_GO_BACK))
        self.progress.setText(self.tr("第 {n} 步，共 {all} 步").format(n=self._place() + 1, all=len(self.steps)))

    def _go_on(self) -> None:
        self._started = True
        if self._place() + 1 < len(self.steps):
            self._open(self._place() + 1)
            return
        self.finished = True
        self.close()

    def _write_aside(self, work: Callable[[], None]) -> None:
        self.session.background.run_without_store(work, lambda _: None)

    def _go_back(self) -> None:
        place = self._place()
        if place:
            self._open(place - 1)
            return
        self._stack.setCurrentWidget(self.welcome)
        self.foot.hide()
        self.welcome.take_focus()
        self._update_buttons()

    def _switch_language(self) -> None:
        self.translation.speak(CHINESE if self.translation.language == ENGLISH else ENGLISH)
        self._update_buttons()

    def warn(self, text: str) -> None:
        """Show why a button cannot act, on the open page."""
        page = self.page
        if page is not None:
            page.warn(text)

    def show_error(self, error: BaseException) -> None:
        """Show an unexpected error as a sentence; the details are in the log."""
        self._banner.say(f"{say(_BROKEN)} ({type(error).__name__})", "bad", 12)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless work is running; a finished set-up is recorded as finished."""
        if self.step is not None and self.step.busy():
            event.ignore()
            return
        if self.finished:
            self._write_aside(partial(setup_progress.end, self.plan.folder))
        for page in self._pages.values():
            page.hide()
        self.session.background.close()
        super().closeEvent(event)
        self.closed.emit()
