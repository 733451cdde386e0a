"""每小时: how many waited and were served in each hour of a day, as a chart and a table."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.chart_panel import ChartPanel
from counter.kit.words import Text, say
from shared.practice.line.statistics import Hour
from shared.qt import theme
from shared.qt.charts.trend import Trend

TITLE = QT_TRANSLATE_NOOP("Counter", "每小时")
_CHART = QT_TRANSLATE_NOOP("Counter", "每小时等候与办结")
_WAITING = QT_TRANSLATE_NOOP("Counter", "整点时等候的人数")
_SERVED = QT_TRANSLATE_NOOP("Counter", "这一小时办结")
_SUMMARY = QT_TRANSLATE_NOOP("Counter", "取号 {came} 个，办结 {served} 个；等候最多的时候在 {hour}，{most} 人。")
_NONE = QT_TRANSLATE_NOOP("Counter", "这一天没有人取号。")


class DayHours(ChartPanel):
    """The chart of one day with a summary."""

    def __init__(self) -> None:
        super().__init__(_CHART)
        self.summary = Text(style="soft", wrap=True)
        self.summary.setMinimumHeight(theme.current().px("row"))
        self.box.addWidget(self.summary)

    def hasHeightForWidth(self) -> bool:
        """False despite the wrapped summary: Qt would take its preferred height for the least and squeeze the tiles."""
        return False

    def show_hours(self, hours: Sequence[Hour]) -> None:
        """Show the hours of a day."""
        names = tuple(f"{each.hour + 1:02}:00" for each in hours)
        waiting, served = (tuple(float(getattr(each, name)) for each in hours) for name in ("waiting", "served"))
        self.show_chart(Trend(say(_CHART), names, waiting, served, say(_WAITING), say(_SERVED)))
        if not hours:
            self.summary.setText(say(_NONE))
            return
        fullest = max(hours, key=lambda each: each.waiting)
        came, done = sum(each.came for each in hours), sum(each.served for each in hours)
        words = {"came": came, "served": done, "hour": f"{fullest.hour + 1:02}:00", "most": fullest.waiting}
        self.summary.setText(say(_SUMMARY).format(**words))
