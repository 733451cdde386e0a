"""Hatched areas, by lines: Qt's own patterns turn into plain grey in a PDF, whatever their scale."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

_RISING, _FALLING, _LEVEL = (1, -1), (1, 1), (1, 0)
PATTERNS: tuple[tuple[tuple[int, int], ...], ...] = ((), (_RISING,), (_FALLING,), (_LEVEL,), (_RISING, _FALLING))
"""Directions of the lines of each pattern; none for the first, which is left plain."""


def hatch(painter: QPainter, area: QRectF, pattern: int, distance: float) -> None:
    """Lines `distance` apart over `area`, with the painter's pen."""
    painter.save()
    painter.setClipRect(area)
    side = max(area.width(), area.height())
    for across, down in PATTERNS[pattern]:
        step = QPointF(0, distance)
        line = QPointF(across * side, down * side)
        start = area.topLeft() - QPointF(0, side if down > 0 else 0)
        for _ in range(int(2 * side / distance) + 1):
            painter.drawLine(start, start + line)
            start += step
    painter.restore()
