"""The base of the kiosk's window and the hall sign: fills a screen with the product's background."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from shared.qt import theme


class ScreenWindow(QWidget):
    """A window built for the size of its screen. Emits `painted` once, after the first frame."""

    painted = Signal()
    courier_reported = Signal(object)
    """A `Status` of the courier, emitted on its own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else Qt fills it before the gradient does
        self._shown_once = False
        self._built_for = QSize()
        self._content: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a long text never makes the window grow

    def rebuild(self) -> None:
        """Rebuild everything for the size the window has now; ends in `set_content`."""
        raise NotImplementedError

    @property
    def has_content(self) -> bool:
        """Whether `set_content` was called."""
        return self._content is not None

    def set_content(self, content: QWidget) -> QWidget | None:
        """Fill the window with `content` instead of the content before, which is returned hidden, to be deleted.

        The stylesheet is that of the content: with one of the window all pages before were styled anew, then deleted.
        """
        before, self._content = self._content, content
        content.resize(self.size())  # else it is laid out for 640 × 480 first, and restyled
        self._box.addWidget(content)
        theme.style(content)
        if before is not None:
            self._box.removeWidget(before)
            before.hide()
            content.show()
        return before

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size() != self._built_for:
            self._built_for = event.size()
            self.rebuild()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        light = QLinearGradient(0, 0, 0, self.height())
        light.setColorAt(0, now.colour("ground"))
        light.setColorAt(1, now.colour("ground_low"))
        painter.fillRect(self.rect(), light)
        painter.end()
        if not self._shown_once:
            self._shown_once = True
            QTimer.singleShot(0, self.painted.emit)
