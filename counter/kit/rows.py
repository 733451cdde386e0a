"""The rows of a table: columns over a tuple of dataclasses, some of them shown, in the order that somebody chose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

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
    """

    title: object
    text: Callable[[R], str]
    tone: Callable[[R], str] | None = None
    stretch: bool = False
    right: bool = False


class Rows(QAbstractTableModel, Generic[R]):
    """The model: rows are dataclasses, replaced whole. `rows` are those shown, in the order they are shown in."""

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
        """Other columns, and no rows until they are replaced."""
        self.beginResetModel()
        self.columns, self.rows, self.given = tuple(columns), (), ()
        self.sorted_by, self.wanted = None, ""
        self.endResetModel()

    def replace(self, rows: Sequence[R]) -> None:
        self.given = tuple(rows)
        self.arrange()

    def arrange(self) -> None:
        """Choose and sort anew what is shown."""
        self.beginResetModel()
        shown: Sequence[R] = found(self.given, self.texts, self.wanted) if self.wanted else self.given
        if self.sorted_by:
            column, down = self.sorted_by
            shown = arranged(shown, self.columns[column].text, down=down)
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
