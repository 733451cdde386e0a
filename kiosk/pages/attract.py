"""The first page: the warm window with today's thanks, and the two ways on. Loaded before the first frame."""

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.pages.page import Desk, Page, centred, direction
from kiosk.store.lobby import State
from kiosk.widgets.scene import WindowScene
from kiosk.widgets.tiles import even, opinion_tile, symbol_tile
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import label


class AttractPage(Page):
    """今天，谁温暖了您？ One touch begins a card or an inquiry."""

    ends = True
    idles = False
    yields = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._scene = WindowScene()
        self._thanks = centred(label(style="lead"))
        self._title = centred(label(style="hero"))
        self._words = centred(label(style="lead"))
        self.card = symbol_tile("accent", "card", "on_accent", "accent")
        self.opinion = opinion_tile()
        self.card.clicked.connect(self._give)
        self.opinion.clicked.connect(self._speak)
        even((self.card, self.opinion))
        self.take, self.slip = TouchButton("", "", "ticket").tall(), TouchButton("", "", "scan").tall()
        self.take.clicked.connect(self._take)
        self.slip.clicked.connect(self._by_slip)
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(now.px("room"))
        self._ways.addWidget(self.card, 1)
        self._ways.addWidget(self.opinion, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("room" if now.senior else "wide"))
        self._halves.addLayout(self._picture(), 3 if now.senior else 4)
        self._halves.addLayout(self._call(), 5 if now.senior else 4)
        self.box.addLayout(self._halves, 1)
        self.retranslate()

    def _picture(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self._scene, 1)
        box.addWidget(self._thanks)
        return box

    def _call(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.current().px("gap"))
        box.addStretch(1)
        box.addWidget(self._title)
        box.addWidget(self._words)
        box.addSpacing(theme.current().px("room"))
        box.addLayout(self._ways, 6)
        more = QHBoxLayout()
        more.setSpacing(theme.current().px("room"))
        more.addWidget(self.take, 1)
        more.addWidget(self.slip, 1)
        box.addSpacing(theme.current().px("small"))
        box.addLayout(more)
        return box

    def retranslate(self) -> None:
        self._title.setText(self.tr("今天，谁温暖了您？"))
        self._words.setText(self.tr("点一点，送 TA 一张5P卡。不用登录，三步就好。"))
        self.opinion.set_texts(self.tr("我有意见 / 需要帮助"), self.tr("有人接、有人办、有答复"))
        self.take.setText(self.tr("取号排队"))
        self.slip.setText(self.tr("凭小票送卡"))
        self.refresh()

    def enter(self, *_details: Any) -> None:
        self.refresh()

    def refresh(self) -> None:
        self._let_cards_rest(self.desk.service.state is State.RESTING)
        lobby = self.desk.service.lobby
        total = lobby.thanks_total if lobby else 0
        self._scene.set_thanks(lobby.thanks if lobby else {})
        self._thanks.setText(
            self.tr("今天大厅里已有 %n 声谢谢", "", total) if total else self.tr("今天的第一声谢谢，等您来说")
        )

    def _let_cards_rest(self, rest: bool) -> None:
        """After a burst no card can be given for a while; whoever needs a number or help is not kept waiting."""
        if rest:
            self.card.set_texts(self.tr("谢谢大家的热情"), self.tr("送卡歇一歇，马上回来"))
        else:
            self.card.set_texts(self.tr("送一张5P卡"), self.tr("礼貌 耐心 积极 热情 专业"))
        for way in (self.card, self.slip):
            way.setEnabled(not rest)

    def turn(self, portrait: bool) -> None:
        direction(self._halves, portrait)
        side_by_side = portrait and not theme.current().senior
        for way in (self.card, self.opinion):
            way.lie(not side_by_side)
        self._ways.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)

    def _give(self) -> None:
        from kiosk.pages.who import WhoPage

        if self._ready():
            self.desk.go(WhoPage)

    def _speak(self) -> None:
        from kiosk.pages.topic import TopicPage

        if self._ready():
            self.desk.go(TopicPage, "")

    def _take(self) -> None:
        from kiosk.pages.take import TakePage

        if self._ready():
            self.desk.go(TakePage)

    def _by_slip(self) -> None:
        from kiosk.pages.number import NumberPage

        if self._ready():
            self.desk.go(NumberPage)

    def _ready(self) -> bool:
        if self.desk.service.state is State.STARTING:
            self.desk.say(self.tr("正在准备，请稍等一下"), "warn")
            return False
        return True
