"""Tables as every page uses them: rows, with the tools of a table and the widths that each person gave it."""

from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeyEvent

from counter.kit import personal
from counter.kit.row_table import RowTable
from counter.kit.rows import Column, Rows
from counter.kit.table_tools import TableTools

R = TypeVar("R")
CHOOSE = QT_TRANSLATE_NOOP("Counter", "请先在表中选一行。")
"""Why a button that acts on a line cannot act."""
__all__ = ("CHOOSE", "Column", "Rows", "Table")


class Table(RowTable[R]):
    """Rows that can be sorted, filtered and copied; each person's order and widths come back with them."""

    _tools: TableTools | None = None

    def kept_width(self, column: int) -> int | None:
        return personal.current().widths.get(self._widths_as, {}).get(self.rows.title(column))

    def keep_width(self, column: int, width: int) -> None:
        personal.current().widths.setdefault(self._widths_as, {})[self.rows.title(column)] = width
        personal.changed()

    def forget_widths(self) -> None:
        """As if nobody had drawn a column."""
        personal.current().widths.pop(self._widths_as, None)
        personal.changed()
        self.fit()

    @property
    def _widths_as(self) -> str:
        """Apart in large print, where the same words need more."""
        return f"{self.kept_as}+" if personal.current().large else self.kept_as

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._tools and self._tools.takes(event)):
            super().keyPressEvent(event)

    def open_filter(self) -> None:
        """Open its filter; before its first rows there is nothing to find."""
        if self._tools:
            self._tools.filter.open()

    def end_filter(self) -> None:
        super().end_filter()
        if self._tools:
            self._tools.filter.forget()

    def _begin(self) -> None:
        super()._begin()
        self._tools = TableTools(self)
        self._tools.restore()
