"""The number: large enough to be photographed, who is ahead, and its QR code for the card afterwards."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from kiosk.pages.page import Desk, Page, centred, direction
from shared.practice.line import words
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.qr import QrCode
from shared.qt.widgets import label

if TYPE_CHECKING:
    from shared.practice.line.actions import Taken


class SlipPage(Page):
    """Shows the slip, also while a printer prints it."""

    ends = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._taken: Taken | None = None
        self._printed = False
        self._title = centred(label(style="title"))
        self.number = centred(label(style="hero", tone="accent", wrap=False))
        self._service = centred(label(style="lead"))
        self.ahead = centred(label(style="title"))
        self.hint = centred(label(style="lead"))
        self.code = QrCode()
        self.close_button = TouchButton("", "primary").tall()
        self.close_button.clicked.connect(desk.home)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("wide"))
        self._halves.addWidget(self._slip(), 1)
        self._halves.addWidget(self.code, 1)
        self.box.addLayout(self._halves, 1)
        self.box.addWidget(self.hint)
        self.box.addWidget(self.close_button)

    def _slip(self) -> QFrame:
        now, slip = theme.current(), QFrame()
        slip.setProperty("look", "card")
        box = QVBoxLayout(slip)
        box.setContentsMargins(*[now.px("room")] * 4)
        box.setSpacing(now.px("small"))
        box.addStretch(1)
        for text in (self._title, self.number, self._service, self.ahead):
            box.addWidget(text)
        box.addStretch(1)
        return slip

    def enter(self, *details: Any) -> None:
        self.again(False, *details)
        assert self._taken is not None
        self.desk.service.print_slip(self._taken, self._say_printed)

    def keep(self) -> bool:
        return self._printed

    def again(self, kept: Any, *details: Any) -> None:
        """Without printing it once more."""
        self._taken, text = details
        self._printed = kept
        self.code.show_text(text)
        self.retranslate()

    def _say_printed(self, number: str) -> None:
        if self._taken is not None and number == self._taken.id:  # not of the customer before
            self._printed = True
            self.retranslate()

    def retranslate(self) -> None:
        if self._taken is None:
            return
        self._title.setText(self.tr("您的排队号"))
        self.number.setText(self._taken.label)
        self.code.setAccessibleName(self.tr("排队号 {number} 的二维码").format(number=self._taken.label))
        self._service.setText(words.service(self._taken.service) if self._taken.service else "")
        self._service.setVisible(bool(self._taken.service))
        ahead = self._taken.ahead
        self.ahead.setText(self.tr("前面还有 %n 位", "", ahead) if ahead else self.tr("马上就到您了"))
        self.hint.setText(self._advice())
        self.close_button.setText(self.tr("好了"))

    def _advice(self) -> str:
        if self._printed:
            return self.tr("请取走打印的小票。办完后扫一扫它，可以给为您服务的人送一张卡。")
        return self.tr("请拍下这一页。办完后扫码，可以给为您服务的人送一张卡。")

    def turn(self, portrait: bool) -> None:
        direction(self._halves, portrait)
