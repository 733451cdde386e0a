"""The view of whole rows: painted in one call, columns as wide as their texts.

QTableView asks the model seven times for every cell, draws each through the stylesheet and measures the columns at
every change: 12 ms for a page of twenty rows, most of a frame, repeated at every call of a number.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QShowEvent, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from counter.kit.tone_mark import mark
from shared.qt import theme

_ELIDE = Qt.TextElideMode.ElideRight
_INTERACTIVE, _STRETCH = QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Stretch
_MOUSE_BUTTON = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
_CACHE_LIMIT = 2000
_MEASURED_ROWS = 20
"""Rows measured at each end beyond those in view: measuring all rows would block the screen."""
_LEAST_LINES = 3
_ROUNDED = 2  # px; added because horizontalAdvance rounds down


class Cell(NamedTuple):
    """The text of one cell, the mark before it (good, warn, bad, soft or ""), and whether it is aligned right."""

    text: str
    tone: str = ""
    right: bool = False


class RowsView(QTableView):
    """A table of whole rows. Call `fit` after its rows changed.

    `cell(row, column)` gives what to draw; `takes_rest(column)`: whether the column takes the remaining width.
    """

    def __init__(self, cell: Callable[[int, int], Cell], takes_rest: Callable[[int], bool]) -> None:
        super().__init__()
        self._cell, self._takes_rest = cell, takes_rest
        self._cells = _CellPainter(theme.current(), self.font())
        self._fitting = self._dragging = False
        self._fitted_in: QFont | None = None
        """The font of the header at the last `fit`; None where its texts may be others since."""
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
        """At least the header and two rows, so that the current row stays visible."""
        return QSize(super().minimumSizeHint().width(), theme.current().px("row") * _LEAST_LINES)

    def sizeHint(self) -> QSize:
        """No height of its own: it takes what the layout leaves, so that it does not make pages higher."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def fit(self) -> None:
        """Set each column to the width the person gave it, else to that of its header and texts."""
        self._fitting = True
        self.verticalHeader().setDefaultSectionSize(theme.current().px("row"))
        header, rows = self.horizontalHeader(), self._rows_to_measure()
        self._fitted_in = header.font()
        for column in range(header.count()):
            mode = _STRETCH if self._takes_rest(column) else _INTERACTIVE
            if mode != header.sectionResizeMode(column):
                header.setSectionResizeMode(column, mode)
            if mode == _INTERACTIVE:
                wide = max(header.sectionSizeHint(column), self._widest(rows, column))
                header.resizeSection(column, self.kept_width(column) or wide)
        self._fitting = False

    def kept_width(self, column: int) -> int | None:
        """The width that the person gave this column, px; None for none. For subclasses."""
        return None

    def keep_width(self, column: int, width: int) -> None:
        """Store the width that the person gave a column, px. For subclasses."""

    def forget_widths(self) -> None:
        """Forget the stored widths. For subclasses."""

    def _resized(self, column: int, _before: int, width: int) -> None:
        """Store a width that was dragged; Qt also resizes columns with another font or window."""
        if self._dragging and not self._fitting and self.horizontalHeader().sectionResizeMode(column) == _INTERACTIVE:
            self.keep_width(column, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.horizontalHeader().viewport() and event.type() in _MOUSE_BUTTON:
            self._dragging = event.type() == QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        cells = self._current_cells()
        with QPainter(self.viewport()) as painter:  # closed on exceptions too: Qt aborts otherwise
            painter.setFont(cells.font)
            painter.setPen(cells.ink if self.isEnabled() else cells.off)
            for row in self._rows(event.rect().top(), event.rect().bottom()):
                self._paint_row(painter, cells, row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._fitted_in = None
            if self.isVisible():
                self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fitted_in != self.horizontalHeader().font():  # before the first time it is not the final one
            self.fit()

    def _paint_row(self, painter: QPainter, cells: "_CellPainter", row: int) -> None:
        line = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
        if self.selectionModel().isRowSelected(row, QModelIndex()):
            painter.fillRect(line, cells.selected)
        for column in range(self.horizontalHeader().count()):
            line.setLeft(self.columnViewportPosition(column))
            line.setWidth(self.columnWidth(column))
            cells.draw(painter, line, self._cell(row, column))

    def _rows(self, top: int, bottom: int) -> range:
        """The rows between two y positions of the viewport."""
        first, last = self.rowAt(max(top, 0)), self.rowAt(bottom)
        return range(max(first, 0), last + 1 if last >= 0 else self._count() if first >= 0 else 0)

    def _count(self) -> int:
        return self.verticalHeader().count()

    def _rows_to_measure(self) -> set[int]:
        """The rows whose texts are measured: the first, those in view, and the last."""
        seen, count, high = self._rows(0, self.viewport().height()), self._count(), theme.current().px("row")
        many = min(_MEASURED_ROWS + self.viewport().height() // high, count)
        return {*range(many), *range(seen.start, min(seen.stop + _MEASURED_ROWS, count)), *range(count - many, count)}

    def _widest(self, rows: Iterable[int], column: int) -> int:
        cells = self._current_cells()
        return max((cells.width(self._cell(row, column)) for row in rows), default=0)

    def _current_cells(self) -> "_CellPainter":
        if self._cells.theme is not theme.current() or self._cells.font != self.font():
            self._cells = _CellPainter(theme.current(), self.font())
        return self._cells


class _CellPainter:
    """Draws and measures cells in one theme and font; caches laid-out texts and widths."""

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
        """The width of padding and mark, px."""
        return 2 * self._pad + (self._mark + self._tight if cell.tone else 0)

    def width(self, cell: Cell) -> int:
        """The width this cell needs, px."""
        if cell.text not in self._widths:
            _limit(self._widths)
            self._widths[cell.text] = self._metrics.horizontalAdvance(_in_one_line(cell.text)) + _ROUNDED
        return self._widths[cell.text] + self.beside(cell)

    def laid_out(self, text: str, width: int) -> QStaticText:
        """The text laid out in one line, elided to `width` px."""
        if (text, width) not in self._texts:
            _limit(self._texts)
            shown = QStaticText(self._metrics.elidedText(_in_one_line(text), _ELIDE, width))
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.prepare(font=self.font)
            self._texts[text, width] = shown
        return self._texts[text, width]


def _in_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _limit(kept: dict[Any, Any]) -> None:
    if len(kept) > _CACHE_LIMIT:
        kept.clear()
