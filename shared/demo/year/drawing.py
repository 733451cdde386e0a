"""A picture for a story of the demonstration, drawn rather than taken: nobody can be recognised on it."""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

from shared.demo.year.company import seeded

_WIDE, _HIGH, _FLAKES = 640, 400, 90
_DOTS_PER_METER = 4000  # else those of the screen, where there is one


def in_the_snow() -> bytes:
    """Two people walk arm in arm through the snow; a JPEG of some kilobytes."""
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METER)
    image.setDotsPerMeterY(_DOTS_PER_METER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter)
    _person(painter, QPointF(300, 300), 1.0, "#a6381c")
    _person(painter, QPointF(378, 304), 0.9, "#4f5b73")
    painter.setPen(QPen(QColor("#a6381c"), 14))
    painter.drawLine(QPointF(318, 232), QPointF(362, 246))
    painter.setPen(QPen(QColor("#ffffff"), 5))
    rng = seeded("snow")
    for _ in range(_FLAKES):
        painter.drawPoint(QPointF(rng.random() * _WIDE, rng.random() * _HIGH))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 80)  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())


def _ground(painter: QPainter) -> None:
    sky = QLinearGradient(0, 0, 0, _HIGH)
    sky.setColorAt(0, QColor("#8fa3bd"))
    sky.setColorAt(1, QColor("#dde5ee"))
    painter.fillRect(QRectF(0, 0, _WIDE, _HIGH), sky)
    painter.setPen(QColor("#f6f8fb"))
    painter.setBrush(QColor("#f6f8fb"))
    painter.drawEllipse(QRectF(-160, 285, _WIDE + 320, 320))


def _person(painter: QPainter, feet: QPointF, size: float, coat: str) -> None:
    """A coat and a head, from behind."""
    painter.setPen(QColor(coat))
    painter.setBrush(QColor(coat))
    painter.drawRoundedRect(QRectF(feet.x() - 28 * size, feet.y() - 110 * size, 56 * size, 110 * size), 26, 26)
    painter.setPen(QColor("#3a302a"))
    painter.setBrush(QColor("#3a302a"))
    painter.drawEllipse(QPointF(feet.x(), feet.y() - 132 * size), 22 * size, 24 * size)
