"""Behind the held corner: sign in with number and PIN, see precisely how this kiosk is, leave it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.pages.page import Desk, Heading, Page, centred
from shared.kernel import Refusal
from shared.qt import wording
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import TouchButton, label

_NUMBER_DIGITS = 8
_PIN_DIGITS = 6  # until the policy is read


class StaffPage(Page):
    """Number, then PIN; then the state of the device and the way out."""

    foot = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._number = ""
        self.heading = Heading(desk)
        self._asks = centred(label(style="title"))
        self.number_pad = PinPad(_NUMBER_DIGITS, hidden=False)
        lobby = desk.service.lobby
        self.pin_pad = PinPad(lobby.pin_digits if lobby else _PIN_DIGITS)
        self.next_button = TouchButton("", "primary")
        self.next_button.clicked.connect(self._ask_pin)
        self.pin_pad.complete.connect(self._sign_in)
        self.report = label(style="lead")
        self.leave_button, self.stay_button = TouchButton("", "danger", "lock"), TouchButton("", "primary", "home")
        self.leave_button.clicked.connect(desk.leave)
        self.stay_button.clicked.connect(desk.home)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.report)
        self.box.addStretch(1)
        for widget in (self._asks, self.number_pad, self.pin_pad, self.next_button):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.box.addWidget(self.stay_button)
        self.box.addWidget(self.leave_button)

    def enter(self, *_details: Any) -> None:
        self._number = ""
        self.number_pad.clear()
        self.pin_pad.clear()
        self.setEnabled(True)
        self._show(self._asks, self.number_pad, self.next_button)
        if self.desk.service.error:  # nobody can be signed in: show what is wrong, to whoever knows the corner
            self._show(self.report)
        self.retranslate()

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("工作人员"), "")
        self._asks.setText(self.tr("请输入密码") if self._number else self.tr("请输入工号"))
        self.next_button.setText(self.tr("下一步"))
        self.stay_button.setText(self.tr("返回首页"))
        self.leave_button.setText(self.tr("退出暖窗"))
        self.report.setText(self._words())

    def _words(self) -> str:
        service = self.desk.service
        if service.error:
            return self.tr("存储出现问题：{error}\n每分钟自动重试一次。").format(
                error=f"{type(service.error).__name__}: {service.error}"
            )
        lobby = service.lobby
        return self.tr("大厅：{hall}\n在岗：{people} 人\n今日收到：{cards} 张卡").format(
            hall=lobby.hall if lobby else "",
            people=len(lobby.people) if lobby else 0,
            cards=lobby.thanks_total if lobby else 0,
        )

    def _show(self, *shown: QWidget) -> None:
        parts = (self._asks, self.number_pad, self.pin_pad, self.next_button, self.report, self.leave_button,
                 self.stay_button)  # fmt: skip
        for part in parts:
            part.setVisible(part in shown)

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
            self.retranslate()
            self._show(self.report, self.leave_button, self.stay_button)
