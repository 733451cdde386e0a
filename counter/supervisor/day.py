"""当日日志: all that happened in a hall on a day; signed off, exported and printed."""

from collections.abc import Callable
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy

from counter.kit.choice import Choice, refill
from counter.kit.clock import clock
from counter.kit.date_field import DateField
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import TabBar
from counter.kit.page import AnyPage, Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.words import FIND, PRINT, SAVE, Button, Text, named, say
from counter.session import CounterSession
from counter.store_type import Store
from counter.supervisor import day_export, day_sign
from counter.supervisor.day_hours import TITLE, DayHours
from counter.supervisor.day_search import DaySearch, SearchTexts, search_texts
from counter.supervisor.day_search import people as people_of
from counter.supervisor.day_tiles import Tiles
from counter.supervisor.running_pauses import RunningPauses
from counter.supervisor.section import SectionTable
from shared.daily_log import views
from shared.daily_log.page import DailyLog
from shared.daily_log.sections import Section, sections
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.people.views import Hall
from shared.practice.line import statistics as line
from shared.practice.line.statistics import Hour
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Pause
from shared.practice.workload import day_details
from shared.practice.workload.day_totals import told
from shared.qt.boxes import column, row
from shared.qt.widgets import set_property

SECTION_TABS = ("lines", "breaches", "inquiries", "flagged", "diary", "late", "devices", "signatures")


class DayData(msgspec.Struct, frozen=True):
    """The log of a day, its sections and their search texts, the running pauses, and the halls to choose from."""

    log: DailyLog
    sections: tuple[Section, ...]
    texts: SearchTexts
    hours: tuple[Hour, ...]
    running: tuple[Pause, ...]
    halls: tuple[Hall, ...]
    totals_only: bool  # only totals are here; the hub has the queue numbers


