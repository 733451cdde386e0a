"""A chart with its heading, and the same figures as a table to read or copy."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QStackedWidget

from counter.kit.panel import Panel
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, say
from shared.qt.boxes import row
from shared.qt.charts.chart import Chart
from shared.qt.charts.view import ChartView

_AS_TABLE, _AS_CHART = QT_TRANSLATE_NOOP("Counter", "看数字"), QT_TRANSLATE_NOOP("Counter", "看图")
_WHAT = QT_TRANSLATE_NOOP("Counter", "名称")  # above the names of a chart's bars, which has no heading in the picture
Cells = tuple[str, ...]


class ChartPanel(Panel):
    """Shows the chart; its button switches to the table, which is made when it is first shown."""

    def __init__(self, title: object) -> None:
        super().__init__()
        self._title = title
        self.chart, self.switch = ChartView(), Button(_AS_TABLE, "link")
        self.table: Table[Cells] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self.box.addLayout(row(Text(title, "strong"), None, self.switch))
        self.box.addWidget(self._stack, 1)
        self.switch.clicked.connect(self._switch)

    def show_chart(self, chart: Chart) -> None:
        """Show this chart, in the form chosen before (picture or table)."""
        self.chart.show_chart(chart)
        self._fill()

    def _switch(self) -> None:
        if self.table is None:
            self.table = Table(self._title, ())
            self._stack.addWidget(self.table)
        to_chart = self._stack.currentWidget() is self.table
        self._stack.setCurrentWidget(self.chart if to_chart else self.table)
        self.switch.change(_AS_TABLE if to_chart else _AS_CHART)
        self._fill()

    def _fill(self) -> None:
        if self.table is None or self.chart.chart is None:
            return
        heading, *rows = self.chart.chart.table()
        self.table.rows.set_columns([_column(heading, place) for place in range(len(heading))])
        self.table.show_rows(rows)


def _column(heading: Cells, place: int) -> Column[Cells]:
    return Column(lambda: heading[place] or say(_WHAT), lambda cells: cells[place], right=place > 0, stretch=place == 0)
