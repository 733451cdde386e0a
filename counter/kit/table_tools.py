"""The tools of a table: sorting, filtering and copying, by mouse, menu and keyboard."""

import re
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QMetaMethod, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from counter.kit import clipboard, personal
from counter.kit.personal import Order
from counter.kit.row_table import RowTable
from counter.kit.words import FIND, TextField, named, say
from shared.qt import theme

_COPY_CELL = QT_TRANSLATE_NOOP("Counter", "复制“{cell}”")
_COPY_ROW = QT_TRANSLATE_NOOP("Counter", "复制整行")
_COPY_ALL = QT_TRANSLATE_NOOP("Counter", "复制整个表格")
_SORT = QT_TRANSLATE_NOOP("Counter", "排序")
_AS_GIVEN = QT_TRANSLATE_NOOP("Counter", "恢复原来的顺序")
_FILTER = QT_TRANSLATE_NOOP("Counter", "筛选")
_WIDTHS = QT_TRANSLATE_NOOP("Counter", "恢复原来的列宽")
_TYPE = QT_TRANSLATE_NOOP("Counter", "输入要找的字，Esc 看全部")
_SHOWN_LETTERS = 16
_COPY = QKeySequence.StandardKey.Copy
_WIDTH_SHARE = 0.45  # of the table
_FORMULA = ("=", "+", "-", "@")
_NUMBER = re.compile(r"[+-]?¥?[0-9,.]+%?")


