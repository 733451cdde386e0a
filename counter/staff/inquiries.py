"""首问工单: lists of tickets by promised day at the left, the chosen ticket at the right."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from counter.kit.clock import short_day
from counter.kit.lazy_tabs import TabBar
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place
from counter.kit.table import Column, Table
from counter.kit.tickets import light_column
from counter.kit.words import FIND, NEW, Button, Text, TextField, say
from counter.session import CounterSession
from counter.staff.inquiry_detail import Detail
from counter.staff.inquiry_form import NewInquiry, open_form
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.inquiries import views
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.facts import State
from shared.practice.inquiries.views import Digest, Ticket
from shared.practice.inquiries.views import TicketPage as TicketPage
from shared.qt import theme

_TABS = (
    QT_TRANSLATE_NOOP("Counter", "我的"),
    QT_TRANSLATE_NOOP("Counter", "全厅在办"),
    QT_TRANSLATE_NOOP("Counter", "今日办结"),
    QT_TRANSLATE_NOOP("Counter", "查找结果"),
    QT_TRANSLATE_NOOP("Counter", "两处不一致"),
)
_SEARCH_DELAY_MS = 300
_SHARES, _SCALE = (5, 4), 1000
_ROOM_BESIDE = 1.5  # widths of a form: with less, the list is above the ticket
MINE_TAB, HALL_TAB, CLOSED_TAB, FOUND_TAB, CLASHES_TAB = range(len(_TABS))


class Lists(msgspec.Struct, frozen=True):
    """The tickets of each tab, and the hall's digest."""

    lists: tuple[tuple[Ticket, ...], ...]
    digest: Digest


