"""The services of the hall as tiles of equal size; the last one is for customers who choose none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.widgets.tiles import Tile, make_equal, symbol_tile
from shared.qt import theme
from shared.qt.widgets import clear

_COLUMNS = {(True, False): 2, (True, True): 1, (False, False): 5, (False, True): 2}  # portrait? senior mode?
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


class ServiceTiles(QWidget):
    """`tiles` by the code of their service, "" for none; emits `chosen(code)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: dict[str, Tile] = {}
        self._portrait = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().px("gap"))

    def show_services(self, services: Sequence[str]) -> None:
        """Show these. Unchanged tiles are kept: building widgets again and again for months grows memory."""
        if tuple(self.tiles) == (*services, ""):
            return
        clear(self._grid)
        self.tiles = {service: _tile(service) for service in (*services, "")}
        make_equal(tuple(self.tiles.values()))
        for service, tile in self.tiles.items():
            tile.clicked.connect(lambda _checked=False, service=service: self.chosen.emit(service))
        self.lay_out(self._portrait)

    def lay_out(self, portrait: bool) -> None:
        """Arrange the tiles for a portrait or a landscape screen."""
        self._portrait, now = portrait, theme.current()
        columns = _COLUMNS[portrait, now.senior]
        for place, tile in enumerate(self.tiles.values()):
            tile.set_horizontal(now.senior)  # a list: the longest name in one line of large print
            tile.set_in_line(now.senior)
            if portrait and not now.senior:
                tile.set_tight()
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(max(_COLUMNS.values())):
            self._grid.setColumnStretch(column, int(column < columns))


def _tile(service: str) -> Tile:
    symbol, colour = _SYMBOLS.get(service, _ANY), "accent" if service else "help"
    return symbol_tile("card" if service else "help", symbol, colour, tone="" if service else "help")
