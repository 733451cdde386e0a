"""The first page: the picture with today's thanks, and the buttons to begin. Loaded before the first frame."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.pages.page import Kiosk, Page, set_direction
from kiosk.store.lobby import State
from kiosk.widgets.scene import WindowScene
from kiosk.widgets.tiles import make_equal, opinion_tile, symbol_tile
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import centred, label

if TYPE_CHECKING:  # these would delay the first frame
    from kiosk.widgets.honour import HonourStrip
    from shared.practice.honour.views import Honoured


class AttractPage(Page[None, None]):
    """今天，谁温暖了您？ One touch begins a card, an inquiry or taking a number."""

    ends_visit = True
    times_out = False
    gives_way = True

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._scene = WindowScene()
        self._thanks = centred(label(style="lead"))
        self._honour: HonourStrip | None = None
        self._title = centred(label(style="hero"))
        self._words = centred(label(style="lead"))
        self.card = symbol_tile("accent", "card", "on_accent", "accent")
        self.opinion = opinion_tile()
        self.card.clicked.connect(self._give_card)
        self.opinion.clicked.connect(self._open_inquiry)
        make_equal((self.card, self.opinion))
        self.take, self.slip = TouchButton("", "", "ticket").tall(), TouchButton("", "", "scan").tall()
        self.take.clicked.connect(self._take_number)
        self.slip.clicked.connect(self._give_card_by_slip)
        self._tiles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tiles.setSpacing(now.px("room"))
        self._tiles.addWidget(self.card, 1)
        self._tiles.addWidget(self.opinion, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("room" if now.senior else "wide"))
        self._halves.addLayout(self._picture(), 3 if now.senior else 4)
        self._halves.addLayout(self._buttons(), 5 if now.senior else 4)
        self.box.addLayout(self._halves, 1)
        self.retranslate()

    def _picture(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self._scene, 1)
        box.addWidget(self._thanks)
        self._picture_box = box
        return box

    def _buttons(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.current().px("gap"))
        box.addStretch(1)
        box.addWidget(self._title)
        box.addWidget(self._words)
        box.addSpacing(theme.current().px("room"))
        box.addLayout(self._tiles, 6)
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

    def show_for(self, _request: None) -> None:
        self.refresh()

    def refresh(self) -> None:
        self._set_resting(self.kiosk.session.state is State.RESTING)
        lobby = self.kiosk.session.lobby
        senior = theme.current().senior  # large print needs the room of the honour wall
        self._show_honoured(lobby.honoured if lobby and not senior else ())
        total = lobby.thanks_total if lobby else 0
        self._scene.set_thanks(lobby.thanks if lobby else {})
        thanks = self.tr("今天大厅里已有 %n 声谢谢", "", total) if total else self.tr("今天的第一声谢谢，等您来说")
        waiting = sum(each.waiting for each in lobby.waits.values()) if lobby else 0
        self._thanks.setText(" · ".join([thanks, self.tr("%n 位在等候", "", waiting)] if waiting else [thanks]))

    def _show_honoured(self, honoured: "tuple[Honoured, ...]") -> None:
        """Show the honour wall below the picture; built only when needed, so not for the first frame."""
        if honoured and self._honour is None:
            from kiosk.widgets.honour import HonourStrip

            self._honour = HonourStrip()
            self._picture_box.addWidget(self._honour)
        if self._honour is not None:
            self._honour.show_people(honoured)

    def _set_resting(self, rest: bool) -> None:
        """After a burst no card can be given for a while; numbers and inquiries still can."""
        if rest:
            self.card.set_texts(self.tr("谢谢大家的热情"), self.tr("送卡歇一歇，马上回来"))
        else:
            self.card.set_texts(self.tr("送一张5P卡"), self.tr("礼貌 耐心 积极 热情 专业"))
        for button in (self.card, self.slip):
            button.setEnabled(not rest)

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._halves, portrait)
        side_by_side = portrait and not theme.current().senior
        for tile in (self.card, self.opinion):
            tile.set_horizontal(not side_by_side)
        self._tiles.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)

    def _give_card(self) -> None:
        from kiosk.pages.who import WhoPage

        if self._store_is_ready():
            self.kiosk.go(WhoPage, None)

    def _open_inquiry(self) -> None:
        from kiosk.pages.topic import NEW, TopicPage

        if self._store_is_ready():
            self.kiosk.go(TopicPage, NEW)

    def _take_number(self) -> None:
        from kiosk.pages.take import TakePage

        if self._store_is_ready():
            self.kiosk.go(TakePage, "")

    def _give_card_by_slip(self) -> None:
        from kiosk.pages.number import NumberPage

        if self._store_is_ready():
            self.kiosk.go(NumberPage)

    def _store_is_ready(self) -> bool:
        if self.kiosk.session.state is State.STARTING:
            self.kiosk.say(self.tr("正在准备，请稍等一下"), "warn")
            return False
        return True
