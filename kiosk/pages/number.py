"""A card by slip: type the number that was called; the person who served it is already chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.which import WhichPage
from kiosk.store import numbers
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import Symbol, centred, label

if TYPE_CHECKING:
    from kiosk.store.lobby import Visits

_DIGITS = 4
_STANDING = ((0, 0), (1, 0))  # of hint, pad and (lying only) button: row, column, rows, columns
_LYING = ((0, 0), (0, 1, 2, 1), (1, 0))


class NumberPage(Page[None, str]):
    """Digits without the letter. Scanning the slip does the same."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.heading = Heading(kiosk)
        self._hint = centred(label(style="lead"))
        self.pad = PinPad(_DIGITS, hidden=False)
        self.send = TouchButton("", "primary", "check").tall()
        self.setFocusProxy(self.pad)
        self.pad.changed.connect(lambda text: self.send.setEnabled(bool(text)))
        self.send.clicked.connect(self._look_up)
        self._why = self._explain()
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.current().px("gap"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading, self.send))

    def _explain(self) -> QWidget:
        now, why = theme.current(), QWidget()
        box = QVBoxLayout(why)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(now.px("small"))
        box.addStretch(1)
        box.addWidget(Symbol("scan", now.px("symbol"), "accent"), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._hint)
        box.addStretch(1)
        return why

    def show_for(self, _request: None) -> None:
        self.pad.clear()
        self.setEnabled(True)
        self.retranslate()

    def keep(self) -> str:
        return self.pad.text

    def restore(self, request: None, kept: str) -> None:
        self.show_for(request)
        self.pad.fill(kept)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("您的排队号是？"), self.tr("只输入数字，例如 A012 输入 12。"))
        self.pad.setAccessibleName(self.tr("您的排队号是？"))
        self._hint.setText(self.tr("也可以把小票上的二维码对着扫码口。"))
        self.send.setText(self.tr("找到为我服务的人"))

    def lay_out(self, portrait: bool) -> None:
        places = _STANDING if portrait else _LYING
        for part, place in zip((self._why, self.pad, self.send), places, strict=False):
            self._grid.addWidget(part, *place)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)

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
