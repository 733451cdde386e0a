"""The product's own symbols (resources/icons/*.svg), in any colour; colour is never the only difference of two."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

FOLDER = resources.FOLDER / "icons"


@cache
def _svg(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def renderer(name: str, colour: QColor, on: QColor) -> QSvgRenderer:
    """The symbol `name` ready to paint: its shape in `colour`, what is cut into it in `on`."""
    text = _svg(name).replace("currentColor", colour.name()).replace("onColor", on.name())
    return QSvgRenderer(QByteArray(text.encode()))


@lru_cache(maxsize=256)
def _pixmap(name: str, size: int, colour: str, on: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer(name, QColor(colour), QColor(on)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, size: int, colour: QColor, on: QColor, ratio: float = 1.0) -> QPixmap:
    """The symbol as a picture of `size` × `size` device-independent pixels."""
    return _pixmap(name, size, colour.name(), on.name(), ratio)


@lru_cache(maxsize=256)
def icon(name: str, size: int, inks: tuple[str, str], on: str, ratio: float = 1.0, gap: int = 0) -> QIcon:
    """The symbol as a button's icon, with an empty `gap` between it and the words after it.

    `inks`: its colour, and the one it has on a button that cannot be pressed (Qt's default is white on white).
    """
    icon = QIcon()
    for ink, mode in zip(inks, (QIcon.Mode.Normal, QIcon.Mode.Disabled), strict=True):
        icon.addPixmap(_with_gap(_pixmap(name, size, ink, on, ratio), size, ratio, gap), mode)
    return icon


def _with_gap(symbol: QPixmap, size: int, ratio: float, gap: int) -> QPixmap:
    if not gap:
        return symbol
    wider = QPixmap(round((size + gap) * ratio), symbol.height())
    wider.fill(Qt.GlobalColor.transparent)
    wider.setDevicePixelRatio(ratio)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, symbol)
    painter.end()
    return wider
