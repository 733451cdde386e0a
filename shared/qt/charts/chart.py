"""The base of all charts: drawn into a rectangle, and the same figures as a table and as a sentence."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from shared.qt.charts.style import ChartStyle

Cells = tuple[tuple[str, ...], ...]
"""A table: its heading, then its rows."""
_LINES = 5
Format = Callable[[float], str]


def whole(value: float) -> str:
    """A count as it is written; a share or a mean with up to two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Chart(ABC):
    """A picture of figures."""

    title: str

    @property
    def lines(self) -> int:
        """How many lines of small text high it is at least: with less its marks lie on one another."""
        return _LINES

    @abstractmethod
    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        """Draw it into `rect`, in device pixels."""

    @abstractmethod
    def table(self) -> Cells:
        """The same figures as a table, to be read or copied."""

    def spoken(self) -> str:
        """Title and figures in a row, as a screen reader says them."""
        (_, *heading), *rows = self.table()
        names = heading if len(heading) > 1 else [""]
        parts = (" ".join((row[0], *(f"{n} {c}".strip() for n, c in zip(names, row[1:], strict=True)))) for row in rows)
        return f"{self.title}：{'；'.join(parts)}"


def as_png(chart: Chart, size: QSizeF, style: ChartStyle) -> bytes:
    """The chart as a PNG of `size` pixels on the style's background. Any thread may call it."""
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(style.ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chart.draw(painter, QRectF(image.rect()), style)
    painter.end()
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(out, "PNG")  # type: ignore[call-overload]  # the stubs say bytes, Qt wants str
    return bytes(out.data().data())


def write(painter: QPainter, rect: QRectF, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter) -> None:
    """`text` within `rect`, cut with an ellipsis where it is too long."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)
