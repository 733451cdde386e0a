"""Take a number: choose a service, or none."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.slip import SlipPage
from kiosk.store import numbers
from kiosk.widgets.tiles import Tile, make_equal, symbol_tile
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.practice.line import words
from shared.qt import theme
from shared.qt.widgets import clear

if TYPE_CHECKING:
    from kiosk.store.lobby import Slip

_COLUMNS = {(True, False): 2, (True, True): 1, (False, False): 5, (False, True): 2}  # standing? large print?
_SYMBOLS = {
    "gas_payment": "flame",
    "consultation": "advice",
    "appliance_sale": "stove",
    "settlement": "settlement",
    "title_transfer": "transfer",
    "insurance_sale": "insurance",
    "hose_handout": "hose",
    "ic_card_new": "card_new",
    "ic_card_replace": "card_replace",
}
_ANY = "ticket"  # no service chosen, or one this program does not know yet


class TakePage(Page[None, None]):
    """The services of the hall, all equally large; the last one is for who does not know."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.heading = Heading(kiosk)
        self._grid = QGridLayout()
        now = theme.current()
        self._grid.setSpacing(now.px("gap"))
        self.services: dict[str, Tile] = {}
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading))

    def show_for(self, _request: None) -> None:
        self.setEnabled(True)
        if tuple(self.services) != (*self.lobby.services, ""):
            self._build()
        self.retranslate()

    def _build(self) -> None:
        clear(self._grid)
        self.services = {service: _tile(service) for service in (*self.lobby.services, "")}
        make_equal(tuple(self.services.values()))
        for service, button in self.services.items():
            button.clicked.connect(lambda _checked=False, service=service: self._take(service))
        self.lay_out(self.portrait)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("今天办什么业务？"), self.tr("取一个号，坐下来等叫号。"))
        for service, button in self.services.items():
            name = words.service(service) if service else self.tr("说不清，直接取号")
            button.set_texts(name, self._wait(service) if service else "")

    def _wait(self, service: str) -> str:
        """How many wait for it, and about how long where that can be said."""
        wait = self.lobby.waits.get(service)
        if not wait or not wait.waiting:
            return ""
        if not wait.minutes:
            return self.tr("{n} 位等候").format(n=wait.waiting)
        return self.tr("{n} 位等候，约 {minutes} 分钟").format(n=wait.waiting, minutes=wait.minutes)

    def lay_out(self, portrait: bool) -> None:
        now = theme.current()
        columns = _COLUMNS[portrait, now.senior]
        for place, button in enumerate(self.services.values()):
            button.set_horizontal(now.senior)  # a list: the longest name in one line of large print
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(max(_COLUMNS.values())):
            self._grid.setColumnStretch(column, int(column < columns))

    def _take(self, service: str) -> None:
        self.setEnabled(False)
        kiosk, session = self.kiosk, self.kiosk.session
        now = session.now()
        # The session owns the answer: this page may be rebuilt in another print before the number is stored.
        session.record(
            session, lambda store: numbers.take(store, service, now=now), lambda answer: _taken(kiosk, answer)
        )


def _tile(service: str) -> Tile:
    symbol, colour = _SYMBOLS.get(service, _ANY), "accent" if service else "help"
    return symbol_tile("card" if service else "help", symbol, colour, tone="" if service else "help")


def _taken(kiosk: Kiosk, answer: "Slip | Refusal") -> None:
    if isinstance(answer, Refusal):
        kiosk.page.setEnabled(True)
        kiosk.say(wording.refusal(answer), "warn")
    else:
        kiosk.go(SlipPage, answer)
