"""节假日安排: the State Council's notice pasted, checked, shown as a year with what it moves, and published."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.dialog import Dialog
from counter.kit.lazy_tabs import Tabs
from counter.kit.number_field import NumberField
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextArea, named, say
from counter.office.year_grid import TITLES, DayKind, Swatch, YearGrid, kind_of, next_kind
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import holiday_notice, wording
from shared.domain.actor import Actor
from shared.domain.holiday_notice import HolidayNotice
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import Calendar, Year, day_of
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries import moved_promises
from shared.practice.inquiries.moved_promises import Moved
from shared.qt.boxes import row
from shared.reference import actions, views

_TITLE = QT_TRANSLATE_NOOP("Counter", "节假日安排")
_TABS = (
    QT_TRANSLATE_NOOP("Counter", "粘贴通知"),
    QT_TRANSLATE_NOOP("Counter", "全年"),
    QT_TRANSLATE_NOOP("Counter", "变动与发布"),
)
_PASTE = QT_TRANSLATE_NOOP("Counter", "把国务院办公厅“关于××××年部分节假日安排的通知”全文粘贴在这里")
_CHECK = QT_TRANSLATE_NOOP("Counter", "核对通知")
_PUBLISH = QT_TRANSLATE_NOOP("Counter", "发布日历")
_FAULTS = QT_TRANSLATE_NOOP("Counter", "有疑问的地方")
_CHANGES, _MOVED = QT_TRANSLATE_NOOP("Counter", "与现行日历的不同"), QT_TRANSLATE_NOOP("Counter", "承诺日有变动的工单")
_HINT = QT_TRANSLATE_NOOP("Counter", "方向键走到某天，空格或点按改变它；与现行不同的日子有框。")
_NO_TABLE = QT_TRANSLATE_NOOP("Counter", "{year} 年还没有公布的安排，按星期计算，标为未确认。")
_NO_CHANGE = QT_TRANSLATE_NOOP("Counter", "还没有改动：请先粘贴通知，或在“全年”里改日子。")
_RECOUNT = QT_TRANSLATE_NOOP("Counter", "发布后，未确认的承诺日按新日历重新计算，并记入各工单。")
_YEAR = QT_TRANSLATE_NOOP("Counter", "年份")
_FIRST_YEAR, _LAST_YEAR = 2004, 2099
_EMPTY = Year((), ())


class ChangedDay(msgspec.Struct, frozen=True):
    """A day whose kind the draft changes."""

    day: date
    before: DayKind
    after: DayKind


class HolidaysData(msgspec.Struct, frozen=True):
    """The calendar in force, and the tickets whose promised day the draft would move."""

    calendar: Calendar
    moved: tuple[Moved, ...]


class HolidaysPage(Page[HolidaysData]):
    """Three tabs: notice, year, changes; nothing is in force before it is published."""

    place = Place("holidays", _TITLE, "clock", Act.PUBLISH, Group.OFFICE, 11, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year = NumberField(_YEAR, _FIRST_YEAR, _LAST_YEAR)
        self.year.setValue(day_of(session.now()).year)
        self.paste, self.check = TextArea(_PASTE, lines=9), Button(_CHECK, "primary", "check", "Ctrl+Return")
        self.faults: Table[str] = Table(_FAULTS, [Column(_FAULTS, str, lambda _: "warn", stretch=True)], key=str)
        self.fault = Text(wrap=True)
        self.grid, self.day, self.count = YearGrid(), Text(style="lead"), Text(style="soft")
        self.changes: Table[ChangedDay] = Table(_CHANGES, _change_columns(), key=lambda each: each.day)
        self.moved: Table[Moved] = Table(_MOVED, self._moved_columns(), key=lambda each: each.number)
        self.publish, self.why = (
            Button(_PUBLISH, "primary", "check", "Ctrl+Return"),
            Text(_NO_CHANGE, "soft", wrap=True),
        )
        self.tabs = Tabs()
        self._drafts: dict[int, Year] = {}
        self._names: dict[date, str] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        named(self.paste, _PASTE)
        self.head.addWidget(self.year)
        for tab in (self._notice_tab(), self._year_tab(), self._changes_tab()):
            self.tabs.addTab(tab, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)

    def _notice_tab(self) -> QWidget:
        return _tab(self.paste, row(None, self.check), self.faults, text_below(self.fault))

    def _year_tab(self) -> QWidget:
        legend = row(*(part for kind in DayKind for part in (Swatch(kind), Text(TITLES[kind]))), None)
        return _tab(row(self.day, None, self.count), self.grid, legend, Text(_HINT, "soft", wrap=True))

    def _changes_tab(self) -> QWidget:
        foot = row(self.why, self.publish)
        foot.setStretch(0, 1)
        captions = Text(_CHANGES, "caption"), Text(_MOVED, "caption")
        tab = _tab(captions[0], self.changes, captions[1], self.moved, foot)
        return tab

    def _connect(self) -> None:
        self.faults.moved.connect(lambda fault: self.fault.setText(fault or ""))
        self.check.clicked.connect(self._check)
        self.year.valueChanged.connect(self._show_year)
        self.grid.toggled.connect(self._cycle_day)
        self.grid.moved.connect(self._show_day)
        self.publish.clicked.connect(self._publish)
        self.publish.unless((True, _NO_CHANGE))

    def take_focus(self) -> None:
        self.paste.setFocus()

    def query(self) -> Callable[[Store], HolidaysData]:
        drafts = dict(self._drafts)

        def read(store: Store) -> HolidaysData:
            calendar = views.calendar(store)
            draft = Calendar(calendar.version, {**calendar.years, **drafts})
            return HolidaysData(calendar, moved_promises.moved(store, draft) if drafts else ())

        return read

    def show_data(self, data: HolidaysData) -> None:
        for place, title in enumerate(_TABS):
            self.tabs.setTabText(place, say(title))
        changes = self._changed_days(data.calendar)
        self.changes.show_rows(changes)
        self.moved.show_rows(data.moved)
        self.publish.unless((not changes and not self._confirms_a_year(data.calendar), _NO_CHANGE))
        self.why.change(_NO_CHANGE if self.publish.why else _RECOUNT)
        self._show_year()

    def _check(self) -> None:
        """Parse the notice; without faults it becomes the draft of its year."""
        answer = holiday_notice.read(self.paste.text())
        faults = [answer] if isinstance(answer, Refusal) else answer.faults
        self.faults.show_rows([wording.refusal(fault) for fault in faults])
        if isinstance(answer, HolidayNotice) and not faults:
            self._use_notice(answer)

    def _use_notice(self, found: HolidayNotice) -> None:
        if self.data is None:  # pressed before the calendar was read
            return
        self._drafts |= found.years(self.data.calendar)
        self._names |= found.off
        self.year.setValue(found.year)
        self.notice.say(self.tr("通知已核对，{year} 年没有疑问。请看全年和变动，再发布。").format(year=found.year))
        self.tabs.setCurrentIndex(1)
        self.grid.setFocus()
        self.refresh()

    def _cycle_day(self, day: date) -> None:
        if self.data is not None:
            self._drafts[day.year] = next_kind(day, self._table(day.year))
            self.refresh()

    def _table(self, year: int) -> Year:
        known = self.data.calendar.years.get(year, _EMPTY) if self.data else _EMPTY
        return self._drafts.get(year, known)

    def _show_year(self) -> None:
        if self.data is None:
            return
        year, before = self.year.value(), self.data.calendar.years.get(self.year.value(), _EMPTY)
        self.grid.show_year(year, self._table(year), before, self._names)
        confirmed = year in self._drafts or year in self.data.calendar.years
        worked = sum(kind_of(day, self._table(year)) in (DayKind.WORKED, DayKind.MADE_UP) for day in _days(year))
        count = self.tr("{count} 个工作日").format(count=worked)
        self.count.setText(count if confirmed else say(_NO_TABLE).format(year=year))

    def _show_day(self) -> None:
        self.day.setText(f"{wording.day(self.grid.day)} · {self.grid.day_text(self.grid.day)}")

    def _changed_days(self, calendar: Calendar) -> tuple[ChangedDay, ...]:
        return tuple(
            ChangedDay(day, before, after)
            for year, draft in sorted(self._drafts.items())
            for day in _days(year)
            if (before := kind_of(day, calendar.years.get(year, _EMPTY))) != (after := kind_of(day, draft))
        )

    def _confirms_a_year(self, calendar: Calendar) -> bool:
        """Whether the draft confirms a year without a published table, even if no day changes."""
        return any(year not in calendar.years for year in self._drafts)

    def _publish(self) -> None:
        years = self.tr("、").join(str(year) for year in sorted(self._drafts))
        text = self.tr("{years} 年 · 不同 {days} 天 · 承诺日变动 {tickets} 张")
        moved = len(self.data.moved) if self.data else 0
        about = text.format(years=years, days=len(self.changes.rows.given), tickets=moved)
        dialog = Dialog(self, _PUBLISH, f"{about}\n{say(_RECOUNT)}", ok=QT_TRANSLATE_NOOP("Counter", "发布到所有大厅"))

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, actor = self.session.now(), self.actor
            body = {"years": {str(year): msgspec.to_builtins(table) for year, table in self._drafts.items()}}
            self.answer(asked, lambda store: _publish_work(store, actor, body, now), self._on_published)

        dialog.ask(submit)

    def _on_published(self, result: tuple[int, int]) -> None:
        version, counted = result
        self._drafts.clear()
        self.paste.clear()
        text = self.tr("日历第 {version} 版已发布；{count} 张工单的承诺日已重新计算。")
        self.notice.say(text.format(version=version, count=counted))
        self.refresh()

    def _moved_columns(self) -> list[Column[Moved]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "工单号"), lambda each: each.number),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda each: each.hall_name),
            Column(QT_TRANSLATE_NOOP("Counter", "承办人"), lambda each: self.session.here.name(each.handler)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "现在答应"),
                lambda each: wording.day(each.before),
                order=lambda each: each.before,
            ),
            Column(
                QT_TRANSLATE_NOOP("Counter", "改为"),
                lambda each: wording.day(each.after),
                _warn,
                stretch=True,
                order=lambda each: each.after,
            ),
        ]


def _publish_work(store: Store, actor: Actor, body: dict[str, Any], now: int) -> tuple[int, int] | Refusal:
    version = actions.publish(store, actor, "calendar", body, now=now)
    if isinstance(version, Refusal):
        return version
    counted = inquiries.recount(store, actor, now=now)
    return counted if isinstance(counted, Refusal) else (version, counted)


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [day for n in range(366) if (day := first + timedelta(days=n)).year == year]


def _tab(*parts: Any) -> QWidget:
    tab = QWidget()
    box = QVBoxLayout(tab)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part, 1 if isinstance(part, Table | YearGrid) else 0)
        else:
            box.addLayout(part)
    return tab


def _warn(_: object) -> str:
    return "warn"


def _change_columns() -> list[Column[ChangedDay]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "日子"), lambda each: wording.day(each.day), order=lambda each: each.day),
        Column(QT_TRANSLATE_NOOP("Counter", "现行"), lambda each: each.before.title),
        Column(QT_TRANSLATE_NOOP("Counter", "改为"), lambda each: each.after.title, _warn, stretch=True),
    ]
