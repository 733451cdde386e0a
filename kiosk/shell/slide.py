"""The slide between pages. Only two pixmaps move, no widget is laid out or painted meanwhile: no GPU is needed."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from shared.qt import theme


class Slide(QWidget):
    """Covers the page stack while the new page slides in; touches are ignored meanwhile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before, self._after = QPixmap(), QPixmap()
        self._back = False
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self.update)
        self._animation.finished.connect(self._end)
        self.hide()

    def play(self, before: QPixmap, after: QPixmap, *, back: bool) -> None:
        """Slide from one picture to the other; to the right when going back."""
        self._before, self._after, self._back = before, after, back
        self._animation.setDuration(theme.current().milliseconds("page"))
        self.show()
        self.raise_()
        self._animation.start()

    @property
    def incoming(self) -> QPixmap:
        """The picture of the new page; null when nothing moves."""
        return self._after

    def stop(self) -> None:
        self._animation.stop()
        self._end()

    def _end(self) -> None:
        self.hide()
        self._before, self._after = QPixmap(), QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        share = float(self._animation.currentValue() or 0)
        shift = round(self.width() * share)
        sign = 1 if self._back else -1
        painter = QPainter(self)
        painter.drawPixmap(sign * shift, 0, self._before)
        painter.drawPixmap(sign * (shift - self.width()), 0, self._after)
        painter.end()
