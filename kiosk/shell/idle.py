"""The idle timer: without a touch, a visible countdown with 继续, then back to the first page."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import Meter, label

_SECOND_MS = 1000


class Idle(QObject):
    """Emits `timed_out` after the seconds of `watch` without a touch or key; nothing before `watch` or after `stop`."""

    timed_out = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.timed_out)

    def watch(self, seconds: float) -> None:
        """Start waiting; every touch starts the `seconds` anew."""
        self._timer.start(round(seconds * _SECOND_MS))

    @property
    def waits(self) -> int:
        """The waiting time in ms; 0 while stopped."""
        return self._timer.interval() if self._timer.isActive() else 0

    def stop(self) -> None:
        self._timer.stop()

    def restart(self) -> None:
        """The screen was touched: wait the whole time again."""
        if self._timer.isActive():
            self._timer.start()


class Countdown(QWidget):
    """Covers the page with a countdown. Emits `resumed` when touched anywhere, `over` when it has run out."""

    resumed = Signal()
    over = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._left = self._total = 0
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._build()
        self.hide()

    def _build(self) -> None:
        now = theme.current()
        self._card = QWidget(self)
        self._card.setObjectName("countdown")
        self._question = label(style="title")
        self._number = label(style="display", tone="accent")
        self._meter = Meter()
        self._button = TouchButton("", "primary").tall()
        self._button.clicked.connect(self.resume)
        box = QVBoxLayout(self._card)
        box.setContentsMargins(*[now.px("wide")] * 4)
        box.setSpacing(now.px("room"))
        for widget in (self._question, self._number, self._meter, self._button):
            box.addWidget(widget)
        for text in (self._question, self._number):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def begin(self, seconds: int) -> None:
        """Show it and count down from `seconds`."""
        self._left = self._total = seconds
        self._question.setText(self.tr("您还在吗？"))
        self._button.setText(self.tr("继续"))
        self._show_seconds()
        self.setGeometry(self.parentWidget().rect())  # type: ignore[union-attr]  # always has a parent
        self._place()
        self.show()
        self.raise_()
        self._button.setFocus()
        self._second.start()

    @property
    def text(self) -> str:
        """The text shown."""
        return self._number.text()

    def end(self) -> None:
        self._second.stop()
        self.hide()

    def _place(self) -> None:
        width = min(self.width() - 2 * theme.current().px("wide"), theme.current().px("hero") * 9)
        layout = self._card.layout()
        assert layout is not None
        self._card.setFixedSize(width, layout.totalHeightForWidth(width))
        self._card.move((self.width() - width) // 2, (self.height() - self._card.height()) // 2)

    def tick(self) -> None:
        """One second has passed."""
        self._left -= 1
        self._show_seconds()
        if self._left <= 0:
            self.end()
            self.over.emit()

    def _show_seconds(self) -> None:
        self._number.setText(self.tr("%n 秒后回到首页", "", self._left))
        self._meter.set_share(self._left / max(1, self._total))

    def resume(self) -> None:
        """Somebody touched 继续, or the screen beside it."""
        self.end()
        self.resumed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.resume()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("shade"))
        painter.end()
