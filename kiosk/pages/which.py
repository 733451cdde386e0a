"""Asks which number is meant if several kiosks of the hall issued the typed digits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.page import Heading, Kiosk, Page, set_direction
from kiosk.widgets.tiles import Tile, make_equal, symbol_tile
from shared.qt import theme
from shared.qt.widgets import clear

if TYPE_CHECKING:
    from kiosk.store.lobby import Visit


class WhichPage(Page["tuple[Visit, ...]", None]):
    """One large tile for each possible number, with its letter and who served it."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._visits: tuple[Visit, ...] = ()
        self.heading = Heading(kiosk)
        self.tiles: list[Tile] = []
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(theme.current().px("room"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._row, 1)
        self.box.addLayout(self.bottom_row(self.heading))

    def show_for(self, visits: "tuple[Visit, ...]") -> None:
        if visits != self._visits:  # tiles are kept while they are the same: building widgets for months grows memory
            self._visits = visits
            self._build(visits)
        self.retranslate()

    def _build(self, visits: "Sequence[Visit]") -> None:
        clear(self._row)
        self.tiles = [self._tile(visit) for visit in visits]
        make_equal(self.tiles)
        for tile in self.tiles:
            self._row.addWidget(tile, 1)

    def _tile(self, visit: "Visit") -> Tile:
        tile = symbol_tile("card", "ticket", "accent")
        tile.set_texts(visit.label, visit.person.name)
        tile.clicked.connect(lambda: self.kiosk.go(CardsPage, Receiver(visit.person, visit)))
        return tile

    def retranslate(self) -> None:
        labels = self.tr(" 还是 ").join(visit.label for visit in self._visits)
        self.heading.set_texts(
            self.tr("返回"),
            self.tr("您的号是 {labels}？").format(labels=labels),
            self.tr("字母印在小票上，号码的前面。"),
        )

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._row, portrait)
