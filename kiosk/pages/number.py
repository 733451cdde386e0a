"""A card by slip: the customer types the number; the person who served it is chosen by it."""

from typing import TYPE_CHECKING

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.digits import DigitsPage
from kiosk.pages.page import Kiosk
from kiosk.pages.which import WhichPage
from kiosk.store import numbers
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import Symbol

if TYPE_CHECKING:
    from kiosk.store.lobby import Visits

_DIGITS = 4


class NumberPage(DigitsPage[None]):
    """Takes the digits without the letter. Scanning the slip does the same."""

    def __init__(self, kiosk: Kiosk) -> None:
        symbol = Symbol("scan", theme.current().px("symbol"), "accent")
        super().__init__(kiosk, _DIGITS, symbol, TouchButton("", "primary", "check"))
        self.send.clicked.connect(self._look_up)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("您的排队号是？"), self.tr("只输入数字，例如 A012 输入 12。"))
        self.pad.setAccessibleName(self.tr("您的排队号是？"))
        self.words.setText(self.tr("也可以把小票上的二维码对着扫码口。"))
        self.send.setText(self.tr("找到为我服务的人"))

    def _look_up(self) -> None:
        self.setEnabled(False)
        digits, session = self.pad.text, self.kiosk.session
        now = session.now()
        session.read(self, lambda store: numbers.visits_of_digits(store, digits, now=now), self.show_found)

    def show_found(self, visits: "Visits") -> None:
        self.setEnabled(True)
        if visits.possible and visits.sure:
            (visit,) = visits.possible
            self.kiosk.go(CardsPage, Receiver(visit.person, visit))
        elif visits.possible:
            self.kiosk.go(WhichPage, visits.possible)
        else:
            self.pad.clear()
            self.kiosk.say(self.tr("没有找到办完的这个号，请再看一下小票。"), "warn")
