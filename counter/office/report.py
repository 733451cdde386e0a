"""5P卡报表: customers' counted cards of a year, quarter or month, as charts, a ranking and a file."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QTabBar

from counter.kit import save_file
from counter.kit.chart_panel import ChartPanel
from counter.kit.choice import Choice, choice, refill
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Text, named, say
from counter.office import card_charts
from counter.office.card_charts import ChartData, charts
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people import words as people_words
from shared.people.views import halls
from shared.practice.cards import views, words
from shared.practice.cards.facts import P
from shared.practice.line import statistics as line
from shared.report import card_files
from shared.report import cards as reports
from shared.report.cards import By, Row

_TITLE = QT_TRANSLATE_NOOP("Counter", "5P卡报表")
_YEARS = (2014, 2099)
_PERIOD, _HALL = QT_TRANSLATE_NOOP("Counter", "期间"), QT_TRANSLATE_NOOP("Counter", "大厅")
_ROW = QT_TRANSLATE_NOOP("Counter", "按什么列出")
_WHOLE_YEAR, _ALL_HALLS = QT_TRANSLATE_NOOP("Counter", "全年"), QT_TRANSLATE_NOOP("Counter", "全部大厅")
_QUARTER = QT_TRANSLATE_NOOP("Counter", "第{quarter}季度")
_MONTH = QT_TRANSLATE_NOOP("Counter", "{month}月")
_BY = {
    By.STAFF: QT_TRANSLATE_NOOP("Counter", "按人员"),
    By.HALL: QT_TRANSLATE_NOOP("Counter", "按大厅"),
    By.POST: QT_TRANSLATE_NOOP("Counter", "按岗位"),
    By.MONTH: QT_TRANSLATE_NOOP("Counter", "按月份"),
}
_EXPORT = QT_TRANSLATE_NOOP("Counter", "导出5P卡报表")
_ABOUT_RANK = QT_TRANSLATE_NOOP("Counter", "名次按每千笔办理的卡数的可靠下限（Wilson）；办理不足10笔的不排名。")


class ReportData(msgspec.Struct, frozen=True):
    """The chart data, levels by staff number, how many are promoted, and the halls' names by code."""

    figures: ChartData
    levels: Mapping[str, str]
    promoted: int
    halls: Mapping[str, str]