class InquiriesPage(Page[Lists]):
    """Ctrl+N opens a new ticket, Ctrl+F searches by phone or number; every step has a shortcut."""

    place = Place("inquiries", QT_TRANSLATE_NOOP("Counter", "首问工单"), "ticket", Act.SERVE, Group.WINDOW, 3)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.search = TextField(QT_TRANSLATE_NOOP("Counter", "按电话或工单号查找  Ctrl+F"))
        self._search_timer = QTimer(self, singleShot=True, interval=_SEARCH_DELAY_MS)
        self.new = Button(QT_TRANSLATE_NOOP("Counter", "登记新工单"), "primary", "ticket", NEW)
        self.tabs, self.urgent = TabBar(), Text(style="soft")
        self.table: Table[Ticket] = Table(
            QT_TRANSLATE_NOOP("Counter", "首问工单"), self._columns(), key=lambda ticket: ticket.id
        )
        self.open_tickets: tuple[Ticket, ...] = ()
        self.form: NewInquiry | None = None
        self._lists: Lists | None = None
        self._connect()
        self._build()

    def _build(self) -> None:
        self.detail = Detail(self)
        for part in (self.urgent, self.search, self.new):
            self.head.addWidget(part)
        self._build_layout()

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """Tickets due today that this person handles."""
        return len(views.due_on(store, actor.number, day_of(now), now))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Lists]:
        number, hall, now, wanted = self.actor.number, self.actor.hall, self.session.now(), self.search.text().strip()

        def read(store: Store) -> Lists:
            closed = (t for t in views.of_day(store, hall, day_of(now), now) if t.state is not State.OPEN)
            digest = views.digest(store, hall, now)
            return Lists(
                lists=(
                    views.of_person(store, number, now),
                    views.open_tickets(store, hall, now),
                    tuple(closed),
                    views.found(store, wanted, now),
                    digest.clashes,
                ),
                digest=digest,
            )

        return read

    def show_data(self, data: Lists) -> None:
        self._lists, self.open_tickets = data, data.lists[HALL_TAB]
        for place, tickets in enumerate(data.lists):
            self.tabs.setTabText(place, f"{say(_TABS[place])} {len(tickets)}")
        self.tabs.setTabVisible(FOUND_TAB, bool(self.search.text().strip()))
        self.tabs.setTabVisible(CLASHES_TAB, bool(data.digest.clashes))
        self.urgent.setText(self._digest_text(data.digest))
        self._show_list()

    def _connect(self) -> None:
        for tab in _TABS:
            self.tabs.addTab(say(tab))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._show_list)
        tab_keys(self, self.tabs)
        self.search.setMinimumWidth(theme.current().px("said"))
        self.search.setMaximumWidth(theme.current().px("form"))
        self.search.textChanged.connect(self._search_timer.start)
        self._search_timer.timeout.connect(self._search)
        self.search.returnPressed.connect(self._search)
        self.search.returnPressed.connect(self.table.setFocus)
        QShortcut(QKeySequence(FIND), self, self.search.setFocus)
        self.new.clicked.connect(self.open_form)
        self.table.moved.connect(self._show_ticket)
        self.table.chosen_text = lambda: self.detail.steps["Ctrl+Return"].words
        self.table.chosen.connect(lambda _: self.detail.steps["Ctrl+Return"].click())

    def _build_layout(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        box.addWidget(self.table, 1)
        both = self._both = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(both, 1)
        both.addWidget(left)
        both.addWidget(self.detail)
        for place, share in enumerate(_SHARES):
            both.setStretchFactor(place, share)
        both.setSizes([share * _SCALE for share in _SHARES])
        both.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large print on a small screen the list is above the ticket, for lack of room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.current().px("form") * _ROOM_BESIDE
        self._both.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self.detail.setMinimumHeight(theme.current().px("form") * 5 // 8 if narrow else 0)

    def open_form(self) -> None:
        """Open the form for a new ticket."""
        self.form = open_form(self, self._on_registered)

    def _on_registered(self, opened: Opened, answered: bool) -> None:
        """Select the new ticket, so that the next step applies to it and not to the one before."""
        self.detail.await_ticket(opened.id)
        self.tabs.setCurrentIndex(CLOSED_TAB if answered else MINE_TAB)
        self.table.select(opened.id)

    def _search(self) -> None:
        self._search_timer.stop()
        if self.search.text().strip():
            self.tabs.setTabVisible(FOUND_TAB, True)
            self.tabs.setCurrentIndex(FOUND_TAB)
        else:
            self.tabs.setCurrentIndex(MINE_TAB)
        self.refresh()

    def _show_list(self) -> None:
        if self._lists is not None:
            found = self.tabs.currentIndex() == FOUND_TAB
            wanted = self.search.text().strip() if found else ""
            self.table.show_rows(self._lists.lists[self.tabs.currentIndex()], wanted)

    def _show_ticket(self, ticket: Ticket | None) -> None:
        if ticket is None:
            self.detail.show_page(None)
            return
        self.detail.await_ticket(ticket.id)
        now = self.session.now()
        self.session.read(self, lambda store: views.page(store, ticket.id, now), self._show_page)

    def _show_page(self, ticket_page: TicketPage | None) -> None:
        current = self.table.current()
        if ticket_page is not None and current is not None and current.id == ticket_page.ticket.id:
            self.detail.show_page(ticket_page)

    def _digest_text(self, digest: Digest) -> str:
        parts = (
            (self.tr("超期 {n}"), digest.overdue),
            (self.tr("今日到期 {n}"), digest.due_today),
            (self.tr("待告知 {n}"), digest.to_inform),
            (self.tr("无首问责任人 {n}"), digest.unowned),
            (self.tr("两处修改不一致 {n}"), digest.clashes),
        )
        return " · ".join(text.format(n=len(tickets)) for text, tickets in parts if tickets)

    def _columns(self) -> list[Column[Ticket]]:
        return [
            light_column(lambda ticket: ticket),
            Column(
                QT_TRANSLATE_NOOP("Counter", "最迟答复"),
                lambda t: short_day(t.limit, self.session.now()),
                order=lambda t: t.limit,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "用户"), lambda t: t.name or t.phone or "—"),
            Column(QT_TRANSLATE_NOOP("Counter", "承办人"), lambda t: self.session.here.name(t.acting)),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda t: t.text, stretch=True),
        ]
