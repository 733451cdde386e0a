"""我有意见 / 需要帮助: which service it is about, so that the sentences offered are about it."""

from typing import Any

import msgspec
from msgspec.structs import replace

from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.summary import Draft
from kiosk.widgets.service_tiles import ServiceTiles
from shared.practice.line import words
from shared.qt import theme


class Question(msgspec.Struct, frozen=True):
    """The draft so far, and the page that gets it with the chosen service."""

    draft: Draft
    target: type[Page[Draft, Any]]


class ServicePage(Page[Question, None]):
    """The services of the hall, and a tile for none of them."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._question = Question(Draft(), Page)
        self.heading = Heading(kiosk)
        self._tiles = ServiceTiles()
        self._tiles.chosen.connect(self._choose)
        self.box.addWidget(self.heading)
        self.box.addWidget(self._tiles, 1)
        self.box.addLayout(self.bottom_row(self.heading))

    def show_for(self, question: Question) -> None:
        self._question = question
        self._tiles.show_services(self.lobby.services)
        self.retranslate()

    def retranslate(self) -> None:
        self.heading.set_texts(
            self.tr("返回"), self.tr("是哪项业务的事？"), self.tr("选了以后，给您看这项业务常说的话。")
        )
        self.heading.words.setHidden(theme.current().senior)  # the tiles need the room
        for service, tile in self._tiles.tiles.items():
            tile.set_texts(words.service(service) if service else self.tr("别的事"))

    def lay_out(self, portrait: bool) -> None:
        self._tiles.lay_out(portrait)

    def _choose(self, service: str) -> None:
        self.kiosk.go(self._question.target, replace(self._question.draft, service=service))
