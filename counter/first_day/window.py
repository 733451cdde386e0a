"""The window of the first day: the first question, then step by step; what is done is kept, also when it is closed."""

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
from counter.first_day.step import SETTER, Plan, Step
from counter.first_day.welcome import Welcome
from counter.kit.page import Page, reachable
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from shared.device import setting_up
from shared.qt import theme
from shared.qt.boxes import column, row, together
from shared.qt.translation import CHINESE, ENGLISH, Translation
from shared.qt.widgets import Banner, Symbol

_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 第一天")
_BROKEN = QT_TRANSLATE_NOOP("Counter", "出了意外，这一步没有完成。已写入日志；请再试一次。")
_NEXT, _OPEN = QT_TRANSLATE_NOOP("Counter", "下一步"), QT_TRANSLATE_NOOP("Counter", "打开")
_BACK, _LEAVE = QT_TRANSLATE_NOOP("Counter", "上一步"), QT_TRANSLATE_NOOP("Counter", "退出，下次接着做")
_BUSY = QT_TRANSLATE_NOOP("Counter", "正在建立，请稍等。")
_NO_WAY_BACK = QT_TRANSLATE_NOOP("Counter", "数据已经建立，这里退不回去；要重来，请换一个空文件夹。")
PATHS: dict[str, tuple[type[Any], ...]] = {
    "demo": (DemoStep,),
    "join": (JoinStep,),
    "hall": (
        *(HallStep, HoursStep, StaffListStep, PeopleStep, ServicesStep),
        *(PinsStep, DevicesStep, ScreensStep, CardStep, ReadyStep),
    ),
}
"""The steps of each way, in their order."""


class FirstDay(QWidget):
    """Emits `over` when it closes; `finished` says whether the app is to open now."""

    over = Signal()

    def __init__(self, session: CounterSession, translation: Translation, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("shell")
        theme.style_window(self)
        session.setParent(self)
        self.session, self.translation, self.plan = session, translation, plan
        self.finished = False
        self.steps: tuple[type[Any], ...] = ()
        self._made: dict[type[Any], Page[Any]] = {}
        self._begun = False
        self.welcome = Welcome()
        self.title, self.progress = Text(_TITLE, "title"), Text(style="soft")
        self.language = Button(QT_TRANSLATE_NOOP("Counter", "English"), "quiet", "language", "Ctrl+E")
        self.back, self.next = Button(_BACK, "", "back", "Alt+Left"), Button(_NEXT, "primary", shortcut="Alt+Right")
        self.leave = Button(_LEAVE, "quiet", shortcut="Ctrl+Q")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._banner = Banner(self)
        self._build()
        session.changed.connect(self._tell)
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
        self.language.clicked.connect(self._switch)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(lambda: self.step.keep(self._go_on) if self.step else None)
        self.leave.clicked.connect(self.close)
        self.foot.hide()

    # ---- where somebody is -------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page[Any] | None:
        """The step that is open; None at the first question."""
        area = self._stack.currentWidget()
        return next((page for page in self._made.values() if page.parentWidget() and area.isAncestorOf(page)), None)

    @property
    def step(self) -> Step | None:
        page = self.page
        assert page is None or isinstance(page, Step)
        return page

    def begin(self, left_at: str = "") -> None:
        """The first picture is on the screen: go on where a set-up was left, else ask the first question."""
        place = next((n for n, kind in enumerate(PATHS["hall"]) if kind.place.key == left_at), None)
        if place is None:
            self.welcome.take_focus()
            return
        self.session.background.start()
        self._begun = True
        self.steps = PATHS["hall"]
        self._open(place)

    def take_path(self, path: str) -> None:
        """Go the way with this name."""
        self.steps = PATHS[path]
        self._open(0)

    def _open(self, place: int) -> None:
        kind = self.steps[place]
        if kind not in self._made:
            page: Page[Any] = kind(self.session, SETTER)
            assert isinstance(page, Step)
            page.plan, page.tell = self.plan, self._tell
            self._made[kind] = page
            self._stack.addWidget(reachable(page))
        page = self._made[kind]
        self._stack.setCurrentWidget(next(area for area in self._areas() if area.isAncestorOf(page)))
        self.foot.show()
        self.next.setFocus()
        page.take_focus()
        self._tell()
        if self._begun:
            self._note(partial(setting_up.note, self.plan.folder, page.place.key))

    def _areas(self) -> list[QWidget]:
        return [self._stack.widget(n) for n in range(self._stack.count())]

    def _place(self) -> int:
        return self.steps.index(type(self.page))

    def _tell(self) -> None:
        """What can be done from here."""
        step = self.step
        if step is None:
            self.progress.setText("")
            return
        last = self._place() == len(self.steps) - 1
        self.next.change(_OPEN if last else _NEXT)
        self.next.unless((step.missing(), step.missing()))
        self.leave.unless((step.busy(), _BUSY))
        self.back.unless((step.busy(), _BUSY), (not step.may_go_back(), _NO_WAY_BACK))
        self.progress.setText(self.tr("第 {n} 步，共 {all} 步").format(n=self._place() + 1, all=len(self.steps)))

    # ---- going -------------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        self._begun = True
        if self._place() + 1 < len(self.steps):
            self._open(self._place() + 1)
            return
        self.finished = True
        self.close()

    def _note(self, work: Callable[[], None]) -> None:
        self.session.background.run_without_store(work, lambda _: None)

    def _go_back(self) -> None:
        place = self._place()
        if place:
            self._open(place - 1)
            return
        self._stack.setCurrentWidget(self.welcome)
        self.foot.hide()
        self.welcome.take_focus()
        self._tell()

    def _switch(self) -> None:
        self.translation.speak(CHINESE if self.translation.language == ENGLISH else ENGLISH)
        self._tell()

    def warn(self, text: str) -> None:
        """A button of this window cannot act."""
        page = self.page
        if page is not None:
            page.warn(text)

    def show_error(self, error: BaseException) -> None:
        """Something nobody expected, in words; the log has the rest."""
        self._banner.say(f"{say(_BROKEN)} ({type(error).__name__})", "bad", 12)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was stored stays; a set-up that is finished is noted as such."""
        if self.step is not None and self.step.busy():
            event.ignore()
            return
        if self.finished:
            self._note(partial(setting_up.end, self.plan.folder))
        for page in self._made.values():
            page.hide()
        self.session.background.close()
        super().closeEvent(event)
        self.over.emit()
