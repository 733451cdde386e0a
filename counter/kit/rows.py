"""The model of a table: columns over a tuple of frozen structs, filtered and sorted as the person chose."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from counter.kit.rows_view import Cell
from counter.kit.table_order import filtered, sorted_rows
from counter.kit.words import say
from shared.qt.tips import plain

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class Column(msgspec.Struct, Generic[R], frozen=True):
    """One column: title, text and optional mark (good, warn, bad, soft) for a row; `right`: aligned right.

    `title`: Chinese of the context Counter, or a function that gives the text. `stretch`: takes the remaining width.
    `order`: the value to sort by where the text does not sort (今天, 2月9日, a weekday); None counts as empty.
    """

    title: object
    text: Callable[[R], str]
    tone: Callable[[R], str] | None = None
    stretch: bool = False
    right: bool = False
    order: Callable[[R], Any] | None = None


class Rows(QAbstractTableModel, Generic[R]):
    """Rows are replaced as a whole. `rows`: those shown, in the order shown; `given`: all of them."""

    columns_changed = Signal()
    """The titles changed: the order and filter of before do not apply any more."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self.given: tuple[R, ...] = ()
        """All rows, in the order given to `replace`."""
        self.sorted_by: tuple[int, bool] | None = None
        """Column index and whether descending; None: as given."""
        self.wanted = ""
        """The filter: words that a row must contain to be shown; "" for none."""

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Replace the columns and clear the rows; with the same titles order and filter stay."""
        before = self.titles()
        self.beginResetModel()
        self.columns, self.rows, self.given = tuple(columns), (), ()
        if other := self.titles() != before:
            self.sorted_by, self.wanted = None, ""
        self.endResetModel()
        if other:
            self.columns_changed.emit()

    def titles(self) -> list[str]:
        """The titles of all columns, see `title`."""
        return [self.title(place) for place in range(len(self.columns))]

    def replace(self, rows: Sequence[R]) -> None:
        """Show other rows, sorted and filtered as before."""
        self.given = tuple(rows)
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort the rows again. With the same rows the model is not reset: Qt would lay out the page anew."""
        shown: Sequence[R] = filtered(self.given, self.texts, self.wanted) if self.wanted else self.given
        if self.sorted_by:
            column, down = self.columns[self.sorted_by[0]], self.sorted_by[1]
            shown = sorted_rows(shown, column.order or column.text, down=down)
        if tuple(shown) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(shown)
        self.endResetModel()

    def texts(self, row: R) -> list[str]:
        """The texts of this row's cells."""
        return [column.text(row) for column in self.columns]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(column.text(row)) if column.stretch else None
        return None

    def cell(self, row: int, column: int) -> Cell:
        """The cell at this row and column as it is drawn."""
        here, shown = self.columns[column], self.rows[row]
        return Cell(here.text(shown), here.tone(shown) if here.tone else "", here.right)

    def title(self, column: int) -> str:
        """The untranslated title of a column, a key that does not depend on the screen's language."""
        title = self.columns[column].title
        return str(title() if callable(title) else title)

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
