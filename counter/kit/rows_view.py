"""Tables of whole rows: drawn with one call, their columns as wide as their texts.

Left to itself Qt asks the model seven things about every cell, draws each through the stylesheet and measures the
columns anew whenever anything changes. A page of twenty rows took 12 ms to paint, most of a frame (measured), and has
to be painted at every call of a number.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QShowEvent, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from counter.kit.marks import mark
from shared.qt import theme

_ELIDE = Qt.TextElideMode.ElideRight
_BY_HAND, _STRETCH = QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Stretch
_HANDS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
_KEPT = 2000
_MEASURED = 20
"""Rows beyond those in view that a column's width is taken from: measuring all rows would block the screen."""
_LEAST_LINES = 3
_ROUNDED = 2  # px; added because horizontalAdvance rounds down


class Cell(NamedTuple):
    """What stands in one cell: its text, the mark before it (good, warn, bad, soft, or none), at which side."""

    text: str
    tone: str = ""
    right: bool = False


class RowsView(QTableView):
    """A table of whole rows. Call `fit` after other rows are shown.

    `cell(row, column)` says what stands where, `takes_rest(column)` which columns get the room that the others leave.
    """

    def __init__(self, cell: Callable[[int, int], Cell], takes_rest: Callable[[int], bool]) -> None:
        super().__init__()
        self._cell, self._takes_rest = cell, takes_rest
        self._print = _Print(theme.current(), self.font())
        self._fitting = self._by_hand = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.sectionResized.connect(self._resized)
        header.viewport().installEventFilter(self)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Room for the headings and two rows: with less, nobody sees what they act on."""
        return QSize(super().minimumSizeHint().width(), theme.current().px("row") * _LEAST_LINES)

    def sizeHint(self) -> QSize:
        """It takes the height that is left, and asks for none: pages are as high as what is asked for on them."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def fit(self) -> None:
        """Give each column room for its head and its texts, or the width that somebody gave it."""
        self._fitting = True
        self.verticalHeader().setDefaultSectionSize(theme.current().px("row"))
        header, rows = self.horizontalHeader(), self._measured()
        for column in range(header.count()):
            mode = _STRETCH if self._takes_rest(column) else _BY_HAND
            if mode != header.sectionResizeMode(column):
                header.setSectionResizeMode(column, mode)
            if mode == _BY_HAND:
                wide = max(header.sectionSizeHint(column), self._widest(rows, column))
                header.resizeSection(column, self.kept_width(column) or wide)
        self._fitting = False

    def kept_width(self, column: int) -> int | None:
        """The width that somebody gave this column, pixels."""
        return None

    def keep_width(self, column: int, width: int) -> None:
        """Somebody gave it this width."""

    def forget_widths(self) -> None:
        """As if nobody had given any."""

    def _resized(self, column: int, _before: int, width: int) -> None:
        """Only what the mouse did: Qt itself gives columns other widths with another font or window."""
        if self._by_hand and not self._fitting and self.horizontalHeader().sectionResizeMode(column) == _BY_HAND:
            self.keep_width(column, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.horizontalHeader().viewport() and event.type() in _HANDS:
            self._by_hand = event.type() == QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        printed = self._now()
        with QPainter(self.viewport()) as painter:  # closed on exceptions too: Qt aborts otherwise
            painter.setFont(printed.font)
            painter.setPen(printed.ink if self.isEnabled() else printed.off)
            for row in self._rows(event.rect().top(), event.rect().bottom()):
                self._paint_row(painter, printed, row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()  # the header has its final font only now

    def _paint_row(self, painter: QPainter, printed: "_Print", row: int) -> None:
        line = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
        if self.selectionModel().isRowSelected(row, QModelIndex()):
            painter.fillRect(line, printed.selected)
        for column in range(self.horizontalHeader().count()):
            line.setLeft(self.columnViewportPosition(column))
            line.setWidth(self.columnWidth(column))
            printed.draw(painter, line, self._cell(row, column))

    def _rows(self, top: int, bottom: int) -> range:
        """Those between two heights of the viewport."""
        first, last = self.rowAt(max(top, 0)), self.rowAt(bottom)
        return range(max(first, 0), last + 1 if last >= 0 else self._count() if first >= 0 else 0)

    def _count(self) -> int:
        return self.verticalHeader().count()

    def _measured(self) -> set[int]:
        """The rows at the beginning, in view and at the end: where somebody will look first."""
        seen, count, high = self._rows(0, self.viewport().height()), self._count(), theme.current().px("row")
        many = min(_MEASURED + self.viewport().height() // high, count)
        return {*range(many), *range(seen.start, min(seen.stop + _MEASURED, count)), *range(count - many, count)}

    def _widest(self, rows: Iterable[int], column: int) -> int:
        printed = self._now()
        return max((printed.width(self._cell(row, column)) for row in rows), default=0)

    def _now(self) -> "_Print":
        if self._print.theme is not theme.current() or self._print.font != self.font():
            self._print = _Print(theme.current(), self.font())
        return self._print


class _Print:
    """How cells look in a theme and a font: sizes in pixels, colours, and the texts that are laid out already."""

    def __init__(self, now: theme.Theme, font: QFont) -> None:
        self.theme, self.font, self._metrics = now, font, QFontMetrics(font)
        self._pad, self._mark, self._tight = (now.px(name) for name in ("small", "gap", "tight"))
        self.ink, self.off, self.selected = (now.colour(name) for name in ("ink", "off", "accent_soft"))
        self._texts: dict[tuple[str, int], QStaticText] = {}
        self._widths: dict[str, int] = {}

    def draw(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        left, middle = box.left() + self._pad, box.center().y()
        text = self.laid_out(cell.text, box.width() - self.beside(cell))
        if picture := mark(cell.tone):
            painter.drawPixmap(left, middle - self._mark // 2, picture)
            left += self._mark + self._tight
        size = text.size()
        if cell.right:
            left = round(box.right() - self._pad - size.width())
        painter.drawStaticText(left, middle - round(size.height() / 2), text)

    def beside(self, cell: Cell) -> int:
        """What is not text in the width of this cell."""
        return 2 * self._pad + (self._mark + self._tight if cell.tone else 0)

    def width(self, cell: Cell) -> int:
        """What this cell needs."""
        if cell.text not in self._widths:
            _make_room(self._widths)
            self._widths[cell.text] = self._metrics.horizontalAdvance(_in_one_line(cell.text)) + _ROUNDED
        return self._widths[cell.text] + self.beside(cell)

    def laid_out(self, text: str, width: int) -> QStaticText:
        """The text as it is drawn, cut where it is too long."""
        if (text, width) not in self._texts:
            _make_room(self._texts)
            shown = QStaticText(self._metrics.elidedText(_in_one_line(text), _ELIDE, width))
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.prepare(font=self.font)
            self._texts[text, width] = shown
        return self._texts[text, width]


def _in_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) > _KEPT:
        kept.clear()