class ReportPage(Page[ReportData]):
    """A chart above, the ranking below."""

    place = Place("report", _TITLE, "chart", Act.SEE_ALL_HALLS, Group.OFFICE, 1, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year = NumberField(QT_TRANSLATE_NOOP("Counter", "年份"), *_YEARS)
        self.year.setValue(day_of(session.now()).year)
        self.period, self.hall, self.by = choice({"": ""}), choice({"": ""}), choice(dict.fromkeys(By, ""))
        self.export = Button(_EXPORT, shortcut=SAVE)
        self.tabs, self.panel = QTabBar(), ChartPanel(QT_TRANSLATE_NOOP("Counter", "用户赠卡（计入）"))
        self.total, self.staff = Text(style="lead"), Text(style="soft")
        self.table: Table[Row] = Table(_TITLE, self._columns(), key=lambda line: line.key)
        self._build()
        self._connect()

    def _build(self) -> None:
        for _ in card_charts.TITLES:
            self.tabs.addTab("")
        tab_keys(self, self.tabs)
        for box, name in ((self.period, _PERIOD), (self.hall, _HALL), (self.by, _ROW)):
            named(box, name)
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.head.addWidget(self.export)
        self.body.addLayout(Flow(self.year, self.period, self.hall, self.by, None))
        self.body.addLayout(Flow(self.total, None, self.staff))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.panel, 2)
        self.body.addWidget(self.table, 3)
        self.body.addWidget(Text(_ABOUT_RANK, "caption", wrap=True))

    def _connect(self) -> None:
        self.year.valueChanged.connect(self.refresh)
        for box in (self.period, self.hall, self.by):
            box.currentIndexChanged.connect(self.refresh)
        self.tabs.currentChanged.connect(self._show_chart)
        self.table.moved.connect(self._show_chart)
        self.export.clicked.connect(self._export)

    def take_focus(self) -> None:
        self.year.setFocus()

    def query(self) -> Callable[[Store], ReportData]:
        year, hall, by = self.year.value(), self.hall.currentData() or "", self.by.currentData()
        days, today = _span(year, self.period.currentData() or ""), day_of(self.session.now())
        so_far = 12 if year < today.year else today.month if year == today.year else 0

        def read(store: Store) -> ReportData:
            figures = ChartData(
                report=reports.report(store, *days, hall, by),
                year=year,
                so_far=so_far,
                months=reports.monthly(store, year, hall),
                before=reports.monthly(store, year - 1, hall),
                busy=line.busy(store, *days, hall),
            )
            found = views.report(store, year)
            levels = {each.number: each.level for each in found.by_staff}
            return ReportData(figures, levels, found.promoted, {each.code: each.name for each in halls(store)})

        return read

    def show_data(self, data: ReportData) -> None:
        refill(self.period, _periods())
        refill(self.hall, {"": say(_ALL_HALLS), **data.halls})
        refill(self.by, {by: say(text) for by, text in _BY.items()})
        for place, title in enumerate(card_charts.TITLES):
            self.tabs.setTabText(place, say(title))
        report = data.figures.report
        text = self.tr("{total} 张 · {staff} 人 · 晋级 {promoted} 人")
        staff = sum(bool(each.total) for each in report.rows) if report.by is By.STAFF else len(data.levels)
        self.total.setText(text.format(total=report.total, staff=staff, promoted=data.promoted))
        self.staff.setText(self.tr("另有员工互赠 {count} 张，单独统计。").format(count=report.from_staff))
        self.table.show_rows(report.rows)
        self._show_chart()

    def _show_chart(self) -> None:
        if self.data:
            self.panel.show_chart(charts(self.data.figures, self.table.current())[self.tabs.currentIndex()])

    def _export(self) -> None:
        if self.data is None:
            return
        report, shown, place = self.data.figures.report, charts(self.data.figures, None), self.hall.currentText()

        def write(store: Store, file: Path, kind: str) -> None:
            card_files.write(report, place, {row.key: self._name(row) for row in report.rows}, shown, file, kind)

        save_file.ask(self, _EXPORT, f"{say(_TITLE)}-{place}-{report.first}-{report.last}", write)

    def _name(self, shown: Row) -> str:
        by = self.by.currentData()
        return people_words.post(shown.key) if by is By.POST else shown.name or shown.key

    def _level(self, shown: Row) -> str:
        level = self.data.levels.get(shown.key, "") if self.data and self.by.currentData() is By.STAFF else ""
        return words.level(level) if level else "—"

    def _columns(self) -> list[Column[Row]]:
        def count(p: P) -> Callable[[Row], str]:
            return lambda shown: str(shown.by_p.get(p, 0))

        def title(p: P) -> Callable[[], str]:
            return lambda: words.p(p)

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "名次"), lambda r: str(r.rank or "—"), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "代码"), lambda r: r.key),
            Column(QT_TRANSLATE_NOOP("Counter", "名称"), self._name, stretch=True),
            *(Column(title(p), count(p), right=True) for p in P),
            Column(QT_TRANSLATE_NOOP("Counter", "合计"), lambda r: str(r.total), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "办理"), lambda r: str(r.served), right=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "每千笔"),
                lambda r: "—" if r.per_1000 is None else decimal(r.per_1000),
                right=True,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "等级"), self._level),
        ]


def _span(year: int, period: str) -> tuple[date, date]:
    month = f"{year}-{period[1:]}" if period.startswith("m") else ""
    found = reports.span(year, month, period[1:] if period.startswith("q") else "")
    assert found is not None  # chosen from a list
    return found


def _periods() -> dict[str, str]:
    """`""`: the year; `q1` to `q4`; `m01` to `m12`."""
    quarters = {f"q{n}": say(_QUARTER).format(quarter=n) for n in range(1, 5)}
    return {"": say(_WHOLE_YEAR)} | quarters | {f"m{n:02}": say(_MONTH).format(month=n) for n in range(1, 13)}
