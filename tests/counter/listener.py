"""Somebody who only listens: asks Qt for the role, name and figures of what is on a page, as a screen reader does."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget

from counter.kit.row_table import RowTable
from counter.supervisor.window_card import WindowCard
from shared.qt.charts.view import ChartView
from tests.counter.walker import usable
from tests.support.seen import seen

_SHOWN = (RowTable, ChartView, WindowCard, QScrollArea)


def problems(page: QWidget) -> Iterator[str]:
    """What on a page a person who only listens would not know. Ask after the Tab key went round: areas scroll then."""
    shown = [widget for widget in seen(page) if isinstance(widget, _SHOWN)]
    for widget in {*usable(page), *shown}:
        told = QAccessible.queryAccessibleInterface(widget)
        name, role = told.text(QAccessible.Text.Name), told.role()
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, (ChartView, WindowCard))
        if (reached and not name) or role is QAccessible.Role.NoRole:
            yield f"without a name: {role.name} {type(widget).__name__}"
        if isinstance(widget, ChartView) and widget.chart and not told.text(QAccessible.Text.Description):
            yield f"no figures: {name}"
        if isinstance(widget, RowTable) and widget.model() is not None:
            yield from _in_table(widget, told.childCount())


def _in_table(table: RowTable[Any], parts: int) -> Iterator[str]:
    """Qt tells a table as its cells and a heading to each row and column."""
    rows, columns, name = table.rows.rowCount(), table.rows.columnCount(), table.accessibleName()
    if parts != (rows + 1) * (columns + 1):
        yield f"not all cells: {name}"
    if not all(table.rows.headerData(place, Qt.Orientation.Horizontal) for place in range(columns)):
        yield f"a column without a heading: {name}"
