"""The customer's display at a window: who serves them, the called number, or a pause with its countdown.

After a service it asks for a card, where this PC is set so: five cards to touch, or the code of the slip for the kiosk.
"""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter.kit.clock import length
from counter.kit.words import listed
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import config
from shared.people.views import PersonToday
from shared.practice.line import views as line
from shared.practice.line.views import Number
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Pause
from shared.qt import theme
from shared.qt.widgets import Avatar

if TYPE_CHECKING:
    from counter.desk.question import CardQuestion

_TICK_MS = 1000
_UNFOCUSED = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
_WIDEST = 0.9  # of the display's width that a line may take
# Per line: top, height and font size, as shares of the display's height.
_LINES_BELOW_FACE = ((0.4, 0.28, 0.2), (0.68, 0.14, 0.08), (0.84, 0.1, 0.05))
_LINES = ((0.12, 0.42, 0.2), (0.56, 0.16, 0.08), (0.76, 0.1, 0.05))


class ScreenText(msgspec.Struct, frozen=True):
    """The large, middle and small line, and the tone of the large one."""

    large: str
    middle: str = ""
    small: str = ""
    tone: str = "accent"


class SecondScreen(QWidget):
    """Covers the display chosen on the page 本机设置; hidden when none is chosen."""

    def __init__(self, session: CounterSession, parent: QWidget) -> None:
        super().__init__(parent, _UNFOCUSED)
        self.setObjectName("shell")
        theme.style_window(self)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.session = session
        self._pause: Pause | None = None
        self._number: Number | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.update)
        self._face: Avatar | None = None
        self._face_key: tuple[str, bytes | None] | None = None
        self._question: CardQuestion | None = None
        session.background.ready.connect(self.find_display)
        session.display_set.connect(self.find_display)
        session.display_tried.connect(self._show_trial)
        session.changed.connect(self._refresh)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.find_display)
        app.screenRemoved.connect(self.find_display)

    @property
    def shown(self) -> ScreenText:
        """The text it shows now."""
        if self._pause is not None:
            return self._paused(self._pause)
        here, actor = self.session.here, self.session.actor
        person = here.people.get(actor.number) if actor else None
        hall = here.hall.name if here.hall else ""
        if person is None or not person.window:
            return ScreenText(self.tr("欢迎光临"), hall)
        if self._number is not None:
            go_to = self.tr("请到 {window}号窗口").format(window=person.window)
            return ScreenText(self._number.label, go_to, person.name)
        return ScreenText(self.tr("{window}号窗口").format(window=person.window), person.name, hall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, shown = theme.current(), self.shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("ground"))
        texts = ((shown.large, shown.tone), (shown.middle, "ink"), (shown.small, "ink_soft"))
        with_face = self._face is not None and not self._face.isHidden()
        for (top, high, size), (text, tone) in zip(_LINES_BELOW_FACE if with_face else _LINES, texts, strict=True):
            self._write(painter, QRectF(0, top * self.height(), self.width(), high * self.height()), size, text, tone)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, size: float, text: str, tone: str) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
        font.setPixelSize(max(1, round(size * self.height())))
        across = QFontMetrics(font).horizontalAdvance(text)
        room = self.width() * _WIDEST
        if across > room:  # shrinks in proportion to its letters' own widths: English ones are narrow
            font.setPixelSize(max(1, int(font.pixelSize() * room / across)))
        painter.setFont(font)
        painter.setPen(theme.current().colour(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paused(self, pause: Pause) -> ScreenText:
        rest = pause.seconds * 1000 - pause.lasted(self.session.now())
        time = length(rest) if rest > 0 else self.tr("马上回来")
        windows = listed(self.tr("{window}号窗口").format(window=window) for window in pause.go_to)
        go_to = self.tr("请到 {windows}").format(windows=windows) if windows else ""
        return ScreenText(self.tr("暂停服务"), go_to, time, "warn")

    def find_display(self, *_: object) -> None:
        """Read which display this PC is set to, then cover it."""
        self.session.read(self, lambda store: config.load(store.folder).screens.second_screen, self.place)

    def place(self, number: int) -> None:
        """Cover the display with this number; hide where there is none."""
        screens = QGuiApplication.screens()
        if not 0 <= number < len(screens):
            self._timer.stop()
            self.hide()
            return
        self.winId()
        if handle := self.windowHandle():
            handle.setTransientParent(None)  # type: ignore[arg-type]  # None is valid in C++; otherwise it is minimized with the main window
        self.setScreen(screens[number])  # two X screens both begin at 0, 0: the place alone does not tell them apart
        self.setGeometry(screens[number].geometry())
        self.show()  # not showFullScreen: that takes the keyboard away from the billing system
        self._timer.start()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._question is not None:
            self._question.panel.setGeometry(self.rect())
        self._place_face()

    @property
    def question(self) -> "CardQuestion":
        """The question after a service; loaded when it is first used."""
        if self._question is None:
            from counter.desk.question import CardQuestion  # late: most PCs have no customer display

            self._question = CardQuestion(self.session, self)
            self._question.panel.setGeometry(self.rect())
            self._question.trial_ended.connect(self.find_display)
        return self._question

    def _show_trial(self, number: int, rating: str) -> None:
        self.place(number)
        self.question.show_trial(rating)

    def _refresh(self) -> None:
        if not self.isVisible() or self.session.here.hall is None:
            return
        hall, now, begun = self.session.here.hall.code, self.session.now(), frozenset(self.session.pause_starts)
        number = self.session.actor.number if self.session.actor else ""

        def read(store: Store) -> tuple[Pause | None, Number | None, bool]:
            mine = (p for p in pauses.running(store, hall, now) if p.id in begun or p.staff == number)
            serving = line.serving(store, number, now) if number else None
            return next(mine, None), serving, config.load(store.folder).screens.rating != "no"

        self.session.read(self, read, self._show)

    def _show(self, found: tuple[Pause | None, Number | None, bool]) -> None:
        self._pause, self._number, rates = found
        self.setAccessibleName(" ".join((self.shown.large, self.shown.middle, self.shown.small)))
        actor = self.session.actor
        person = self.session.here.people.get(actor.number) if actor else None
        self._show_face(person if self._pause is None else None)
        if rates and person is not None:
            self.question.check(person, self._number)
        self.update()

    def _show_face(self, person: PersonToday | None) -> None:
        face_key = (person.number, person.photo) if person and person.window else None
        if face_key == self._face_key:
            return
        self._face_key = face_key
        if self._face is not None:
            self._face.hide()
            self._face.deleteLater()
            self._face = None
        if person is not None and face_key is not None:
            self._face = Avatar(person.name, person.photo, self.height(), person.number)
            self._face.setParent(self)
            self._face.lower()
            self._place_face()
            self._face.show()

    def _place_face(self) -> None:
        if self._face is not None:
            side = round(self.height() * 0.3)
            self._face.setGeometry((self.width() - side) // 2, round(self.height() * 0.07), side, side)
