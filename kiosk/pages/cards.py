"""Which P? Five large cards, each with its own colour, symbol and one-line meaning, and 我有意见 at equal size."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout

from kiosk.pages.page import Desk, Heading, Page
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.topic import TopicPage
from kiosk.widgets.scene import FIVE
from kiosk.widgets.tiles import even, opinion_tile, symbol_tile
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.practice.cards import words
from shared.qt import theme

if TYPE_CHECKING:
    from kiosk.store.lobby import Visit
    from shared.people.views import Person
    from shared.practice.cards.actions import Awarded


class CardsPage(Page):
    """One touch awards. The card is stored before anybody is thanked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._person: Person | None = None
        self._visit: Visit | None = None
        self.heading = Heading(desk)
        self.cards = {p: symbol_tile(p, p, p, tone=p) for p in FIVE}
        self.opinion = opinion_tile()
        for p, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, p=p: self._award(p))
        self.opinion.clicked.connect(self._speak)
        even([*self.cards.values(), self.opinion])
        self._grid = QGridLayout()
        self._grid.setSpacing(max(now.px("gap" if now.senior else "room"), now.mm("award_gap_mm")))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.ways(self.heading))
        self.turn(True)

    def enter(self, *details: Any) -> None:
        """`person`, and a `Visit` if a served number chose them."""
        self._person, self._visit = details[0], details[1] if len(details) > 1 else None
        self._wait(False)
        self.retranslate()

    def retranslate(self) -> None:
        name = self._person.name if self._person else ""
        self.heading.set_texts(self.tr("返回"), self.tr("送给 {name}").format(name=name), self._question())
        for p, card in self.cards.items():
            card.set_texts(words.p(p), words.meaning(p))
        self.opinion.set_texts(self.tr("我有意见 / 需要帮助"), self.tr("有人接、有人办、有答复"))

    def _question(self) -> str:
        if self._visit is None:
            return self.tr("您想送哪一张卡？")
        return self.tr("凭排队号 {number}，送一张卡。").format(number=self._visit.label)

    def turn(self, portrait: bool) -> None:
        columns = 2 if portrait else 3
        tiles = (*self.cards.values(), self.opinion)
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for line in range(len(tiles)):
            self._grid.setRowStretch(line, 1 if line < len(tiles) // columns else 0)
            self._grid.setColumnStretch(line, 1 if line < columns else 0)

    def _award(self, p: str) -> None:
        person, visit = self._person, self._visit
        assert person is not None
        self._wait(True)

        def done(answer: "Awarded | Refusal") -> None:
            if isinstance(answer, Refusal):
                self.desk.home()
                self.desk.say(wording.refusal(answer), "warn")
            else:
                self.desk.go(ThanksPage, person, p, answer)

        self.desk.service.award(person.number, p, visit.number if visit else "", done)

    def _speak(self) -> None:
        self.desk.go(TopicPage, self._person.number if self._person else "")

    def _wait(self, waiting: bool) -> None:
        """One tap is one card: nothing can be touched until it is stored."""
        self.setEnabled(not waiting)
