"""首页 of the office: four figures of the company, waiting items by page, changes of the last week."""

from collections.abc import Callable
from fractions import Fraction

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter import navigation
from counter.kit.clock import short_day
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.table import Column, Table
from counter.kit.words import Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.qt.boxes import row
from shared.report import overview as reports
from shared.report.overview import Change, Overview

_WAITS, _CHANGED = QT_TRANSLATE_NOOP("Counter", "等您处理（回车打开）"), QT_TRANSLATE_NOOP("Counter", "近七天的变化")
_FIGURES = (
    QT_TRANSLATE_NOOP("Counter", "本月用户5P卡"),
    QT_TRANSLATE_NOOP("Counter", "本月办理笔数"),
    QT_TRANSLATE_NOOP("Counter", "本月首问按时办结"),
    QT_TRANSLATE_NOOP("Counter", "今年属实投诉"),
)


class Waiting(msgspec.Struct, frozen=True):
    """The number of items that wait on the page at `place`."""

    place: Place
    count: int


class OverviewData(msgspec.Struct, frozen=True):
    """What the page shows."""

    company: Overview
    waiting: tuple[Waiting, ...]


class OverviewPage(Page[OverviewData]):
    """Figures above; waiting items at the left, changes at the right."""

    place = Place("overview", QT_TRANSLATE_NOOP("Counter", "首页"), "home", Act.SEE_ALL_HALLS, Group.OFFICE, 0)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.figures = tuple(_Figure(title) for title in _FIGURES)
        self.waiting: Table[Waiting] = Table(_WAITS, _waiting_columns(), key=lambda each: each.place.key)
        self.changes: Table[Change] = Table(_CHANGED, self._change_columns(), key=lambda each: each.name)
        self._build()
        self.waiting.chosen.connect(lambda each: self.asked.emit(each.place.key))

    def _build(self) -> None:
        self.body.addLayout(row(*self.figures))
        left, right = Panel(_WAITS), Panel(_CHANGED)
        left.box.addWidget(self.waiting, 1)
        right.box.addWidget(self.changes, 1)
        both = row(left, right)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)

    def take_focus(self) -> None:
        self.waiting.setFocus()

    def query(self) -> Callable[[Store], OverviewData]:
        actor, now = self.actor, self.session.now()
        kinds = navigation.pages_of(actor.role)

        def read(store: Store) -> OverviewData:
            counts = (Waiting(kind.place, kind.to_do(store, actor, now)) for kind in kinds)
            return OverviewData(reports.overview(store, now=now), tuple(each for each in counts if each.count))

        return read

    def show_data(self, data: OverviewData) -> None:
        company = data.company
        before = self.tr("上月同期 {count}")
        tickets = self.tr("{on_time} / {tickets} 件").format(on_time=company.on_time, tickets=company.tickets)
        share = f"{decimal(Fraction(100 * company.on_time, company.tickets))}%" if company.tickets else "—"
        shown = (
            (str(company.cards), before.format(count=company.cards_before)),
            (str(company.served), before.format(count=company.served_before)),
            (share, tickets),
            (decimal(company.upheld).removesuffix(".00"), str(day_of(self.session.now()).year)),
        )
        for figure, (value, below) in zip(self.figures, shown, strict=True):
            figure.show_value(value, below)
        self.waiting.show_rows(data.waiting)
        self.changes.show_rows(company.changes)

    def _change_columns(self) -> list[Column[Change]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "变化"), lambda each: str(each.name), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "次数"), lambda each: str(each.count), right=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "最近"),
                lambda each: short_day(day_of(each.last), self.session.now()),
                right=True,
                order=lambda each: each.last,
            ),
        ]


class _Figure(Panel):
    """A heading, a large figure and a figure to compare with."""

    def __init__(self, title: object) -> None:
        super().__init__()
        self._value, self._below = Text(style="display"), Text(style="soft", wrap=True)
        self.box.addWidget(Text(title, "strong", wrap=True))
        self.box.addWidget(self._value)
        self.box.addWidget(self._below)

    @property
    def text(self) -> str:
        """The figure as shown."""
        return self._value.text()

    def show_value(self, value: str, below: str) -> None:
        """Show `value` large and `below` small."""
        self._value.setText(value)
        self._below.setText(below)


def _waiting_columns() -> list[Column[Waiting]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "页面"), lambda each: say(each.place.title), stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "件数"), lambda each: str(each.count), right=True),
    ]
