"""我有意见 / 需要帮助, third step: a phone number, only if the customer wants; with what it is for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.pages.page import Desk, Heading, Page, centred
from kiosk.pages.promise import PromisePage
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import Symbol, label

if TYPE_CHECKING:
    from shared.practice.inquiries.actions import Opened

_DIGITS = 12  # a mobile number, or area code and number
_STANDING = ((0, 0), (1, 0), (2, 0))  # why, pad, without, send (standing: in the lowest row): row, column, rows
_LYING = ((0, 0), (0, 1, 3, 1), (1, 0), (2, 0))


class PhonePage(Page):
    """Hands the inquiry in, with or without a number."""

    takes_scans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._details: tuple[str, str, str] = ("question", "", "")
        self.heading = Heading(desk)
        self._notice = centred(label(style="lead"))
        self.pad = PinPad(_DIGITS, hidden=False)
        self.without, self.send = TouchButton("", "chip").tall(), TouchButton("", "help", "check").tall()
        self.setFocusProxy(self.pad)
        self.pad.changed.connect(lambda text: self.send.setEnabled(bool(text)))
        self.without.clicked.connect(lambda: self._send(""))
        self.send.clicked.connect(lambda: self._send(self.pad.text))
        self._why = self._explain()
        self._grid = QGridLayout()
        self._grid.setSpacing(now.px("gap" if now.senior else "room"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.ways(self.heading, self.send))

    def _explain(self) -> QWidget:
        now, why = theme.current(), QWidget()
        box = QVBoxLayout(why)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(now.px("tight"))
        box.addStretch(1)
        box.addWidget(Symbol("phone", now.px("symbol"), "help"), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._notice)
        box.addStretch(1)
        return why

    def enter(self, *details: Any) -> None:
        self._details = (details[0], details[1], details[2])
        self.pad.clear()
        self.setEnabled(True)
        self.retranslate()

    def keep(self) -> str:
        return self.pad.text

    def again(self, kept: Any, *details: Any) -> None:
        self.enter(*details)
        self.pad.fill(kept)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("方便留个电话吗？"), self.tr("不留也可以，凭单号一样能查。"))
        self.pad.setAccessibleName(self.tr("方便留个电话吗？"))
        self._notice.setText(
            self.tr("只用来答复这一件事，办结 {days} 天后自动删除。").format(days=self.lobby.erase_days)
        )
        self.without.setText(self.tr("不留电话，直接提交"))
        self.send.setText(self.tr("提交"))

    def turn(self, portrait: bool) -> None:
        places = _STANDING if portrait else _LYING
        for part, place in zip((self._why, self.pad, self.without, self.send), places, strict=False):
            self._grid.addWidget(part, *place)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)

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
