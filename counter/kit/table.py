"""Tables: columns over a tuple of dataclasses. A column has a title, a text for each row and a mark for its tone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from counter.kit import page_change
from counter.kit.rows_view import Cell, RowsView
from counter.kit.words import Text, named, say
from shared.qt.tips import plain

R = TypeVar("R")
CHOOSE = QT_TRANSLATE_NOOP("Counter", "请先在表中选一行。")
"""Why a button that acts on a line cannot act."""
_NOTHING = QT_TRANSLATE_NOOP("Counter", "暂无")
_NOT_FOUND = QT_TRANSLATE_NOOP("Counter", "没有找到“{wanted}”")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its title, what it writes for a row, and maybe a mark before it (good, warn, bad, soft).

    A title is Chinese of the counter's own, or a function that words it where another practice has the word.
    """

    title: object
    text: Callable[[R], str]
    tone: Callable[[R], str] | None = None
    stretch: bool = False
    right: bool = False


class Rows(QAbstractTableModel, Generic[R]):
    """The model: rows are dataclasses, replaced whole."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Other columns, and no rows until they are replaced."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), ()
        self.endResetModel()

    def replace(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(column.text(row)) if column.stretch else None
        return None

    def cell(self, row: int, column: int) -> Cell:
        """What is drawn there."""
        here, shown = self.columns[column], self.rows[row]
        return Cell(here.text(shown), here.tone(shown) if here.tone else "", here.right)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            title = self.columns[section].title
            return title() if callable(title) else say(title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return Qt.AlignmentFlag.AlignVCenter | side
        return None


class Table(RowsView, Generic[R]):
    """The view: whole rows, arrows move, Enter or a double click means `chosen`; keeps the row over a refresh.

    `name`: what a screen reader calls it.
    """

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, name: object, columns: Sequence[Column[R]], key: Callable[[R], object] = id) -> None:
        self.rows: Rows[R] = Rows(columns)
        super().__init__(self.rows.cell, lambda place: self.rows.columns[place].stretch)
        named(self, name)
        self.nothing = Text(_NOTHING, "soft")
        self._say_nothing()
        self._key = key
        self._awaited: object = None
        self.doubleClicked.connect(lambda _: self._choose())

    def show_rows(self, rows: Sequence[R], wanted: str = "") -> None:
        """Show these rows; the same one stays current, else the first. `wanted`: what was searched for.

        While a row is awaited (`select`), none is current: nobody should act on another one meanwhile.
        """
        if self.model() is None:
            self._begin()
        before = self.current()
        kept = None if before is None else self._key(before)
        self.rows.replace(rows)
        self.fit()
        self._choose_row(self._awaited or kept)
        self.nothing.setText(say(_NOT_FOUND).format(wanted=wanted) if wanted else say(_NOTHING))
        self.nothing.setVisible(not self.rows.rows)
        self.moved.emit(self.current())

    def _choose_row(self, key: object) -> None:
        place = self._place_of(key)
        if place >= 0:
            self._awaited = None
        if self.rows.rows and not self._awaited:
            self.selectRow(max(0, place))

    def _place_of(self, key: object) -> int:
        return next((n for n, row in enumerate(self.rows.rows) if self._key(row) == key), -1)

    def _begin(self) -> None:
        """The model is set with the first rows: before, every step of building the page would measure its headers."""
        self.setModel(self.rows)
        self.selectionModel().currentRowChanged.connect(self._went)

    def _went(self, new: QModelIndex) -> None:
        if new.isValid():
            self._awaited = None  # the person went elsewhere
        self.moved.emit(self._at(new.row()))

    def current(self) -> R | None:
        """The row the cursor is on."""
        return self._at(self.currentIndex().row())

    def select(self, key: object) -> None:
        """Put the cursor on the row with this key; if it is not there yet, as soon as it comes."""
        place = self._place_of(key)
        if place < 0 and key is not None:
            self._awaited = key
            self.setCurrentIndex(QModelIndex())
        elif place >= 0:
            self.selectRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not page_change.too_soon(event.key()):
                self._choose()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rows:
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else len(self.rows.rows) - 1)  # Qt's: first, last column
        else:
            super().keyPressEvent(event)

    def _say_nothing(self) -> None:
        """A word in the middle of an empty table, once it is known to be empty."""
        box = QVBoxLayout(self.viewport())
        box.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignCenter)
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.nothing.hide()

    def _at(self, place: int) -> R | None:
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def _choose(self) -> None:
        row = self.current()
        if row is not None:
            self.chosen.emit(row)
