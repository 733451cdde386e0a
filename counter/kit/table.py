"""The table of every page: sorting, filtering, copying, and widths kept per person."""

from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeyEvent

from counter.kit import personal
from counter.kit.row_table import RowTable
from counter.kit.rows import Column, Rows
from counter.kit.table_tools import TableTools

R = TypeVar("R")
CHOOSE = QT_TRANSLATE_NOOP("Counter", "请先在表中选一行。")
"""Why a button cannot act while no row is chosen."""
__all__ = ("CHOOSE", "Column", "Rows", "Table")


class Table(RowTable[R]):
    """Rows that can be sorted, filtered and copied; order and column widths are kept in the person's settings."""

    _tools: TableTools | None = None

    def kept_width(self, column: int) -> int | None:
        return personal.current().widths.get(self._widths_key, {}).get(self.rows.title(column))

    def keep_width(self, column: int, width: int) -> None:
        personal.current().widths.setdefault(self._widths_key, {})[self.rows.title(column)] = width
        personal.changed()

    def forget_widths(self) -> None:
        """Forget the person's widths of this table and fit the columns to their texts."""
        personal.current().widths.pop(self._widths_key, None)
        personal.changed()
        self.fit()

    @property
    def _widths_key(self) -> str:
        """Separate for large text, where the same words are wider."""
        return f"{self.settings_key}+" if personal.current().large else self.settings_key

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

    def _set_model(self) -> None:
        super()._set_model()
        self._tools = TableTools(self)
        self._tools.restore()
