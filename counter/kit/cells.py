"""How a table draws its cells: each with one call.

Left to itself Qt asks the model seven things about every cell, and each question is one for Python: a page of twenty
lines took 12 ms to paint, most of a frame (measured), and has to be painted at every call of a number.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPixmap, QPolygonF, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from shared.qt import theme

_SELECTED = QStyle.StateFlag.State_Selected.value
_ELIDE = Qt.TextElideMode.ElideRight
_KEPT = 2000
_ROUNDED = 2  # pixels: a text is wider than its rounded width by a part of one
_SHAPES = {
    "good": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),  # a diamond; warn a triangle, bad a square
    "warn": ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0)),
    "bad": ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
}


class Cell(NamedTuple):
    """What stands in one cell: its text, the mark before it (good, warn, bad, soft, or none), at which side."""

    text: str
    tone: str = ""
    right: bool = False


class Cells(QStyledItemDelegate):
    """Draws the cells of `view`; `cell(row, column)` says what stands in one."""

    def __init__(self, view: QTableView, cell: Callable[[int, int], Cell]) -> None:
        super().__init__(view)
        self._view, self._cell = view, cell
        self._look = _Look(theme.current(), view.font())
        self._laid_out: dict[tuple[str, int], QStaticText] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        text, tone, right = self._cell(index.row(), index.column())
        look, box = self._now(), option.rect
        if option.state.value & _SELECTED:
            painter.fillRect(box, look.selected)
        left, end, middle = box.left() + look.pad, box.right() - look.pad, box.center().y()
        if picture := mark(tone):
            painter.drawPixmap(left, middle - look.mark // 2, picture)
            left += look.mark + look.tight
        shown = self._fitted(text, end - left)
        size = shown.size()
        painter.setPen(look.ink if self._view.isEnabled() else look.off)
        painter.drawStaticText(round(end - size.width()) if right else left, middle - round(size.height() / 2), shown)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        text, tone, _right = self._cell(index.row(), index.column())
        look = self._now()
        wide = look.metrics.horizontalAdvance(text) + _ROUNDED + (look.mark + look.tight if tone else 0)
        return QSize(wide + 2 * look.pad, look.row)

    def _now(self) -> "_Look":
        if self._look.theme is not theme.current() or self._look.font != self._view.font():
            self._look = _Look(theme.current(), self._view.font())
            self._laid_out.clear()
        return self._look

    def _fitted(self, text: str, width: int) -> QStaticText:
        """The text laid out once, and cut where it is too long."""
        if (text, width) not in self._laid_out:
            if len(self._laid_out) > _KEPT:
                self._laid_out.clear()
            shown = QStaticText(self._look.metrics.elidedText(text.replace("\n", " "), _ELIDE, width))
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.prepare(font=self._look.font)
            self._laid_out[text, width] = shown
        return self._laid_out[text, width]


class _Look:
    """Sizes (pixels) and colours of the theme in force, asked for once and not for every cell."""

    def __init__(self, now: theme.Theme, font: QFont) -> None:
        self.theme, self.font, self.metrics = now, font, QFontMetrics(font)
        self.pad, self.mark, self.tight, self.row = (now.px(name) for name in ("small", "gap", "tight", "row"))
        self.ink, self.off, self.selected = (now.colour(name) for name in ("ink", "off", "accent_soft"))


def mark(tone: str) -> QPixmap | None:
    """The traffic light beside a word: colour and shape, so that colour is never the only difference."""
    if not tone:
        return None
    now, ratio = theme.current(), QGuiApplication.primaryScreen().devicePixelRatio()
    return _picture(tone, now.px("gap"), now.ink("ink_soft" if tone == "soft" else tone), ratio)


@lru_cache(maxsize=64)
def _picture(tone: str, side: int, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, tone, side, QColor(colour))
    painter.end()
    return picture


def _draw(painter: QPainter, tone: str, side: int, colour: QColor) -> None:
    painter.setPen(colour)
    if tone not in _SHAPES:  # a ring: over, or nothing to judge
        painter.drawEllipse(1, 1, side - 2, side - 2)
        return
    painter.setBrush(colour)
    inner = side - 2
    painter.drawPolygon(QPolygonF([QPointF(1 + x * inner, 1 + y * inner) for x, y in _SHAPES[tone]]))
