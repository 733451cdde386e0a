"""我有意见 / 需要帮助, first step: what is it about?"""

from msgspec.structs import replace
from PySide6.QtWidgets import QBoxLayout

from kiosk.pages.page import Heading, Kiosk, Page, set_direction
from kiosk.pages.summary import Draft
from kiosk.pages.words import WordsPage
from kiosk.widgets.tiles import make_equal, symbol_tile
from shared.qt import theme

_TOPICS = {"complaint": ("opinion", "help"), "help": ("people", "accent"), "question": ("clock", "professional")}


NEW = Draft()
"""A draft about no person and no service."""


class TopicPage(Page[Draft, None]):
    """Three large tiles. Its request is the draft so far: whom it is about, which service."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._draft = NEW
        self.heading = Heading(kiosk)
        self.topics = {topic: symbol_tile("card", *look, tone=look[1]) for topic, look in _TOPICS.items()}
        make_equal(tuple(self.topics.values()))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(theme.current().px("room"))
        for topic, tile in self.topics.items():
            self._row.addWidget(tile, 1)
            tile.clicked.connect(lambda _checked=False, topic=topic: self._choose(topic))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._row, 1)
        self.box.addLayout(self.bottom_row(self.heading))
        self.retranslate()

    @property
    def step(self) -> tuple[int, int]:
        return 1, 4

    def show_for(self, draft: Draft) -> None:
        self._draft = draft

    def _choose(self, topic: str) -> None:
        self.kiosk.go(WordsPage, replace(self._draft, topic=topic))

    def retranslate(self) -> None:
        self.heading.set_texts(
            self.tr("返回"), self.tr("请说给我们听"), self.tr("第一位接到的人会负责到底，并告诉您最迟哪天答复。")
        )
        self.topics["complaint"].set_texts(self.tr("我有意见"), self.tr("哪里没做好，请直说"))
        self.topics["help"].set_texts(self.tr("需要帮助"), self.tr("有困难，请人来帮一把"))
        self.topics["question"].set_texts(self.tr("我想问问"), self.tr("业务、账单、手续"))

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._row, portrait)
        for tile in self.topics.values():
            tile.set_horizontal(portrait)
