"""The slide between pages. Only two pictures move, no widget is laid out or painted meanwhile: no GPU is needed."""

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPaintDevice, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from shared.qt import theme

_FRAME_MS = 16


class Slide(QWidget):
    """Covers the page stack while the new page slides in; touches are ignored meanwhile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else the pages under it are painted at each frame
        self._pictures: list[QPixmap] = []  # of the page before and the page after
        self._back = False
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self.update)
        self._animation.finished.connect(self._end)
        self.hide()

    def play(self, area: QRect, *, back: bool) -> None:
        """Slide from what the screen shows in this area of the window to what the window has there by now.

        To the right when going `back`. Nothing moves where the screen shows nothing yet.
        """
        self._make_room()
        before, after = self._pictures
        if not _copy_shown(self.window(), area, before):
            return
        self.window().render(after, QPoint(), QRegion(area))
        self._back = back
        self._animation.setDuration(theme.current().milliseconds("page"))
        self.setGeometry(area)
        self.show()
        self.raise_()
        self._animation.start()
        self._animation.setCurrentTime(_FRAME_MS)  # its first frame moves

    @property
    def incoming(self) -> QPixmap:
        """The picture of the new page; null when nothing moves."""
        return QPixmap() if self.isHidden() else self._pictures[1]

    def stop(self) -> None:
        self._animation.stop()
        self._end()

    def _end(self) -> None:
        self.hide()

    def _make_room(self) -> None:
        """Have pixels for both pictures, as large as the window, the same at each slide.

        Fresh ones cost the kernel as much time as painting does, and leave holes of 8 MB in the heap.
        """
        ratio = self.devicePixelRatioF()
        size = (self.window().size().toSizeF() * ratio).toSize()
        if not self._pictures or self._pictures[0].size() != size:
            self._pictures[:] = QPixmap(size), QPixmap(size)
            for picture in self._pictures:
                picture.setDevicePixelRatio(ratio)

    def paintEvent(self, _event: QPaintEvent) -> None:
        share = float(self._animation.currentValue() or 0)
        shift = round(self.width() * share)
        sign = 1 if self._back else -1
        painter = QPainter(self)
        before, after = self._pictures
        painter.drawPixmap(sign * shift, 0, before)
        painter.drawPixmap(sign * (shift - self.width()), 0, after)
        painter.end()


def _copy_shown(window: QWidget, area: QRect, picture: QPixmap) -> bool:
    """Copy what the screen shows, as last painted, in a fifth of the time of painting it; False before that."""
    store = window.backingStore()
    if store is None:
        return False
    store.beginPaint(QRegion())  # Qt lends the pixels until `endPaint`
    copied = _copy(store.paintDevice(), window.size(), area, picture)
    store.endPaint()
    return copied


def _copy(pixels: QPaintDevice, size: QSize, area: QRect, picture: QPixmap) -> bool:
    """Copy this area; False where these are not the pixels of a window of this size."""
    if not isinstance(pixels, QImage) or pixels.deviceIndependentSize().toSize() != size:
        return False
    ratio = pixels.devicePixelRatio()
    painter = QPainter(picture)
    painter.drawImage(QPoint(), pixels, QRectF(area.topLeft() * ratio, area.size().toSizeF() * ratio).toRect())
    painter.end()
    return True
