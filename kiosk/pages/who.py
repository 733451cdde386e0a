"""Who? The people on duty, with face, name and window; and at equal size 我有意见/需要帮助."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.topic import NEW, TopicPage
from kiosk.widgets.tiles import Tile, face_tile, make_equal, opinion_tile
from shared.people import words
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import clear

if TYPE_CHECKING:
    from shared.people.views import Person, PersonToday

_GRIDS = {  # portrait? senior mode?: columns and rows, the first that fits is used
    (True, False): ((2, 4), (2, 3), (2, 2), (2, 1)),
    (True, True): ((2, 3), (1, 6), (1, 5), (1, 4), (1, 3), (1, 2)),
    (False, False): ((4, 2), (4, 1)),
    (False, True): ((3, 2), (2, 2), (3, 1), (2, 1)),
}
_MOST_ROWS_OR_COLUMNS = 6


class WhoPage(Page["Callable[[Person], None] | None", int]):
    """One touch chooses a person: for the function given as request, else for a card. Pages instead of scrolling."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._first = self._slots = 0
        self._has_size = False  # before it is laid out, tiles would be made for a size it never has
        self._shown: tuple[object, ...] = ()
        self._people: Sequence[PersonToday] | None = None
        self._chosen: Callable[[Person], None] = self._choose_card
        self.heading = Heading(kiosk)
        self._grid = QGridLayout()
        self._grid.setSpacing(max(now.px("gap" if now.senior else "room"), now.mm("award_gap_mm")))
        self.previous_page, self.next_page = TouchButton().tall(), TouchButton().tall()
        self.previous_page.clicked.connect(lambda: self._turn_page(-1))
        self.next_page.clicked.connect(lambda: self._turn_page(1))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading, self.previous_page, self.next_page))
        self.tiles: list[Tile] = []
        self.retranslate()

    @property
    def step(self) -> tuple[int, int]:
        return 1, 3

    def show_for(self, chosen: "Callable[[Person], None] | None") -> None:
        self._first = 0
        self._chosen = chosen or self._choose_card
        self._fill()

    def keep(self) -> int:
        return self._first

    def restore(self, chosen: "Callable[[Person], None] | None", first: int) -> None:
        self.show_for(chosen)
        self._first = first
        self._fill()

    def refresh(self) -> None:
        self._fill()

    def lay_out(self, portrait: bool) -> None:
        self._has_size = True
        self._fill()

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("您想感谢哪一位？"), self.tr("请点一下为您服务的工作人员。"))
        self.previous_page.setText(self.tr("上一页"))
        self.next_page.setText(self.tr("下一页"))
        self._shown, self._people = (), None
        self._fill()

    def _fill(self) -> None:
        state = (self.size(), self.lobby.people, self._first)
        if state == self._shown or not self._has_size:
            return  # tiles are kept while they are the same: building widgets for months grows memory
        self._shown = state
        for columns, rows in _GRIDS[self.portrait, theme.current().senior]:
            self._show(columns, rows)
            if self.box.totalMinimumHeightForWidth(self.width()) <= self.height():
                break  # fewer, larger tiles where names or words are long

    def _show(self, columns: int, rows: int) -> None:
        slots, people = columns * rows - 1, self.lobby.people
        self.previous_page.setVisible(len(people) > slots)
        self.next_page.setVisible(len(people) > slots)
        self.previous_page.setEnabled(self._first > 0)
        self.next_page.setEnabled(self._first + slots < len(people))
        self._slots = slots
        self._build(columns, people[self._first : self._first + slots])

    def _build(self, columns: int, people: "Sequence[PersonToday]") -> None:
        if people != self._people:  # else the same tiles, in fewer columns
            self._people = people
            clear(self._grid)
            self.tiles = [*map(self._tile, people), self._opinion()]
            make_equal(self.tiles)
        for place in range(_MOST_ROWS_OR_COLUMNS):
            self._grid.setRowStretch(place, 0)
            self._grid.setColumnStretch(place, 0)
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()  # else it is not measured
            self._grid.setRowStretch(place // columns, 1)
            self._grid.setColumnStretch(place % columns, 1)
        self._measure(columns)

    def _measure(self, columns: int) -> None:
        """Apply the style and width to each tile before the page's height is asked for."""
        margins = self.box.contentsMargins()
        across = self.width() - margins.left() - margins.right() - (columns - 1) * self._grid.spacing()
        for tile in self.tiles:
            tile.set_horizontal(theme.current().senior and (columns == 1 or not self.portrait))
            for part in tile.findChildren(QWidget):
                part.ensurePolished()
            tile.fit(across // columns)
        self.box.invalidate()

    def _tile(self, person: "PersonToday") -> Tile:
        tile = face_tile(person.name, person.photo, person.number)
        window = self.tr("{window}号窗口").format(window=person.window) if person.window else ""
        tile.set_texts(person.name, " · ".join(part for part in (window, words.post(person.post)) if part))
        tile.clicked.connect(lambda: self._chosen(person))
        return tile

    def _choose_card(self, person: "Person") -> None:
        self.kiosk.go(CardsPage, Receiver(person))

    def _opinion(self) -> Tile:
        tile = opinion_tile()
        tile.set_texts(self.tr("我有意见 / 需要帮助"), self.tr("有人接、有人办、有答复"))
        tile.clicked.connect(lambda: self.kiosk.go(TopicPage, NEW))
        return tile

    def _turn_page(self, step: int) -> None:
        self.setFocus()  # otherwise Qt moves it on when the touched button is disabled on the last page
        self._first = max(0, self._first + step * self._slots)
        self._fill()
