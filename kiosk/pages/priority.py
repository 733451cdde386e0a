"""优先: why the customer goes first, before the service is chosen. The window sees the reason when it calls."""

from PySide6.QtWidgets import QBoxLayout

from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.widgets.tiles import Tile, make_equal, symbol_tile
from shared.practice.line import words
from shared.qt import theme
from shared.qt.widgets import clear


class PriorityPage(Page[type[Page[str, None]], None]):
    """One tile for each reason the policy lets customers choose. Its request is the page that gets the reason."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.heading = Heading(kiosk)
        self._target: type[Page[str, None]] = Page
        self.reasons: dict[str, Tile] = {}
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows.setSpacing(theme.current().px("gap"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._rows, 1)
        self.box.addLayout(self.bottom_row(self.heading))

    def show_for(self, target: type[Page[str, None]]) -> None:
        self._target = target
        if tuple(self.reasons) != self.lobby.priorities:
            self._build()
        self.retranslate()

    def _build(self) -> None:
        clear(self._rows)
        self.reasons = {code: symbol_tile("card", "people", "accent") for code in self.lobby.priorities}
        make_equal(tuple(self.reasons.values()))
        for code, tile in self.reasons.items():
            tile.set_horizontal(True)
            tile.clicked.connect(lambda _checked=False, code=code: self.kiosk.go(self._target, code))
            self._rows.addWidget(tile, 1)

    def retranslate(self) -> None:
        self.heading.set_texts(
            self.tr("返回"), self.tr("因为什么优先？"), self.tr("原因会印在小票上，窗口可能请您出示证件。")
        )
        for code, tile in self.reasons.items():
            tile.set_texts(words.priority(code))