class TableTools(QObject):
    """The tools of one table; made together with its model."""

    def __init__(self, table: RowTable[Any]) -> None:
        super().__init__(table)
        self._table = table
        self.filter = Filter(table)
        self.filter.textChanged.connect(self._filter)
        table.rows.columns_changed.connect(self._on_columns_changed)
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.sort_next)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)

    def restore(self) -> None:
        """Restore the sorting that the person chose last for this table."""
        order = personal.current().order.get(self._table.settings_key)
        titles = self._table.rows.titles()
        if order and order.column in titles:
            self._table.rows.sorted_by = titles.index(order.column), order.down
        self._show_order()

    def sort_next(self, column: int) -> None:
        """Sort by this column: first ascending, then descending, then as given."""
        now = self._table.rows.sorted_by
        down = now == (column, False)
        self.sort(None if now == (column, True) else (column, down))

    def sort(self, by: tuple[int, bool] | None) -> None:
        """Sort by (column, descending) and store it in the person's settings; None: as given."""
        table, kept = self._table, personal.current().order
        table.rows.sorted_by = by
        kept.pop(table.settings_key, None)
        if by:
            kept[table.settings_key] = Order(table.rows.title(by[0]), by[1])
        personal.changed()
        self._show_order()
        table.arrange()

    def takes(self, event: QKeyEvent) -> bool:
        """Handle Ctrl+C (copy the row) and Ctrl+F (filter); True if handled. A page's own shortcut has precedence."""
        if event.matches(_COPY):
            self._copy_row()
        elif event.matches(FIND):
            self.filter.open()
        else:
            return False
        return True

    def menu(self, cell: tuple[int, int] | None = None) -> QMenu:
        """The context menu of the current row and, if given, of one cell (row, column)."""
        table, menu = self._table, QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if table.current() is not None:
            if table.isSignalConnected(QMetaMethod.fromSignal(table.chosen)):
                key = table.current_key()  # a refresh may make another row current
                _add(menu, table.chosen_text(), "Return").triggered.connect(lambda: self._choose(key))
                menu.addSeparator()
            if cell and (text := table.rows.cell(*cell).text):
                shown = text if len(text) <= _SHOWN_LETTERS else f"{text[:_SHOWN_LETTERS]}…"
                action = menu.addAction(say(_COPY_CELL).format(cell=shown.replace("&", "&&")))
                action.triggered.connect(lambda: _copy(text))
            line = self._line()
            _add(menu, _COPY_ROW, _COPY).triggered.connect(lambda: _copy(line))
            _add(menu, _COPY_ALL).triggered.connect(self._copy_all)
            menu.addSeparator()
        self._add_order(menu)
        _add(menu, _FILTER, FIND).triggered.connect(self.filter.open)
        _add(menu, _WIDTHS).triggered.connect(table.forget_widths)
        return menu

    def _add_order(self, menu: QMenu) -> None:
        by, sorted_by = menu.addMenu(say(_SORT)), self._table.rows.sorted_by
        for place in range(len(self._table.rows.columns)):
            arrow = {(place, False): " ↑", (place, True): " ↓"}.get(sorted_by or (-1, False), "")
            action = by.addAction(self._heading(place).replace("&", "&&") + arrow)
            action.triggered.connect(lambda _=False, place=place: self.sort_next(place))
        if sorted_by:
            _add(by, _AS_GIVEN).triggered.connect(lambda: self.sort(None))

    def _open_menu(self, at: QPoint) -> None:
        """Open the menu at a position of the viewport; opened by the menu key it is outside the rows."""
        table = self._table
        index = table.indexAt(at)
        self.menu((index.row(), index.column()) if index.isValid() else None).popup(table.viewport().mapToGlobal(at))

    def _filter(self, wanted: str) -> None:
        self._table.rows.wanted = wanted
        self._table.arrange()

    def _on_columns_changed(self) -> None:
        """Drop the filter and restore the sorting for the new columns."""
        self.filter.forget()
        self.restore()

    def _choose(self, key: object) -> None:
        if key == self._table.current_key():
            self._table.choose()

    def _copy_row(self) -> None:
        if line := self._line():
            _copy(line)

    def _line(self) -> str:
        row = self._table.current()
        return "" if row is None else _line(self._table.rows.texts(row))

    def _copy_all(self) -> None:
        """Copy the shown rows with their headings, tab-separated for spreadsheets."""
        rows = self._table.rows
        heads = [self._heading(place) for place in range(len(rows.columns))]
        _copy("\n".join(_line(cells) for cells in (heads, *map(rows.texts, rows.rows))))

    def _show_order(self) -> None:
        header, by = self._table.horizontalHeader(), self._table.rows.sorted_by
        header.setSortIndicatorShown(by is not None)
        if by:
            down = Qt.SortOrder.DescendingOrder if by[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(by[0], down)

    def _heading(self, place: int) -> str:
        return str(self._table.rows.headerData(place, Qt.Orientation.Horizontal))


class Filter(TextField):
    """The filter field above the headings of its table; Esc clears and closes it."""

    def __init__(self, table: RowTable[Any]) -> None:
        super().__init__(_TYPE)
        self.setParent(table)
        named(self, _FILTER)
        self._table = table
        self.setClearButtonEnabled(True)
        self.hide()
        table.installEventFilter(self)

    def open(self) -> None:
        """Show the field with the cursor in it."""
        self._set_geometry()
        self.show()
        self.raise_()
        self.setFocus()

    def close_filter(self) -> None:
        """Clear and hide the field; the table has the cursor."""
        self.clear()
        self.hide()
        self._table.setFocus()

    def forget(self) -> None:
        """Clear without filtering again: the caller arranges the rows."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        if not self.hasFocus():
            self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this field: as a shortcut of the dialog around it, it would close the dialog."""
        override = event if event.type() == QEvent.Type.ShortcutOverride else None
        if isinstance(override, QKeyEvent) and override.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._set_geometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_filter()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._table.setFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        if not self.text():
            self.hide()

    def _set_geometry(self) -> None:
        table = self._table
        high = max(table.horizontalHeader().height(), self.sizeHint().height())
        wide = max(round(table.width() * _WIDTH_SHARE), min(table.width(), theme.current().px("form") // 2))
        self.setGeometry(table.width() - wide, 0, wide, high)


def _add(menu: QMenu, words: object, key: str | QKeySequence.StandardKey = "") -> QAction:
    """Add an action that shows its shortcut; the table handles the key."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
    return menu.addAction(f"{say(words)}\t{shown}" if shown else say(words))


def _line(cells: list[str]) -> str:
    return "\t".join(map(_cell, cells))


def _cell(text: str) -> str:
    """In one line; text that a spreadsheet would read as a formula gets a leading blank (customers' texts)."""
    line = " ".join(text.split())
    return f" {line}" if line[:1] in _FORMULA and not _NUMBER.fullmatch(line) else line


def _copy(text: str) -> None:
    clipboard.put(text)
