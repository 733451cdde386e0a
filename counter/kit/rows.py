"""The rows of a table: columns over a tuple of dataclasses, some of them shown, in the order that somebody chose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from counter.kit.rows_view import Cell
from counter.kit.table_order import arranged, found
from counter.kit.words import say
from shared.qt.tips import plain

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its title, what it writes for a row, and maybe a mark before it (good, warn, bad, soft).

    A title is Chinese of the counter's own, or a function that words it where another practice has the word.
    `order`: what it is sorted by where its text does not tell (今天, 2月9日, a weekday): a time, a day; None is empty.
    """

    title: object
    text: Callable[[R], str]
    tone: Callable[[R], str] | None = None
    stretch: bool = False
    right: bool = False
    order: Callable[[R], Any] | None = None


class Rows(QAbstractTableModel, Generic[R]):
    """The model: rows are dataclasses, replaced whole. `rows` are those shown, in the order they are shown in."""

    renewed = Signal()
    """There are columns with other titles: neither order nor filter of before means anything."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self.given: tuple[R, ...] = ()
        """All of them, in the order they came in."""
        self.sorted_by: tuple[int, bool] | None = None
        """The column, and whether downwards."""
        self.wanted = ""
        """The words that a row must hold to be shown."""

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Other columns, and no rows until they are replaced. With the same titles they stay sorted and filtered."""
        before = self.titles()
        self.beginResetModel()
        self.columns, self.rows, self.given = tuple(columns), (), ()
        if other := self.titles() != before:
            self.sorted_by, self.wanted = None, ""
        self.endResetModel()
        if other:
            self.renewed.emit()

    def titles(self) -> list[str]:
        """See `title`."""
        return [self.title(place) for place in range(len(self.columns))]

    def replace(self, rows: Sequence[R]) -> None:
        self.given = tuple(rows)
        self.arrange()

    def arrange(self) -> None:
        """Choose and sort anew what is shown."""
        self.beginResetModel()
        shown: Sequence[R] = found(self.given, self.texts, self.wanted) if self.wanted else self.given
        if self.sorted_by:
            column, down = self.columns[self.sorted_by[0]], self.sorted_by[1]
            shown = arranged(shown, column.order or column.text, down=down)
        self.rows = tuple(shown)
        self.endResetModel()

    def texts(self, row: R) -> list[str]:
        """What stands in this row, cell by cell."""
        return [column.text(row) for column in self.columns]

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

    def title(self, column: int) -> str:
        """The title of a column as the program writes it, whatever language the screen speaks."""
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
