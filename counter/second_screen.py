"""What the customer at this window reads on a display of their own: whose turn it is, or that the window is paused."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter.kit.clock import length
from counter.kit.words import listed
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import config
from shared.practice.line import views as line
from shared.practice.line.views import Number
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Pause
from shared.qt import theme

_TICK_MS = 1000
_QUIET = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus


@dataclass(frozen=True)
class Shown:
    """Large, middle and small words, and the tone of the large ones."""

    large: str
    middle: str = ""
    small: str = ""
    tone: str = "accent"


class SecondScreen(QWidget):
    """Covers the display that `device.json` names under screens.second_screen; not there when it names none."""

    def __init__(self, session: CounterSession, parent: QWidget) -> None:
        super().__init__(parent, _QUIET)
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.session = session
        self._pause: Pause | None = None
        self._number: Number | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.update)
        session.background.ready.connect(self.find_display)
        session.changed.connect(self._look)

    @property
    def shown(self) -> Shown:
        """What it says now."""
        if self._pause is not None:
            return self._paused(self._pause)
        here, actor = self.session.here, self.session.actor
        person = here.people.get(actor.number) if actor else None
        hall = here.hall.name if here.hall else ""
        if person is None or not person.window:
            return Shown(self.tr("欢迎光临"), hall)
        if self._number is not None:
            return Shown(self._number.label, self.tr("请到 {window}号窗口").format(window=person.window), person.name)
        return Shown(self.tr("{window}号窗口").format(window=person.window), person.name, hall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, shown = theme.current(), self.shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("ground"))
        places = ((0.12, 0.42, 0.2, shown.large, shown.tone), (0.56, 0.16, 0.08, shown.middle, "ink"))
        for top, high, size, text, tone in (*places, (0.76, 0.1, 0.05, shown.small, "ink_soft")):
            self._write(painter, QRectF(0, top * self.height(), self.width(), high * self.height()), size, text, tone)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, size: float, text: str, tone: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(min(size * self.height(), self.width() / max(4, len(text)) * 0.9))))
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
        painter.setFont(font)
        painter.setPen(theme.current().colour(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paused(self, pause: Pause) -> Shown:
        rest = pause.seconds * 1000 - pause.lasted(self.session.now())
        time = length(rest) if rest > 0 else self.tr("马上回来")
        windows = listed(self.tr("{window}号窗口").format(window=window) for window in pause.go_to)
        go_to = self.tr("请到 {windows}").format(windows=windows) if windows else ""
        return Shown(self.tr("暂停服务"), go_to, time, "warn")

    def find_display(self) -> None:
        self.session.read(self, lambda store: config.load(store.folder).screens.second_screen, self.place)

    def place(self, number: int) -> None:
        screens = QGuiApplication.screens()
        if 0 <= number < len(screens):
            self.setGeometry(screens[number].geometry())
            self.show()  # not showFullScreen: that takes the keyboard away from the billing system
            self._timer.start()
            self._look()

    def _look(self) -> None:
        if not self.isVisible() or self.session.here.hall is None:
            return
        hall, now, begun = self.session.here.hall.code, self.session.now(), frozenset(self.session.timed)
        number = self.session.actor.number if self.session.actor else ""

        def read(store: Store) -> tuple[Pause | None, Number | None]:
            mine = (p for p in pauses.running(store, hall, now) if p.id in begun or p.staff == number)
            return next(mine, None), line.serving(store, number, now) if number else None

        self.session.read(self, read, self._show)

    def _show(self, found: tuple[Pause | None, Number | None]) -> None:
        self._pause, self._number = found
        self.setAccessibleName(" ".join((self.shown.large, self.shown.middle, self.shown.small)))
        self.update()
