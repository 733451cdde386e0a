"""大厅看板: the hall now: its windows, the queue by service, today's 5P cards; also full screen."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout

from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.scroll import scrolling
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, listed, say
from counter.session import CounterSession
from counter.store_type import Store
from counter.supervisor.window_card import AtWindow, WindowCard
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.practice.cards import views as cards
from shared.practice.cards import words as card_words
from shared.practice.cards.facts import P
from shared.practice.line import views as line
from shared.practice.line import waits
from shared.practice.line import words as line_words
from shared.practice.line.waits import ServiceLine
from shared.practice.pauses import views as pauses
from shared.qt import theme
from shared.qt.boxes import fill, row
from shared.qt.widgets import Symbol, clear, label

_TICK_MS = 1000
_MINUTE_MS = 60_000
_TITLE = QT_TRANSLATE_NOOP("Counter", "大厅看板")
_LINE = QT_TRANSLATE_NOOP("Counter", "等候")
_CARDS = QT_TRANSLATE_NOOP("Counter", "今天用户送的5P卡")
_FULL_SCREEN = QT_TRANSLATE_NOOP("Counter", "全屏显示")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "现在没有窗口开放。")
_NOT_NAMED = QT_TRANSLATE_NOOP("Counter", "未选业务")
_WAITING = QT_TRANSLATE_NOOP("Counter", "{n} 位在等，最久 {minutes} 分钟")
_ALL = QT_TRANSLATE_NOOP("Counter", "全部")
_EMPTY = QT_TRANSLATE_NOOP("Counter", "没有人在等")


class Board(msgspec.Struct, frozen=True):
    """The hall at one moment; `since`: when each waiting number was taken (epoch ms), `by_p`: counted cards."""

    windows: tuple[AtWindow, ...]
    lines: tuple[ServiceLine, ...]
    since: tuple[int, ...]
    by_p: dict[P, int]


class LiveBoardPage(Page[Board]):
    """Read again after every change; its times tick in between."""

    place = Place("live_board", _TITLE, "page", Act.SIGN_DAY, Group.HALL, 1)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.waiting = Text(style="lead")
        self.full_screen = Button(_FULL_SCREEN, "quiet", shortcut="F11")
        self.windows = Flow()
        self._cards: dict[str, WindowCard] = {}
        self._nobody = Text(_NOBODY, "soft")
        self.lines: Table[ServiceLine] = Table(_LINE, self._columns(), key=lambda each: each.service)
        self.by_p: dict[P, QLabel] = {p: label(style="lead", tone=p.value, wrap=False) for p in P}
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._build()

    def _build(self) -> None:
        self.head.addWidget(self.waiting)
        self.head.addWidget(self.full_screen)
        self.full_screen.clicked.connect(self._toggle_full_screen)
        inside = Panel(look="quiet")
        inside.box.addWidget(self._nobody)
        inside.box.addLayout(self.windows)
        inside.box.addStretch(1)
        side = QVBoxLayout()
        side.addWidget(self.lines, 1)
        side.addWidget(self._cards_panel())
        both = row(scrolling(inside))
        both.setStretch(0, 3)
        both.addLayout(side, 2)
        self.body.addLayout(both, 1)

    def _cards_panel(self) -> Panel:
        panel, line_of_p, size = Panel(_CARDS), row(spacing="small"), theme.current().px("lead")
        for p in P:
            fill(line_of_p, Symbol(p.value, size, p.value, f"{p.value}_soft"), self.by_p[p])
        panel.box.addLayout(line_of_p)
        return panel

    def take_focus(self) -> None:
        self.lines.setFocus()

    def query(self) -> Callable[[Store], Board]:
        hall, now = self.actor.hall, self.session.now()
        return lambda store: read(store, hall, now)

    def show_data(self, data: Board) -> None:
        self._nobody.setVisible(not data.windows)
        if list(self._cards) != [each.person.number for each in data.windows]:
            clear(self.windows)
            self._cards = {each.person.number: WindowCard(self.session) for each in data.windows}
            for card in self._cards.values():
                self.windows.addWidget(card)
        for each in data.windows:
            self._cards[each.person.number].show_window(each)
        self.lines.show_rows([each for each in data.lines if each.service or each.waiting])
        for p, count in self.by_p.items():
            count.setText(str(data.by_p.get(p, 0)))
            count.setAccessibleName(f"{card_words.p(p)} {count.text()}")  # its picture is silent
        self._timer.start()
        self._tick()

    def _tick(self) -> None:
        """Update the times each second; stop when the page is hidden."""
        if self.data is None or not self.isVisible():
            self._timer.stop()
            self._leave_full_screen()
            return
        for each in self._cards.values():
            each.tick()
        since = self.data.since
        longest = (self.session.now() - min(since)) // _MINUTE_MS if since else 0
        self.waiting.setText(say(_WAITING).format(n=len(since), minutes=longest) if since else say(_EMPTY))

    def _columns(self) -> Sequence[Column[ServiceLine]]:
        return (
            Column(QT_TRANSLATE_NOOP("Counter", "业务"), _service, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "等候"), lambda each: str(each.waiting), right=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "约（分钟）"),
                lambda each: "" if each.minutes is None else str(each.minutes),
                right=True,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "窗口"), self._at_windows),
        )

    def _at_windows(self, each: ServiceLine) -> str:
        open_ = {window.person.window for window in self.data.windows} if self.data else set()
        return say(_ALL) if len(open_) > 1 and open_ <= {*each.windows} else listed(each.windows)

    def _toggle_full_screen(self) -> None:
        """Switch the window to full screen, or back."""
        window = self.window()
        (window.showMaximized if window.isFullScreen() else window.showFullScreen)()

    def _leave_full_screen(self) -> None:
        """Leave full screen when the page is hidden: other pages and the lock have no button for it."""
        if self.window().isVisible() and self.window().isFullScreen():
            self.window().showMaximized()


def read(store: Store, hall: str, now: int) -> Board:
    """The board of a hall at `now`, epoch ms."""
    pauses_by_staff = {pause.staff: pause for pause in pauses.running(store, hall, now)}
    on_duty = people.on_duty(store, hall, now=now)
    windows = tuple(
        AtWindow(each, line.serving(store, each.number, now), pauses_by_staff.get(each.number)) for each in on_duty
    )
    since = tuple(number.taken_at for number in line.in_line(store, hall, now))
    return Board(windows, waits.lines(store, hall, now), since, _counted(store, hall, day_of(now)))


def _counted(store: Store, hall: str, day: date) -> dict[P, int]:
    counted = cards.counted(store, day, day, hall)
    return {p: sum(each.count for each in counted if each.p is p and each.by_customer) for p in P}


def _service(each: ServiceLine) -> str:
    return line_words.service(each.service) if each.service else say(_NOT_NAMED)
