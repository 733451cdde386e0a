"""The charts of the 5P report: by P, trend against the year before, by month, by person, busy hours."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.words import say
from shared.practice.cards import words
from shared.practice.cards.facts import P
from shared.qt.charts.bars import Bar, Bars
from shared.qt.charts.chart import Chart
from shared.qt.charts.columns import Columns, Series
from shared.qt.charts.heat import Heat
from shared.qt.charts.strip import Strip
from shared.qt.charts.trend import Trend
from shared.report.cards import CardReport, Row

TITLES = (
    QT_TRANSLATE_NOOP("Counter", "各P"),
    QT_TRANSLATE_NOOP("Counter", "趋势"),
    QT_TRANSLATE_NOOP("Counter", "逐月"),
    QT_TRANSLATE_NOOP("Counter", "分布"),
    QT_TRANSLATE_NOOP("Counter", "忙闲"),
)
_MONTH, _YEAR = QT_TRANSLATE_NOOP("Counter", "{month}月"), QT_TRANSLATE_NOOP("Counter", "{year}年")
_RATE, _OTHERS = QT_TRANSLATE_NOOP("Counter", "每千笔办理的卡数"), QT_TRANSLATE_NOOP("Counter", "其他")
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Counter", "周一"),
    QT_TRANSLATE_NOOP("Counter", "周二"),
    QT_TRANSLATE_NOOP("Counter", "周三"),
    QT_TRANSLATE_NOOP("Counter", "周四"),
    QT_TRANSLATE_NOOP("Counter", "周五"),
    QT_TRANSLATE_NOOP("Counter", "周六"),
    QT_TRANSLATE_NOOP("Counter", "周日"),
)
_NEWER = "accent"
_OPEN = range(8, 18)  # always shown

Months = Mapping[P, tuple[int, ...]]


class ChartData(msgspec.Struct, frozen=True):
    """The data of the charts: a report, cards by P and month of its year and of the one before, cards by hour.

    `so_far`: how many months of the year have begun. `busy`: (weekday, hour) -> cards.
    """

    report: CardReport
    year: int
    so_far: int
    months: Months
    before: Months
    busy: Mapping[tuple[int, int], int]


def charts(found: ChartData, chosen: Row | None) -> tuple[Chart, ...]:
    """A chart for each of `TITLES`; the row `chosen` is marked."""
    titles = [say(title) for title in TITLES]
    return (
        _by_p(titles[0], found.report),
        _trend(titles[1], found),
        _by_month(titles[2], found),
        _rates(say(_RATE), found.report, chosen),
        _busy(titles[4], found),
    )


def _tone(p: P) -> str:
    return p.value if p.known else _NEWER


def _by_p(title: str, report: CardReport) -> Chart:
    return Bars(title, tuple(Bar(_tone(p), words.p(p), report.by_p.get(p, 0)) for p in P.and_newer(report.by_p)))


def _names() -> tuple[str, ...]:
    return tuple(say(_MONTH).format(month=month) for month in range(1, 13))


def _trend(title: str, found: ChartData) -> Chart:
    now, before = (
        tuple(sum(figures[m] for figures in months.values()) for m in range(12))
        for months in (found.months, found.before)
    )
    shown = tuple(figure if month < found.so_far else None for month, figure in enumerate(now))
    this, last = (say(_YEAR).format(year=year) for year in (found.year, found.year - 1))
    return Trend(title, _names(), shown, before, this, last)


def _by_month(title: str, found: ChartData) -> Chart:
    series = tuple(Series(_tone(p), words.p(p), found.months[p]) for p in P.and_newer(found.months))
    return Columns(title, _names(), series, stacked=True)


def _rates(title: str, report: CardReport, chosen: Row | None) -> Chart:
    rates = {row.key: float(row.per_1000) for row in report.rows if row.per_1000 is not None}
    own = rates.pop(chosen.key, None) if chosen else None
    name = (chosen.name or chosen.key) if chosen else ""
    return Strip(title, tuple(rates.values()), own, name, say(_OTHERS), lambda rate: f"{rate:.2f}")


def _busy(title: str, found: ChartData) -> Chart:
    hours = range(
        min(_OPEN.start, *(h for _, h in found.busy), 24), max(_OPEN.stop, *(h + 1 for _, h in found.busy), 0)
    )
    cells = tuple(tuple(found.busy.get((day, hour), 0) for hour in hours) for day in range(7))
    return Heat(title, tuple(say(day) for day in _WEEKDAYS), tuple(f"{hour}:00" for hour in hours), cells)
