"""快乐驿站: hotlines and group, requests for help to chosen persons, greetings among all halls."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.words import Text, say
from counter.session import CounterSession
from counter.staff.greetings import Greetings
from counter.staff.help import HelpPanel
from counter.store_type import Store
from shared.device import qr
from shared.domain.actor import Actor
from shared.people.views import Person
from shared.practice.happiness import views
from shared.practice.happiness.facts import Hotline, Station
from shared.practice.happiness.views import Greeting, Help
from shared.practice.pauses import views as pauses
from shared.qt import theme
from shared.qt.boxes import column, row, together
from shared.qt.qr import QrCode
from shared.qt.widgets import clear, label, set_property

_TABS = (QT_TRANSLATE_NOOP("Counter", "求助"), QT_TRANSLATE_NOOP("Counter", "问候墙"))


class StationData(msgspec.Struct, frozen=True):
    """What the page shows. `listeners`: who may be asked for help; `offered`: help is offered after many pauses."""

    station: Station
    listeners: tuple[Person, ...]
    requests: tuple[Help, ...]
    board: tuple[Greeting, ...]
    offered: bool
    now: int


class HappyPage(Page[StationData]):
    """Hotlines and group at the left; the tabs 求助 and 问候墙 at the right."""

    place = Place("happy", QT_TRANSLATE_NOOP("Counter", "快乐驿站"), "heart", None, Group.EVERYBODY, 1, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.offer = Text(style="lead", wrap=True)
        self.lines, self.qr, self.group = column(spacing="small"), QrCode(), Text(style="strong", wrap=True)
        self.tabs = Tabs()
        self._hotlines_shown: tuple[Sequence[Hotline], str] | None = None
        self.qr.setFixedSize(*2 * [theme.current().px("nav") * 5 // 6])
        self._build()

    def _build(self) -> None:
        self.help = HelpPanel(self)
        self.greetings = Greetings(self)
        self._build_layout()
        self.tabs.addTab(self.help, "")
        self.tabs.addTab(self.greetings, "")
        tab_keys(self, self.tabs.tabBar())
        self.tabs.currentChanged.connect(lambda place: (self.help, self.greetings)[place].take_focus())

    def take_focus(self) -> None:
        self.help.take_focus()

    def query(self) -> Callable[[Store], StationData]:
        actor, now = self.actor, self.session.now()

        def read(store: Store) -> StationData:
            station = views.station(store)
            if station.group_code:
                qr.drawn(station.group_code)
            return StationData(
                station=station,
                listeners=views.listeners(store, actor.number),
                requests=views.requests(store, actor),
                board=views.board(store, now),
                offered=pauses.help_offered(store, actor.number, now),
                now=now,
            )

        return read

    def show_data(self, data: StationData) -> None:
        self.offer.setVisible(data.offered)
        self.offer.setText(self.tr("这几天辛苦了。想说说话，拨一个电话，或者写给您信任的人。"))
        self._show_hotlines(data.station)
        self.qr.show_text(data.station.group_code, data.station.group)
        self.group.setText(data.station.group or self.tr("经营管理部还没有公布群。"))
        set_property(self.group, "type", "strong" if data.station.group else "soft")
        open_ = sum(not each.done for each in data.requests)
        self.tabs.setTabText(0, f"{say(_TABS[0])} {open_}" if open_ else say(_TABS[0]))
        self.tabs.setTabText(1, f"{say(_TABS[1])} {len(data.board)}")
        self.help.show_help(data.listeners, data.requests, data.now)
        self.greetings.show_board(data.board, data.now)

    def _show_hotlines(self, station: Station) -> None:
        """Made anew only when they changed: the page would be laid out and painted again at each reading."""
        none = self.tr("经营管理部还没有公布热线。")
        if (station.hotlines, none) == self._hotlines_shown:
            return
        self._hotlines_shown = station.hotlines, none
        clear(self.lines)
        lines = [
            column(label(line.name, "soft"), label(line.phone, "title", "accent", wrap=False), spacing="hair")
            for line in station.hotlines
        ]
        nothing = [] if lines else [label(none, "soft")]
        self.lines.addWidget(together(column(*lines, *nothing, spacing="small")))

    def _build_layout(self) -> None:
        station = Panel(QT_TRANSLATE_NOOP("Counter", "热线"))
        station.box.addLayout(self.lines)
        group = Panel(QT_TRANSLATE_NOOP("Counter", "快乐驿站群"))
        group.box.addWidget(self.group)
        group.box.addLayout(row(None, self.qr, None))
        for panel in (station, group):
            panel.setFixedWidth(theme.current().px("nav"))
        both = row(column(station, group, None), self.tabs, spacing="small")
        both.setStretch(1, 1)
        self.body.addWidget(self.offer)
        self.body.addLayout(both, 1)
