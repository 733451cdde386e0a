"""Who? The people on duty, with face, name and window; and at equal size 我有意见/需要帮助."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.pages.cards import CardsPage
from kiosk.pages.page import Desk, Heading, Page
from kiosk.pages.topic import TopicPage
from kiosk.widgets.tiles import Tile, even, face_tile, opinion_tile
from shared.people import words
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import clear

if TYPE_CHECKING:
    from shared.people.views import Person

_GRID = {(True, False): (2, 4), (True, True): (2, 3), (False, False): (4, 2), (False, True): (3, 2)}  # columns, rows
_LONGEST = 4


class WhoPage(Page):
    """One touch chooses a person. More people than fit are turned like pages, never scrolled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._first = self._slots = 0
        self._shown: tuple[object, ...] = ()
        self._chosen: Callable[[Person], None] = self._ask_p
        self.heading = Heading(desk)
        self._grid = QGridLayout()
        self._grid.setSpacing(max(now.px("gap" if now.senior else "room"), now.mm("award_gap_mm")))
        self.before, self.after = TouchButton().tall(), TouchButton().tall()
        self.before.clicked.connect(lambda: self._leaf(-1))
        self.after.clicked.connect(lambda: self._leaf(1))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.ways(self.heading, self.before, self.after))
        self.tiles: list[Tile] = []
        self.retranslate()

    def enter(self, *details: Any) -> None:
        """With a function of a person: what to do with the choice, instead of asking which P."""
        self._first = 0
        self._chosen = details[0] if details else self._ask_p
        self._fill()

    def keep(self) -> int:
        return self._first

    def again(self, kept: Any, *details: Any) -> None:
        self.enter(*details)
        self._first = kept
        self._fill()

    def refresh(self) -> None:
        self._fill()

    def turn(self, portrait: bool) -> None:
        self._fill()

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("您想感谢哪一位？"), self.tr("请点一下为您服务的工作人员。"))
        self.before.setText(self.tr("上一页"))
        self.after.setText(self.tr("下一页"))
        self._shown = ()
        self._fill()

    def _fill(self) -> None:
        state = (self.size(), self.lobby.people, self._first)
        if state == self._shown:  # the kiosk runs for months: tiles are made when they differ, not when they are seen
            return
        self._shown = state
        columns, most = _GRID[self.portrait, theme.current().senior]
        for rows in range(most, 1, -1):
            self._show(columns, rows)
            if self.box.totalMinimumHeightForWidth(self.width()) <= self.height():
                break  # fewer, larger tiles where names or words are long

    def _show(self, columns: int, rows: int) -> None:
        slots, people = columns * rows - 1, self.lobby.people
        self.before.setVisible(len(people) > slots)
        self.after.setVisible(len(people) > slots)
        self.before.setEnabled(self._first > 0)
        self.after.setEnabled(self._first + slots < len(people))
        self._slots = slots
        self._build(columns, people[self._first : self._first + slots])

    def _build(self, columns: int, people: "Sequence[Person]") -> None:
        clear(self._grid)
        self.tiles = [self._tile(person) for person in people]
        self.tiles.append(self._opinion())
        even(self.tiles)
        for place in range(_LONGEST):
            self._grid.setRowStretch(place, 0)
            self._grid.setColumnStretch(place, 0)
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()  # else it is not measured
            self._grid.setRowStretch(place // columns, 1)
            self._grid.setColumnStretch(place % columns, 1)
        self._measure(columns)

    def _measure(self, columns: int) -> None:
        """Each tile in the print it will stand in, before anybody asks how high it is."""
        margins = self.box.contentsMargins()
        across = self.width() - margins.left() - margins.right() - (columns - 1) * self._grid.spacing()
        for tile in self.tiles:
            tile.lie(theme.current().senior and not self.portrait)
            for part in tile.findChildren(QWidget):
                part.ensurePolished()
            tile.fit(across // columns)

    def _tile(self, person: "Person") -> Tile:
        tile = face_tile(person.name, person.photo, person.number)
        window = self.tr("{window}号窗口").format(window=person.window) if person.window else ""
        tile.set_texts(person.name, " · ".join(part for part in (window, words.post(person.post)) if part))
        tile.clicked.connect(lambda: self._chosen(person))
        return tile

    def _ask_p(self, person: "Person") -> None:
        self.desk.go(CardsPage, person)

    def _opinion(self) -> Tile:
        tile = opinion_tile()
        tile.set_texts(self.tr("我有意见 / 需要帮助"), self.tr("有人接、有人办、有答复"))
        tile.clicked.connect(lambda: self.desk.go(TopicPage, ""))
        return tile

    def _leaf(self, step: int) -> None:
        self._first = max(0, self._first + step * self._slots)
        self._fill()
