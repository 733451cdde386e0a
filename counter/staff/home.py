"""The first page of window staff: the pause, today's cards, and their tickets."""

from collections import Counter
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QWidget

from counter.kit.clock import clock, length
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.tickets import tone
from counter.kit.words import Text
from counter.session import CounterSession
from counter.staff.pause import PausePanel
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.cards import views as cards
from shared.practice.cards import words as card_words
from shared.practice.cards.facts import Giver, P
from shared.practice.inquiries import views as inquiries
from shared.practice.inquiries import words as inquiry_words
from shared.practice.inquiries.views import Ticket
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Pause
from shared.qt import theme
from shared.qt.boxes import column, row, together
from shared.qt.elided import Elided
from shared.qt.tips import plain
from shared.qt.widgets import Symbol, clear, label

_SHOWN = 6


class HomeData(msgspec.Struct, frozen=True):
    """What the page shows of one person's day."""

    pauses: pauses.Mine
    cards: cards.Mine
    today: Counter[P]
    tickets: tuple[Ticket, ...]
    help_offered: bool
    now: int


class HomePage(Page[HomeData]):
    """Pause at the left, the day at the right."""

    place = Place("home", QT_TRANSLATE_NOOP("Counter", "暂停服务"), "pause", Act.SERVE, Group.WINDOW, 2)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.today, self.mine = Text(style="soft", wrap=True), Panel(QT_TRANSLATE_NOOP("Counter", "今天的5P卡"))
        self._cards = QHBoxLayout()
        self._pauses = Panel(QT_TRANSLATE_NOOP("Counter", "今天的暂停"))
        self._due = Panel(QT_TRANSLATE_NOOP("Counter", "我的首问工单"))
        self._shown: dict[QLayout, object] = {}
        self._lists = {panel: column() for panel in (self._pauses, self._due)}
        self._build()

    def _build(self) -> None:
        self.pause = PausePanel(self.session, self.actor)
        self.mine.box.addLayout(self._cards)
        self.mine.box.addWidget(self.today)
        for panel, rows in self._lists.items():
            panel.box.addLayout(rows)
        right = column(self.mine, self._due, self._pauses, None)
        both = row(self.pause, spacing="small")
        both.addLayout(right)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        self.body.addLayout(both, 1)
        self.pause.away.countdown.alerted_hidden.connect(self._remind)

    def take_focus(self) -> None:
        self.pause.take_focus()

    def _remind(self, words: str) -> None:
        """Warn on whichever page is open; while locked the sign-in page shows the countdown instead."""
        if self.session.actor == self.actor:
            QApplication.beep()
            self.warn_on_open_page(words)

    def query(self) -> Callable[[Store], HomeData]:
        number, now = self.actor.number, self.session.now()

        def read(store: Store) -> HomeData:
            mine = cards.mine(store, number, now=now)
            customers = (c for c in mine.cards if c.day == day_of(now) and c.giver is Giver.CUSTOMER and c.counted)
            return HomeData(
                pauses=pauses.mine(store, number, now),
                cards=mine,
                today=Counter(card.p for card in customers),
                tickets=inquiries.of_person(store, number, now),
                help_offered=pauses.help_offered(store, number, now),
                now=now,
            )

        return read

    def show_data(self, data: HomeData) -> None:
        self.pause.show_mine(data.pauses)
        counts = [(p, data.today[p], card_words.p(p)) for p in P.and_newer(data.today)]
        if self._cleared_if_changed(self._cards, counts):
            self._cards.addWidget(together(Flow(*(_count_widget(*count) for count in counts))))
        text = self.tr("今天 {today} 张，累计 {total} 张").format(today=data.today.total(), total=data.cards.total)
        self.today.setText(text)
        offer = self.tr("这几天辛苦了。需要时，快乐驿站随时在。") if data.help_offered else ""
        self._fill(self._due, [self._ticket_row(ticket) for ticket in data.tickets[:_SHOWN]])
        self._fill(self._pauses, [self._pause_row(pause, data.now) for pause in data.pauses.today], offer)

    def _fill(self, panel: Panel, rows: list[tuple[str, str, str, str]], below: str = "") -> None:
        place = self._lists[panel]
        if self._cleared_if_changed(place, (rows, below, self.tr("无"))):
            texts = [] if rows else [self.tr("无")]
            ends = [label(text, "soft") for text in (*texts, below) if text]
            place.addWidget(together(column(*(_row_widget(*each) for each in rows), *ends, spacing="tight")))

    def _cleared_if_changed(self, place: QLayout, wanted: object) -> bool:
        """Whether the contents of `place` changed; then clears it. Rebuilding at every refresh would cost a frame."""
        if self._shown.get(place) == wanted:
            return False
        self._shown[place] = wanted
        clear(place)
        return True

    def _ticket_row(self, ticket: Ticket) -> tuple[str, str, str, str]:
        word = inquiry_words.light(ticket.light.state)
        number = "" if theme.current().large else ticket.number  # it would leave no room for what it is about
        return word, tone(ticket), ticket.text or inquiry_words.topic(ticket.topic), number

    def _pause_row(self, pause: Pause, now: int) -> tuple[str, str, str, str]:
        state = self.tr("进行中") if pause.running else length(pause.lasted(now))
        over = self.tr("超次数") if pause.over_quota else ""
        return state, "warn" if pause.over_quota else "good", clock(pause.at), over


def _count_widget(p: P, count: int, name: str) -> QWidget:
    size = theme.current().px("title")
    symbol = Symbol(p.value, size, p.value, f"{p.value}_soft") if p.known else Symbol("gift", size)
    parts = (label(str(count), "strong", p.value, wrap=False), label(name, "caption", wrap=False))
    return together(row(symbol, *parts, spacing="tight"))


def _row_widget(chip: str, chip_tone: str, text: str, end: str) -> QHBoxLayout:
    """A row: a chip, a text that may be elided, and a small text at the end."""
    mark = label(chip, tone=chip_tone, wrap=False)
    mark.setProperty("look", "chip")
    whole = Elided()
    whole.setText(text)
    whole.setToolTip(plain(text))
    ends = [label(end, "caption", wrap=False)] if end else []
    box = row(mark, whole, *ends, spacing="small")
    box.setStretch(1, 1)
    return box
