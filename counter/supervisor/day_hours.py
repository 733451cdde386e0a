"""每小时: how many waited and how many were served in each hour of the day, as a curve and as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.chart_panel import ChartPanel
from counter.kit.words import Text, say
from shared.practice.line.views import Hour
from shared.qt import theme
from shared.qt.charts.trend import Trend

TITLE = QT_TRANSLATE_NOOP("Counter", "每小时")
_CURVE = QT_TRANSLATE_NOOP("Counter", "每小时等候与办结")
_WAITING = QT_TRANSLATE_NOOP("Counter", "整点时等候的人数")
_SERVED = QT_TRANSLATE_NOOP("Counter", "这一小时办结")
_SUMS = QT_TRANSLATE_NOOP("Counter", "取号 {came} 个，办结 {served} 个；等候最多的时候在 {hour}，{most} 人。")
_NONE = QT_TRANSLATE_NOOP("Counter", "这一天没有人取号。")


class DayHours(ChartPanel):
    """The curve of one day; a sentence sums it up."""

    def __init__(self) -> None:
        super().__init__(_CURVE)
        self.sums = Text(style="soft", wrap=True)
        self.sums.setMinimumHeight(theme.current().px("row"))
        self.box.addWidget(self.sums)

    def hasHeightForWidth(self) -> bool:
        """Not because of its sentence: Qt would take the height it likes for the least, and squeeze the tiles above."""
        return False

    def show_hours(self, hours: Sequence[Hour]) -> None:
        """Show these hours."""
        names = tuple(f"{each.hour + 1:02}:00" for each in hours)
        waiting, served = (tuple(float(getattr(each, name)) for each in hours) for name in ("waiting", "served"))
        self.show_chart(Trend(say(_CURVE), names, waiting, served, say(_WAITING), say(_SERVED)))
        if not hours:
            self.sums.setText(say(_NONE))
            return
        fullest = max(hours, key=lambda each: each.waiting)
        came, done = sum(each.came for each in hours), sum(each.served for each in hours)
        words = {"came": came, "served": done, "hour": f"{fullest.hour + 1:02}:00", "most": fullest.waiting}
        self.sums.setText(say(_SUMS).format(**words))