class DayPage(Page[DayData]):
    """Totals above, running pauses, and the sections as tabs below."""

    place = Place("day", QT_TRANSLATE_NOOP("Counter", "当日日志"), "list", Act.SEE_HALL, Group.HALL, 1, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self._today = day_of(session.now())
        self.hall, self.day = Choice(), DateField(session, self._today, self._not_in_future)
        self.title = Text(style="title")
        self.tabs, self.table, self.live = TabBar(), SectionTable(), RunningPauses(session)
        self.search, self.hours = DaySearch(), DayHours()
        self.signed_state, self.freshness = Text(), Text(style="soft", wrap=True)
        self.sign = Button(QT_TRANSLATE_NOOP("Counter", "签字确认"), "primary", "check", "Ctrl+Return")
        self.export = Button(QT_TRANSLATE_NOOP("Counter", "导出"), shortcut=SAVE)
        self.print_ = Button(QT_TRANSLATE_NOOP("Counter", "打印"), shortcut=PRINT)
        self.fetch = Button(QT_TRANSLATE_NOOP("Counter", "取当日明细"), shortcut="Ctrl+T")
        self.log: DailyLog | None = None
        self._sections: dict[str, Section] = {}
        self._build()

    def _build(self) -> None:
        self._build_head()
        self.tiles = Tiles()
        self._build_tabs()
        above = row(self.tiles), self.live, row(self.tabs, None), self.search
        self.body.addLayout(column(*above, spacing="small"))
        self.search.hide()  # opened by Ctrl+F: a small screen has no room for it
        QShortcut(QKeySequence(FIND), self, self._toggle_search)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.hours, 1)
        self.hours.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.hours.hide()
        self.search.changed.connect(self._show_tabs)
        self.body.addLayout(row(self.freshness, Text(_KEYS, "caption")))
        self.body.setStretchFactor(self.table, 1)

    def take_focus(self) -> None:
        self.table.setFocus()

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of pauses that have run over, for the hall's supervisor."""
        overrun = pauses.overruns(store, actor.hall, now) if may(actor.role, Act.SIGN_DAY) else ()
        return sum(pause.running for pause in overrun)

    def refresh(self) -> None:
        """Read again; at midnight the page goes from the old day to the new one, unless another day is chosen."""
        before, self._today = self._today, day_of(self.session.now())
        if self.day.day == before != self._today:
            self.day.choose(self._today)
        super().refresh()

    def _not_in_future(self, day: date, _calendar: object) -> bool:
        return day <= day_of(self.session.now())

    def query(self) -> Callable[[Store], DayData]:
        chosen, day, now, actor = (
            self.hall.currentData(),
            self.day.day,
            self.session.now(),
            self.actor,
        )

        def read(store: Store) -> DayData:
            hall = chosen or _first_hall(store, actor)
            log = views.day(store, hall, day, now=now, reader=actor)
            worded_sections = sections(log)  # here, on the store thread: for a long day it takes a frame
            return DayData(
                log=log,
                sections=worded_sections,
                texts=search_texts(worded_sections),
                hours=line.hourly(store, hall, day),
                running=pauses.running(store, hall, now),
                halls=people.halls(store),
                totals_only=day_details.lacking(store, hall, day),
            )

        return read

    def show_data(self, data: DayData) -> None:
        self.log = data.log
        self._show_title(data.log.day)
        for button in (self.sign, self.export, self.print_):
            button.setEnabled(True)
        refill(self.hall, {hall.code: hall.name for hall in data.halls})
        if self.hall.currentData() != data.log.hall:
            self.hall.blockSignals(True)
            self.hall.setCurrentIndex(self.hall.findData(data.log.hall))
            self.hall.blockSignals(False)
        self.fetch.setVisible(data.totals_only)
        self.live.show_pauses(data.running)
        self._show_signature(data.log)
        self.tiles.show_totals(data.log.totals)
        self._show_sections(data)

    def _show_title(self, day: date) -> None:
        """Show the day; with a warning tone if it is not today."""
        today = day == day_of(self.session.now())
        text = self.tr("{day} · 今天") if today else self.tr("{day} · 不是今天")
        self.title.setText(text.format(day=wording.day(day)))
        set_property(self.title, "tone", "" if today else "warn")

    def _show_sections(self, data: DayData) -> None:
        self.search.set_people(people_of(data.log))
        self.hours.show_hours(data.hours)
        self._show_tabs()
        self.tabs.setTabVisible(SECTION_TABS.index("late"), bool(data.log.late))
        self.tabs.setTabVisible(SECTION_TABS.index("signatures"), bool(data.log.signatures))

    def _toggle_search(self) -> None:
        """Open the search, or close and clear it."""
        self.search.setVisible(self.search.isHidden())
        if self.search.isHidden():
            self.search.reset()
            self.table.setFocus()
        else:
            self.search.field.setFocus()

    def _show_tabs(self) -> None:
        """Filter the sections by the search and show on each tab how many rows match."""
        data = self.data
        if data is None:
            return
        self._sections = {each.name: self.search.matching(each, data.texts[each.name]) for each in data.sections}
        for place, name in enumerate(SECTION_TABS):
            self.tabs.setTabText(place, f"{self._sections[name].title} {len(self._sections[name].rows)}")
        self.tabs.setTabText(len(SECTION_TABS), say(TITLE))
        self._show_section()

    def _build_head(self) -> None:
        self.title_row.insertWidget(1, self.title)
        named(self.hall, QT_TRANSLATE_NOOP("Counter", "大厅"))
        self.signed_state.setProperty("look", "chip")
        self.head.addWidget(self.signed_state)
        self.body.addLayout(Flow(self.day, self.hall, None, self.fetch, self.print_, self.export, self.sign))
        self.fetch.hide()
        self.hall.setVisible(may(self.actor.role, Act.SEE_ALL_HALLS))
        self.sign.setVisible(may(self.actor.role, Act.SIGN_DAY))
        self.hall.currentIndexChanged.connect(self.refresh)
        self.fetch.clicked.connect(self._fetch)
        self.day.changed.connect(self.refresh)
        for button, do in (
            (self.sign, day_sign.ask),
            (self.export, day_export.ask),
            (self.print_, day_export.print_day),
        ):
            button.clicked.connect(partial(self._with_log, do))
            button.setEnabled(False)  # until the log is read
        for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self, partial(self.day.step, step))

    def _build_tabs(self) -> None:
        for _ in (*SECTION_TABS, TITLE):
            self.tabs.addTab("")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._show_section)
        tab_keys(self, self.tabs)

    def _fetch(self) -> None:
        """Fetch the day's queue numbers from the hub and check them against the hall's totals."""
        if self.log is None:
            return
        hall, day, ask = self.log.hall, self.log.day, self.session.ask_hub

        def work(store: Store) -> bool | Refusal:
            new = day_details.fetch(store, ask, hall, day)
            return new if isinstance(new, Refusal) else all(each.agrees for each in told(store, day, day, hall))

        right, wrong = self.tr("已取明细，与当日合计一致。"), self.tr("已取明细，与当日合计不一致。")
        self.act(work, lambda agrees: self.notice.say(right if agrees else wrong))

    def _with_log(self, do: Callable[[AnyPage, DailyLog], object]) -> None:
        if self.log is not None:
            do(self, self.log)

    def _show_section(self) -> None:
        hours = self.tabs.currentIndex() == len(SECTION_TABS)
        self.hours.setVisible(hours)
        self.table.setHidden(hours)
        section = None if hours else self._sections.get(SECTION_TABS[self.tabs.currentIndex()])
        if section is not None:
            self.table.show_section(section)

    def _show_signature(self, log: DailyLog) -> None:
        signature = log.signature
        if signature is None:
            self._chip(self.tr("尚未签字"), "warn")
        elif signature.aside:
            self._chip(self.tr("签字时的 {n} 条记录被汇聚库搁置").format(n=signature.aside), "warn")
        elif not signature.intact:
            self._chip(self.tr("与签字时不一致"), "bad")
        elif log.late:
            self._chip(self.tr("签字后又有 {n} 条记录").format(n=len(log.late)), "warn")
        else:
            self._chip(self.tr("{by} {at} 已签字").format(by=signature.by, at=clock(signature.at)), "good")
        self.freshness.setText(self._freshness(log))

    def _chip(self, text: str, tone: str) -> None:
        self.signed_state.setText(text)
        set_property(self.signed_state, "tone", tone)

    def _freshness(self, log: DailyLog) -> str:
        text = self.tr("数据完整至 {at}").format(at=clock(log.complete_to))
        silent = [device for device in log.devices if not device.here and device.last_at < log.complete_to + 1]
        for device in silent:
            part = self.tr("；设备 {station} 自 {at} 起没有消息")
            text += part.format(station=device.station[:6], at=clock(device.last_at))
        return text


_KEYS = QT_TRANSLATE_NOOP("Counter", "Alt+←/→ 前一天、后一天   Ctrl+PgUp/PgDn 换表")


def _first_hall(store: Store, actor: Actor) -> str:
    """The hall to begin with: that of this PC for who sees all halls, because the office has no hall of its own."""
    here = people.hall(store) if may(actor.role, Act.SEE_ALL_HALLS) else None
    return here.code if here else actor.hall
