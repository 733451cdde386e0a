"""Behind the held corner: sign in, see precisely how this kiosk is, leave it; also while its store cannot be read."""

import os
import sys
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.pages.page import Desk, Heading, Page, centred, direction
from kiosk.process.restart_loop import KEEPER
from kiosk.shell import troubles
from kiosk.store.lobby import Asks
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.qt import badge
from shared.qt.buttons import TouchButton
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import label

_NUMBER_DIGITS = 8
_PIN_DIGITS = 6  # until the policy is read


class StaffPage(Page):
    """Number and PIN, or a joined kiosk's own PIN alone; then the state of the device and the way out."""

    ends = True
    takes_scans = False
    foot = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._number, self._open = "", False
        self._asks_for = Asks.NUMBER
        self.heading = Heading(desk)
        self._asks = centred(label(style="title"))
        self.number_pad = PinPad(_NUMBER_DIGITS, hidden=False)
        lobby = desk.service.lobby
        self.pin_pad = PinPad(lobby.pin_digits if lobby else _PIN_DIGITS)
        self.next_button = TouchButton("", "primary").tall()
        self.next_button.clicked.connect(self._ask_pin)
        self.pin_pad.complete.connect(self._sign_in)
        self.report = label(style="lead")
        self.report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.leave_button = TouchButton("", "danger", "lock").tall()
        self.stay_button = TouchButton("", "primary", "home").tall()
        self.leave_button.clicked.connect(desk.leave)
        self.stay_button.clicked.connect(desk.home)
        self.box.addWidget(self.heading)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.addWidget(self.report, 1)
        self._halves.addLayout(self._low(), 1)
        self.box.addLayout(self._halves, 1)
        self.box.addWidget(self.stay_button)
        self.box.addWidget(self.leave_button)
        self.box.addLayout(self.ways(self.heading, self.next_button))

    def _low(self) -> QVBoxLayout:
        """What is asked and the keys, as low as there is room for."""
        box = QVBoxLayout()
        box.addStretch(1)
        for widget in (self._asks, self.number_pad, self.pin_pad):
            box.addWidget(widget)
        return box

    def turn(self, portrait: bool) -> None:
        direction(self._halves, portrait)

    def enter(self, *_details: Any) -> None:
        self._number, self._open = "", False
        self.number_pad.clear()
        self.pin_pad.clear()
        self.setEnabled(True)
        self._show()
        self.retranslate()
        self.desk.service.exit_asks(self._ask)

    def _ask(self, what: Asks) -> None:
        self._asks_for = what
        parts = {
            Asks.NUMBER: (self._asks, self.number_pad, self.next_button),
            Asks.PIN: (self._asks, self.pin_pad),
            Asks.NOTHING: (),
        }
        self._show(*parts[what])
        self.retranslate()

    def retranslate(self) -> None:
        pin = self._number or self._asks_for is Asks.PIN
        self.heading.set_texts(self.tr("返回"), self.tr("工作人员"), "")
        self._asks.setText(self.tr("请输入密码") if pin else self.tr("请输入工号"))
        self.number_pad.setAccessibleName(self.tr("请输入工号"))
        self.pin_pad.setAccessibleName(self.tr("请输入密码"))
        self.next_button.setText(self.tr("下一步"))
        self.stay_button.setText(self.tr("返回首页"))
        self.leave_button.setText(self.tr("退出暖窗"))
        self.report.setText(words := self._words())
        self.report.setVisible(bool(words))

    def refresh(self) -> None:
        self.retranslate()

    def _words(self) -> str:
        """How this kiosk is, precisely, for whoever knows the corner; the hall itself only for who signed in."""
        service = self.desk.service
        trouble = troubles.words(service.error) if service.error else troubles.reason(service.state)
        hall = self._hall() if self._open and not service.error else ""
        return "\n".join(part for part in (hall, trouble, self._way_out()) if part)

    def _hall(self) -> str:
        lobby, news = self.desk.service.lobby, self.desk.news
        said = self.tr("大厅：{hall}\n在岗：{people} 人\n今日收到：{cards} 张卡").format(
            hall=lobby.hall if lobby else "",
            people=len(lobby.people) if lobby else 0,
            cards=lobby.thanks_total if lobby else 0,
        )
        return f"{said}\n{badge.words(news)}" if news and news.state != "alone" else said

    def _way_out(self) -> str:
        """How to end it where no PIN can be checked."""
        if self._asks_for is not Asks.NOTHING:
            return ""
        none = self.tr("这里还没有可以核对的密码：站长的密码用 warm-window set-pin 设置。")
        end = self.tr("要退出暖窗，请在系统中运行：{command}")
        return f"{none}\n{end.format(command=_ending())}"

    def _show(self, *shown: QWidget) -> None:
        parts = (self._asks, self.number_pad, self.pin_pad, self.next_button, self.leave_button, self.stay_button)
        for part in parts:
            part.setVisible(part in shown)
        for pad in (self.number_pad, self.pin_pad):
            if pad in shown:
                pad.setFocus()

    def _ask_pin(self) -> None:
        self._number = self.number_pad.text
        if self._number:
            self._show(self._asks, self.pin_pad)
            self.retranslate()

    def _sign_in(self, pin: str) -> None:
        self.setEnabled(False)
        self.desk.service.sign_in(self._number, pin, self._signed_in)

    def _signed_in(self, answer: Refusal | None) -> None:
        self.setEnabled(True)
        if isinstance(answer, Refusal):
            self.pin_pad.clear()
            self.desk.say(wording.refusal(answer), "bad")
        else:
            self._open = True
            self.retranslate()
            self._show(self.leave_button, self.stay_button)


def _ending() -> str:
    """The system's own command that ends this kiosk, and whoever would start it again."""
    process = os.environ.get(KEEPER) or os.getpid()
    return f"taskkill /F /T /PID {process}" if sys.platform == "win32" else f"kill {process}"
