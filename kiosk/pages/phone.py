"""我有意见 / 需要帮助, third step: a phone number, only if the customer wants; with what it is for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.pages.page import Desk, Heading, Page, centred, direction
from kiosk.pages.promise import PromisePage
from shared.kernel import Refusal
from shared.qt import theme, wording
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import Symbol, TouchButton, label

if TYPE_CHECKING:
    from shared.practice.inquiries.actions import Opened

_DIGITS = 12  # a mobile number, or area code and number


class PhonePage(Page):
    """Hands the inquiry in, with or without a number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._details: tuple[str, str, str] = ("question", "", "")
        self._heading = Heading(desk)
        self._notice = centred(label(style="lead"))
        self.pad = PinPad(_DIGITS, hidden=False)
        self.without, self.send = TouchButton().tall(), TouchButton("", "help", "check").tall()
        self.pad.changed.connect(lambda text: self.send.setEnabled(bool(text)))
        self.without.clicked.connect(lambda: self._send(""))
        self.send.clicked.connect(lambda: self._send(self.pad.text))
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("wide"))
        self._halves.addLayout(self._explain(), 1)
        self._halves.addWidget(self.pad, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(now.px("room"))
        buttons.addWidget(self.without, 1)
        buttons.addWidget(self.send, 1)
        self.box.addWidget(self._heading)
        self.box.addLayout(self._halves, 1)
        self.box.addLayout(buttons)

    def _explain(self) -> QVBoxLayout:
        now, box = theme.current(), QVBoxLayout()
        box.setSpacing(now.px("room"))
        box.addStretch(1)
        box.addWidget(Symbol("phone", now.px("symbol"), "help"), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._notice)
        box.addStretch(1)
        return box

    def enter(self, *details: Any) -> None:
        self._details = (details[0], details[1], details[2])
        self.pad.clear()
        self.setEnabled(True)
        self.retranslate()

    def retranslate(self) -> None:
        self._heading.set_texts(self.tr("返回"), self.tr("方便留个电话吗？"), self.tr("不留也可以，凭单号一样能查。"))
        self._notice.setText(
            self.tr("只用来答复这一件事，办结 {days} 天后自动删除。").format(days=self.lobby.erase_days)
        )
        self.without.setText(self.tr("不留电话，直接提交"))
        self.send.setText(self.tr("提交"))

    def turn(self, portrait: bool) -> None:
        direction(self._halves, portrait)

    def _send(self, phone: str) -> None:
        topic, text, person = self._details
        self.setEnabled(False)
        self.desk.service.open_inquiry(topic, text, phone, person, self._done)

    def _done(self, answer: "Opened | Refusal") -> None:
        self.setEnabled(True)
        if isinstance(answer, Refusal):
            self.desk.say(wording.refusal(answer), "warn")
        else:
            self.desk.go(PromisePage, answer)
