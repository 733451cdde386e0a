"""Which P? Five large cards, each with its own colour, symbol and one-line meaning, and 我有意见 at equal size."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout

from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.summary import Draft
from kiosk.pages.thanks import Thanks, ThanksPage
from kiosk.pages.topic import TopicPage
from kiosk.widgets.scene import FIVE
from kiosk.widgets.tiles import make_equal, opinion_tile, symbol_tile
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.practice.cards import actions as cards
from shared.practice.cards import words
from shared.practice.cards.facts import P
from shared.qt import theme

if TYPE_CHECKING:
    from kiosk.store.lobby import Visit
    from shared.people.views import Person

_SOON_MS = 100
"""Within it a card is stored; painting the page as disabled meanwhile would cost 5 ms of the 12 to the thanks page."""


class Receiver(msgspec.Struct, frozen=True):
    """Who gets the card, and the visit if a served number chose the person."""

    person: "Person"
    visit: "Visit | None" = None


class CardsPage(Page[Receiver, None]):
    """One touch awards. The card is stored before the thanks page is shown."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._receiver: Receiver | None = None
        self._shows_waiting = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._shows_waiting.timeout.connect(lambda: self.setUpdatesEnabled(True))
        self.heading = Heading(kiosk)
        self.cards = {p: symbol_tile(p, p, p, tone=p) for p in FIVE}
        self.opinion = opinion_tile()
        for p, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, p=p: self._award(p))
        self.opinion.clicked.connect(self._open_inquiry)
        make_equal([*self.cards.values(), self.opinion])
        self._grid = QGridLayout()
        self._grid.setSpacing(max(now.px("gap" if now.senior else "room"), now.mm("award_gap_mm")))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading))
        self.lay_out(True)

    @property
    def step(self) -> tuple[int, int]:
        """The second of three; no step if a slip or a finished service chose the person."""
        return (2, 3) if self._receiver and not self._receiver.visit else (0, 0)

    def show_for(self, receiver: Receiver) -> None:
        self._receiver = receiver
        self.setUpdatesEnabled(True)
        self.setEnabled(True)
        self.retranslate()

    def retranslate(self) -> None:
        name = self._receiver.person.name if self._receiver else ""
        self.heading.set_texts(self.tr("返回"), self.tr("送给 {name}").format(name=name), self._question())
        for p, card in self.cards.items():
            card.set_texts(words.p(p), words.meaning(p))
        self._set_opinion_texts()

    def _set_opinion_texts(self) -> None:
        """Hide its second line in large print on a portrait screen, where the first takes two."""
        words = "" if theme.current().senior and self.portrait else self.tr("有人接、有人办、有答复")
        self.opinion.set_texts(self.tr("我有意见 / 需要帮助"), words)

    def _question(self) -> str:
        visit = self._receiver.visit if self._receiver else None
        if visit is None:
            return self.tr("您想送哪一张卡？")
        return self.tr("凭排队号 {number}，送一张卡。").format(number=visit.label)

    def lay_out(self, portrait: bool) -> None:
        columns = 2 if portrait else 3
        tiles = (*self.cards.values(), self.opinion)
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for index in range(len(tiles)):
            self._grid.setRowStretch(index, 1 if index < len(tiles) // columns else 0)
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._set_opinion_texts()

    def _award(self, p: str) -> None:
        receiver, kiosk, session = self._receiver, self.kiosk, self.kiosk.session
        assert receiver is not None
        person, number, now = receiver.person, receiver.visit.number if receiver.visit else "", session.now()
        self._take_no_touch()

        def done(answer: cards.Awarded | Refusal) -> None:
            if isinstance(answer, Refusal):
                kiosk.home()
                kiosk.say(wording.refusal(answer), "warn")
            else:
                kiosk.go(ThanksPage, Thanks(person, p, answer))

        # The session owns the answer: this page may be rebuilt in another text size before the card is stored.
        session.record(session, lambda store: cards.award(store, person.number, P(p), number=number, now=now), done)

    def _take_no_touch(self) -> None:
        """One tap is one card: nothing can be touched until it is stored. Shown only where that takes long."""
        self.setUpdatesEnabled(False)  # first: else the page is cleared and not painted
        self.setEnabled(False)
        self._shows_waiting.start()

    def _open_inquiry(self) -> None:
        receiver = self._receiver
        person = receiver.person.number if receiver else ""
        service = receiver.visit.service if receiver and receiver.visit else ""
        self.kiosk.go(TopicPage, Draft(person=person, service=service))
