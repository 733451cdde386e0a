"""A chart on the screen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.qt import theme
from shared.qt.charts import style
from shared.qt.charts.chart import Chart

_LINE = 1.3  # heights of its letters


class ChartView(QWidget):
    """Shows one chart in the room there is; its accessible description has the figures."""

    def __init__(self) -> None:
        super().__init__()
        self.chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart) -> None:
        """Show this chart from now on."""
        self.chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px("ring")
        return QSize(side * 2, side)

    def minimumSizeHint(self) -> QSize:
        lines = self.chart.lines if self.chart else 0
        return QSize(theme.current().px("ring"), round(lines * theme.current().px("caption") * _LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.chart.draw(painter, QRectF(self.rect()), style.screen())
        painter.end()
