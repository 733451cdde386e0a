"""成效: measures by quarter, the changes of rules, and a comparison of the days before and after a change."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit import print_out, save_file
from counter.kit.chart_panel import ChartPanel
from counter.kit.lazy_tabs import Tabs
from counter.kit.number_field import NumberField
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import PRINT, SAVE, Button, Text, listed, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.qt import printing
from shared.qt.boxes import column, together
from shared.qt.charts.trend import Trend
from shared.qt.page_pictures import Paper
from shared.report import effect as reports
from shared.report import effect_files
from shared.report.effect import QUARTERS, Compared, Effect, Figures, Measure, RuleChange, basis, value
from shared.report.words import label

_TITLE = QT_TRANSLATE_NOOP("Counter", "成效")
_YEARS = (2014, 2099)
_MEASURES, _CHANGES = QT_TRANSLATE_NOOP("Counter", "各季度"), QT_TRANSLATE_NOOP("Counter", "规则变更前后")
_CHART = QT_TRANSLATE_NOOP("Counter", "图")
_EXPORT = QT_TRANSLATE_NOOP("Counter", "导出成效")
_QUARTER, _YEAR = QT_TRANSLATE_NOOP("Counter", "第{quarter}季度"), QT_TRANSLATE_NOOP("Counter", "{year}年")
_BY_YEAR = QT_TRANSLATE_NOOP("Counter", "年份 ↑↓")
_NO_CHANGE = QT_TRANSLATE_NOOP("Counter", "这一年没有改过规则。")
_CHOOSE = QT_TRANSLATE_NOOP("Counter", "选一项变更，下表是它前后同样长的对比；前后不同不等于因为规则。")


class ComparedRow(msgspec.Struct, frozen=True):
    """A measure before and after a change."""

    measure: Measure
    before: Figures
    after: Figures


class EffectPage(Page[Effect]):
    """A table of measures with a chart of the current one; a second tab for changes of rules."""

    place = Place("effect", _TITLE, "chart", Act.SEE_ALL_HALLS, Group.OFFICE, 10, Theme.SERVICE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year = NumberField(QT_TRANSLATE_NOOP("Counter", "年份"), *_YEARS)
        self.year.setValue(day_of(session.now()).year)
        self.print_ = Button(QT_TRANSLATE_NOOP("Counter", "打印"), shortcut=PRINT)
        self.export = Button(_EXPORT, shortcut=SAVE)
        self.tabs, self.panel = Tabs(), ChartPanel(_CHART)
        self.table: Table[Measure] = Table(_MEASURES, self._columns(), key=lambda measure: measure)
        self.changes: Table[RuleChange] = Table(_CHANGES, _change_columns(), key=lambda change: change.version)
        self.compared: Table[ComparedRow] = Table(_CHANGES, _line_columns(), key=lambda line: line.measure)
        self.span, self.method = Text(wrap=True), Text(style="soft", wrap=True)
        self._chosen = 0
        self._build()

    def _build(self) -> None:
        self.head.addWidget(Text(_BY_YEAR, "soft"))
        self.head.addWidget(self.year)
        self.head.addWidget(self.print_)
        self.head.addWidget(self.export)
        for inside in (((self.table, 3), (self.panel, 2)), ((self.changes, 2), (self.span, 0), (self.compared, 3))):
            self.tabs.addTab(_tab(*inside), "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(text_below(self.method))
        self.year.valueChanged.connect(self.refresh)
        self.print_.clicked.connect(self._print)
        self.export.clicked.connect(self._export)
        self.table.moved.connect(self._show_chart)
        self.changes.moved.connect(self._compare)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Effect]:
        year, today = self.year.value(), day_of(self.session.now())
        return lambda store: reports.effect(store, year, today)

    def show_data(self, data: Effect) -> None:
        for place, title in enumerate((_MEASURES, _CHANGES)):
            self.tabs.setTabText(place, say(title))
        self.method.setText(label("effect_method"))
        self.table.rows.set_columns(self._columns())
        self.table.show_rows(tuple(Measure))
        self.changes.show_rows(data.changes)
        self._show_chart()
        if not data.changes:
            self.compared.show_rows(())
            self.span.setText(say(_NO_CHANGE))

    def _show_chart(self) -> None:
        measure = self.table.current()
        if self.data and measure:
            self.panel.show_chart(chart_of(self.data, measure))

    def _compare(self, change: RuleChange | None) -> None:
        if change is None:
            return
        today = day_of(self.session.now())
        self.session.read(self, lambda store: reports.compared(store, change, today), self._show_compared)

    def _show_compared(self, found: Compared) -> None:
        if found.change != self.changes.current():
            return  # another change was chosen meanwhile
        lines = (f"{line.section} · {line}" for line in found.change.changed)
        spans = (f"{label(name)} {_days(those)}" for name, those in (("before", found.before), ("after", found.after)))
        self.span.setText(f"{listed(lines)}\n{' · '.join(spans)}\n{say(_CHOOSE)}")
        self.compared.show_rows([ComparedRow(measure, found.before, found.after) for measure in Measure])

    def _export(self) -> None:
        if self.data is None:
            return
        found, charts = self.data, _charts(self.data)

        def write(store: Store, file: Path, kind: str) -> None:
            effect_files.write(found, charts, file, kind)

        save_file.ask(self, _EXPORT, f"{say(_TITLE)}-{found.year}", write)

    def _print(self) -> None:
        if self.data is None:
            return
        found, charts = self.data, _charts(self.data)

        def paint(_: Store, paper: Paper) -> bool:
            return effect_files.print_on(found, charts, paper)

        title = f"{say(_TITLE)}-{found.year}"
        print_out.ask(self, print_out.PrintJob(title, paint, layout=printing.layout(landscape=True)))

    def _columns(self) -> list[Column[Measure]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "指标"), lambda measure: label(measure.value), stretch=True),
            *(
                Column(partial(_quarter, place), partial(self._cell, place), right=True)
                for place in range(len(QUARTERS))
            ),
        ]

    def _cell(self, place: int, measure: Measure) -> str:
        """The figure of a quarter, that of the year before in brackets."""
        if self.data is None:
            return ""
        now, before = self.data.quarters[place], self.data.before[place]
        last = value(measure, before)
        return _figure(value(measure, now)) + ("" if last is None else f" ({_figure(last)})")


def _tab(*parts: tuple[QWidget, int]) -> QWidget:
    """Make a tab of widgets below each other with their stretch factors."""
    box = column()
    for part, share in parts:
        box.addWidget(part, share)
    return together(box)


def _quarter(place: int) -> str:
    return say(_QUARTER).format(quarter=place + 1)


def _figure(found: Fraction | None) -> str:
    return "—" if found is None else decimal(found)


def _change_columns() -> list[Column[RuleChange]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "日期"), lambda change: text.full_day(change.day)),
        Column(
            QT_TRANSLATE_NOOP("Counter", "改了什么"),
            lambda change: listed(map(str, change.changed)),
            stretch=True,
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda change: str(change.version), right=True),
    ]


def _days(those: Figures) -> str:
    return f"{text.day(those.first)} – {text.day(those.last)}"


def _line_columns() -> list[Column[ComparedRow]]:
    def figure(line: ComparedRow, found: Figures) -> str:
        return f"{_figure(value(line.measure, found))} / {basis(line.measure, found)}"

    def heading(name: str) -> Callable[[], str]:
        return lambda: f"{label(name)} / {label('of')}"

    return [
        Column(QT_TRANSLATE_NOOP("Counter", "指标"), lambda line: label(line.measure.value), stretch=True),
        Column(heading("before"), lambda line: figure(line, line.before), right=True),
        Column(heading("after"), lambda line: figure(line, line.after), right=True),
    ]


def chart_of(found: Effect, measure: Measure) -> Trend:
    """Make the chart of a measure by quarter, last year's in grey, with a mark at each change of rules."""
    this, last = (say(_YEAR).format(year=year) for year in (found.year, found.year - 1))
    return Trend(
        label(measure.value),
        tuple(_quarter(place) for place in range(len(QUARTERS))),
        _floats(measure, found.quarters),
        _floats(measure, found.before),
        this,
        last,
        parts=True,
        marks=tuple((_position(change), _rule_name(change)) for change in found.changes),
    )


def _charts(found: Effect) -> list[Trend]:
    """The charts of all measures that have figures."""
    return [chart for measure in Measure if (chart := chart_of(found, measure)).has_figures]


def _floats(measure: Measure, those: Sequence[Figures | None]) -> tuple[float | None, ...]:
    figures = (value(measure, each) for each in those)
    return tuple(None if figure is None else float(figure) for figure in figures)


def _position(change: RuleChange) -> float:
    """The position of a change on the axis of quarters, 0 to 4."""
    begun = (change.day - date(change.day.year, 1, 1)).days
    return len(QUARTERS) * begun / (date(change.day.year, 12, 31) - date(change.day.year, 1, 1)).days


def _rule_name(change: RuleChange) -> str:
    name, *more = (str(line.name) for line in change.changed)
    return f"{name} …" if more else name
