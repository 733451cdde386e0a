"""The view of a table: whole rows, one of them current, which stays current over a refresh."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from counter.kit import page_change
from counter.kit.place import place_around
from counter.kit.rows import Column, Rows
from counter.kit.rows_view import RowsView
from counter.kit.words import Text, named, say

R = TypeVar("R")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "暂无")
_NOT_FOUND = QT_TRANSLATE_NOOP("Counter", "没有找到“{wanted}”")
_OPEN = QT_TRANSLATE_NOOP("Counter", "打开")


class RowTable(RowsView, Generic[R]):
    """Arrows move, Enter or a double click emits `chosen(row)`; `moved(row or None)` when another row is current.

    `name`: its accessible name. `key(row)`: what tells the same row again after a refresh.
    """

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, name: object, columns: Sequence[Column[R]], key: Callable[[R], object] = id) -> None:
        self.rows: Rows[R] = Rows(columns)
        super().__init__(self.rows.cell, lambda place: self.rows.columns[place].stretch)
        named(self, name)
        self.settings_name = str(name)
        """The name of this table in a person's settings, below that of its page."""
        self.chosen_text: Callable[[], str] = lambda: say(_OPEN)
        """The text of what `chosen` does with a row: the first entry of the table's menu."""
        self.nothing = Text(_NOTHING, "soft")
        self._add_empty_label()
        self._key = key
        self._awaited: object = None
        self._searched = ""
        self.doubleClicked.connect(self.choose)

    @property
    def settings_key(self) -> str:
        """The key of its widths and order in a person's settings: page and name, because names repeat over pages."""
        place = place_around(self)
        return f"{place.key if place else ''}/{self.settings_name}"

    def show_rows(self, rows: Sequence[R], wanted: str = "") -> None:
        """Show these rows; the same one stays current, else the first. `wanted`: what was searched for.

        While a row is awaited (`select`), none is current: nobody should act on another one meanwhile.
        """
        if self.model() is None:
            self._set_model()
        self._searched = wanted
        self._show(lambda: self.rows.replace(rows))

    def arrange(self) -> None:
        """Show the same rows in another order, or others of them."""
        self._show(self.rows.arrange)

    def _show(self, change: Callable[[], None]) -> None:
        kept = self.current_key()
        change()
        if self._awaited is not None and self._place_of(self._awaited) < 0 and self._filtered_out(self._awaited):
            self.end_filter()
            self.rows.arrange()
        self.fit()
        self.viewport().update()  # the texts of the same rows may be others: they depend on the time
        self._choose_row(self._awaited or kept)
        wanted = self.rows.wanted or self._searched
        self.nothing.setText(say(_NOT_FOUND).format(wanted=wanted) if wanted else say(_NOTHING))
        self.nothing.setVisible(not self.rows.rows)
        self.moved.emit(self.current())

    def _filtered_out(self, key: object) -> bool:
        return bool(self.rows.wanted) and any(self._key(row) == key for row in self.rows.given)

    def end_filter(self) -> None:
        """Drop the filter because it hides a row that must be shown. The caller arranges the rows next."""
        self.rows.wanted = ""

    def _choose_row(self, key: object) -> None:
        place = self._place_of(key)
        if place >= 0:
            self._awaited = None
        if self.rows.rows and not self._awaited:
            self.selectRow(max(0, place))

    def _place_of(self, key: object) -> int:
        return next((n for n, row in enumerate(self.rows.rows) if self._key(row) == key), -1)

    def _set_model(self) -> None:
        """Set the model with the first rows: set earlier, each step of building the page would measure its headers."""
        self.setModel(self.rows)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def _on_row_changed(self, new: QModelIndex) -> None:
        if new.isValid():
            self._awaited = None  # the person chose another row
        self.moved.emit(self._at(new.row()))

    def current(self) -> R | None:
        """The row the cursor is on."""
        return self._at(self.currentIndex().row())

    def current_key(self) -> object:
        """Its key; None where there is none."""
        row = self.current()
        return None if row is None else self._key(row)

    def select(self, key: object) -> None:
        """Put the cursor on the row with this key; if it is not there yet, as soon as it comes. It ends a filter."""
        if self._place_of(key) < 0 and self._filtered_out(key):
            self.end_filter()
            self.arrange()
        place = self._place_of(key)
        if place < 0 and key is not None:
            self._awaited = key
            self.setCurrentIndex(QModelIndex())
        elif place >= 0:
            self.selectRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not page_change.too_soon(event.key()):
                self.choose()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rows:
            # Qt would go to the first or last column.
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else len(self.rows.rows) - 1)
        else:
            super().keyPressEvent(event)

    def _add_empty_label(self) -> None:
        """The label in the middle of an empty table; shown once the rows are read."""
        box = QVBoxLayout(self.viewport())
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        box.addWidget(self.nothing)
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.nothing.hide()

    def _at(self, place: int) -> R | None:
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def choose(self) -> None:
        """Emit `chosen` with the current row, if there is one."""
        row = self.current()
        if row is not None:
            self.chosen.emit(row)
