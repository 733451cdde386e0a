"""A number typed without its letter that several kiosks of the hall gave out: whose is it?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout

from kiosk.pages.cards import CardsPage
from kiosk.pages.page import Desk, Heading, Page, direction
from kiosk.widgets.tiles import Tile, even, symbol_tile
from shared.qt import theme
from shared.qt.widgets import clear

if TYPE_CHECKING:
    from kiosk.store.lobby import Visit


class WhichPage(Page):
    """One large tile for each number it may be, as the slip shows it, with who served it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._visits: tuple[Visit, ...] = ()
        self.heading = Heading(desk)
        self.tiles: list[Tile] = []
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(theme.current().px("room"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._row, 1)
        self.box.addLayout(self.ways(self.heading))

    def enter(self, *details: Any) -> None:
        """With the visits that are possible."""
        (visits,) = details
        if visits != self._visits:  # the kiosk runs for months: tiles are made when they differ
            self._visits = visits
            self._build(visits)
        self.retranslate()

    def _build(self, visits: "Sequence[Visit]") -> None:
        clear(self._row)
        self.tiles = [self._tile(visit) for visit in visits]
        even(self.tiles)
        for tile in self.tiles:
            self._row.addWidget(tile, 1)

    def _tile(self, visit: "Visit") -> Tile:
        tile = symbol_tile("card", "ticket", "accent")
        tile.set_texts(visit.label, visit.person.name)
        tile.clicked.connect(lambda: self.desk.go(CardsPage, visit.person, visit))
        return tile

    def retranslate(self) -> None:
        labels = self.tr(" 还是 ").join(visit.label for visit in self._visits)
        self.heading.set_texts(
            self.tr("返回"),
            self.tr("您的号是 {labels}？").format(labels=labels),
            self.tr("字母印在小票上，号码的前面。"),
        )

    def turn(self, portrait: bool) -> None:
        direction(self._row, portrait)
