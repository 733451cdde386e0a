"""问卷调查: the office opens a round, sees how many have answered, counts it, and compares it with the last."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.chart_panel import ChartPanel
from counter.kit.clock import short_day
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, listed, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people.views import hall_names
from shared.practice.survey import actions, views, words
from shared.practice.survey.facts import Group as Counted
from shared.practice.survey.facts import Question
from shared.practice.survey.views import Progress, Round
from shared.qt.charts.columns import Columns, Series

_TITLE = QT_TRANSLATE_NOOP("Counter", "问卷调查")
_OPEN, _MOVE = QT_TRANSLATE_NOOP("Counter", "开放问卷"), QT_TRANSLATE_NOOP("Counter", "改截止日")
_COUNT, _OK = QT_TRANSLATE_NOOP("Counter", "开箱计数"), QT_TRANSLATE_NOOP("Counter", "确定")
_FIRST, _LAST = QT_TRANSLATE_NOOP("Counter", "开始"), QT_TRANSLATE_NOOP("Counter", "截止")
_TABS = (
    QT_TRANSLATE_NOOP("Counter", "各次结果"),
    QT_TRANSLATE_NOOP("Counter", "各厅填写"),
    QT_TRANSLATE_NOOP("Counter", "分组结果"),
    QT_TRANSLATE_NOOP("Counter", "趋势"),
)
_ABOUT_COUNT = QT_TRANSLATE_NOOP(
    "Counter", "开箱后钥匙即销毁，只留总数。已填 {taken} 份，到箱 {sent} 份；没有到的不再计入。"
)
_ABOUT_KEY = QT_TRANSLATE_NOOP("Counter", "只有这台电脑能开箱：钥匙留在本机，开箱后销毁。请等开箱后再更换电脑。")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter",
    "每半年一次，不记名：答案加密累加，不足 5 份的厅与别的厅合并后才开，不足 5 人不显示。一组里人人答案相同时，"
    "总数就是每个人的答案；开箱之前，有钥匙的这台电脑若用别的程序，能打开截止后送来的未满的箱。",
)
_COUNTED = QT_TRANSLATE_NOOP("Counter", "这次问卷已经开箱计数。")
_DEFAULT_DAYS = 11
_SCALE = tuple(map(float, range(6)))  # means lie between 1 and 5
_TONES = {Question.VALUED: "polite", Question.FAIR: "positive", Question.ABLE: "professional"}


class SurveysData(msgspec.Struct, frozen=True):
    """All rounds, newest first; progress by hall of the newest one not on paper; whether this PC can count it."""

    rounds: tuple[Round, ...]
    progress: tuple[Progress, ...]
    can_count: bool
    least: int
    halls: Mapping[str, str]


class SurveysPage(Page[SurveysData]):
    """The rounds with means and changes; the progress by hall in numbers only."""

    place = Place("surveys", _TITLE, "chart", Act.PUBLISH, Group.OFFICE, 9, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Round] = Table(_TABS[0], self._columns(), key=lambda each: each.id)
        self.halls: Table[Progress] = Table(_TABS[1], _hall_columns(), key=lambda each: each.hall)
        self.groups: Table[Counted] = Table(_TABS[2], self._group_columns(), key=lambda each: each.halls)
        self.trend, self.tabs = ChartPanel(_TABS[3]), Tabs()
        self.explained = Text(style="soft", wrap=True)
        self.open_button, self.move_button = Button(_OPEN, shortcut="Ctrl+T"), Button(_MOVE, shortcut="Ctrl+M")
        self.count = Button(_COUNT, "primary", "check", "Ctrl+Return")
        self._build()

    def _build(self) -> None:
        for widget in (self.table, self.halls, self.groups, self.trend):
            self.tabs.addTab(widget, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(text_below(self.explained))
        self.body.addLayout(Flow(self.open_button, self.move_button, None, self.count))
        self.table.moved.connect(self._on_round_changed)
        self.open_button.clicked.connect(self._ask_open)
        self.move_button.clicked.connect(self._ask_move)
        self.count.clicked.connect(self._ask_count)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of rounds that are over and not counted."""
        return sum(each.groups is None and each.last < day_of(now) for each in views.rounds(store))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], SurveysData]:
        def read(store: Store) -> SurveysData:
            found = views.rounds(store)
            newest = next((each for each in found if not each.on_paper), None)
            progress = views.progress(store, newest.id) if newest else ()
            can_count = newest is not None and views.can_count(store, newest.id)
            return SurveysData(found, progress, can_count, views.least(store), hall_names(store))

        return read

    def show_data(self, data: SurveysData) -> None:
        for place, title in enumerate(_TABS):
            self.tabs.setTabText(place, say(title))
        self.explained.setText(say(_EXPLAIN))
        self.table.show_rows(data.rounds)
        self.halls.show_rows(data.progress)
        self.trend.show_chart(trend(data.rounds))
        self._on_round_changed(self.table.current())

    def _on_round_changed(self, each: Round | None) -> None:
        today = day_of(self.session.now())
        waits = each is not None and each.groups is None
        none, counted = (each is None, CHOOSE), (not waits, _COUNTED)
        is_open = each is not None and each.last >= today
        self.move_button.unless(none, counted)
        self.count.unless(
            none,
            counted,
            (is_open, words.REFUSALS["survey_still_open"]),
            (not (self.data and self.data.can_count), words.REFUSALS["survey_key_elsewhere"]),
        )
        self.groups.show_rows(each.groups or () if each else ())

    def _ask_open(self) -> None:
        today = day_of(self.session.now())
        dialog = Dialog(self, _OPEN, say(_ABOUT_KEY), ok=_OPEN)
        fields = [
            DateField(self.session, day, lambda day, _: day >= today)
            for day in (today, today + timedelta(days=_DEFAULT_DAYS))
        ]
        dialog.side_by_side(("first", _FIRST, fields[0]), ("last", _LAST, fields[1]))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, first, last = self.session.now(), values["first"], values["last"]
            self.answer(asked, lambda store: actions.open_round(store, self.actor, first, last, now=now))

        dialog.ask(submit)

    def _ask_move(self) -> None:
        each, today = self.table.current(), day_of(self.session.now())
        if each is None:
            return
        dialog = Dialog(self, _MOVE, words.half(each.year, each.half), ok=_OK)
        field = DateField(self.session, max(each.last, today), lambda day, _: day >= today)
        dialog.add("last", _LAST, field)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, last = self.session.now(), values["last"]
            self.answer(asked, lambda store: actions.move_round(store, self.actor, each.id, last, now=now))

        dialog.ask(submit)

    def _ask_count(self) -> None:
        each = self.table.current()
        if each is None or self.data is None:
            return
        taken, sent = (sum(getattr(hall, name) for hall in self.data.progress) for name in ("taken", "sent"))
        dialog = Dialog(self, _COUNT, say(_ABOUT_COUNT).format(taken=taken, sent=sent), ok=_COUNT)

        def submit(asked: Dialog, _: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(
                asked,
                lambda store: actions.count(store, self.actor, each.id, now=now),
                lambda number: self.notice.say(self.tr("已公布 {count} 份的结果，钥匙已销毁。").format(count=number)),
            )

        dialog.ask(submit)

    def _columns(self) -> list[Column[Round]]:
        def days(each: Round) -> str:
            now = self.session.now()
            return f"{short_day(each.first, now)} – {short_day(each.last, now)}"

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "半年"), lambda each: words.half(each.year, each.half)),
            Column(QT_TRANSLATE_NOOP("Counter", "日期"), days),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), self._state_text, stretch=True),
            *(Column(_title_of(question), partial(self._mean, question), right=True) for question in Question),
        ]

    def _state_text(self, each: Round) -> str:
        if each.groups is None:
            over = each.last < day_of(self.session.now())
            return self.tr("待开箱") if over else self.tr("填写中")
        if not each.groups:
            return words.TOO_FEW.format(least=self.data.least if self.data else 5)
        parts = [self.tr("{count} 人").format(count=each.count)]
        parts += [self.tr("纸质")] if each.on_paper else []
        parts += [self.tr("{count} 份未到").format(count=each.missing)] if each.missing else []
        parts += [self.tr("读不出：{halls}").format(halls=self._halls(each.unreadable))] if each.unreadable else []
        return " · ".join(parts)

    def _mean(self, question: Question, each: Round) -> str:
        """The mean and its change since the last round that has one."""
        value = each.mean(question)
        if value is None:
            return "—"
        rounds = self.data.rounds if self.data else ()
        older = [other for other in rounds[rounds.index(each) + 1 :] if other.groups] if each in rounds else []
        change = views.difference(older[0], each, question) if older else None
        sign = "" if change is None else f"  ({'+' if change > 0 else ''}{decimal(change, 1)})"
        return f"{decimal(value, 1)}{sign}"

    def _halls(self, codes: tuple[str, ...]) -> str:
        names = self.data.halls if self.data else {}
        return listed(names.get(code, code) for code in codes)

    def _group_columns(self) -> list[Column[Counted]]:
        def shown(question: Question, group: Counted) -> str:
            found = views.mean_of(group, question)
            return "—" if found is None else decimal(found, 1)

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda group: self._halls(group.halls), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "人数"), lambda group: str(group.count), right=True),
            *(Column(_title_of(question), partial(shown, question), right=True) for question in Question),
        ]


def _title_of(question: Question) -> Callable[[], str]:
    return lambda: words.short(question.value)


def trend(rounds: tuple[Round, ...]) -> Columns:
    """Make the chart of the means of all counted rounds, oldest first."""
    counted = [each for each in reversed(rounds) if each.groups]
    names = tuple(words.half(each.year, each.half) for each in counted)

    def means(question: Question) -> tuple[float, ...]:
        return tuple(float(each.mean(question) or 0) for each in counted)

    series = tuple(Series(_TONES[each], words.short(each.value), means(each)) for each in Question)
    return Columns(say(_TITLE), names, series, scale=_SCALE)


def _hall_columns() -> list[Column[Progress]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "分公司"), lambda each: each.branch),
        Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda each: each.name, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "窗口人员"), lambda each: str(each.staff), right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "已填"), lambda each: str(each.taken), right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "到箱"), lambda each: str(each.sent), right=True),
    ]
