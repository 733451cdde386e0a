"""The staff page: sign in, see the state of this kiosk, end it; also works while the store cannot be read."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.pages.page import Heading, Kiosk, Page, set_direction
from kiosk.process import restart_loop
from kiosk.store import staff_exit, troubles
from kiosk.store.lobby import Asks
from shared.device import codes
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.qt import sync_badge
from shared.qt.buttons import TouchButton
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import centred, label

_NUMBER_LENGTH = 20  # the longest staff number of a roster
_PIN_DIGITS = 6  # until the policy is read


class StaffPage(Page[None, None]):
    """Asks for number and PIN, or only for the kiosk's own PIN; then shows the state and the buttons to end it."""

    ends_visit = True
    allows_scans = False
    has_foot = False

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._number, self._open = "", False
        self._asks_for = Asks.NUMBER
        self.heading = Heading(kiosk)
        self._asks = centred(label(style="title"))
        self.number_pad = PinPad(_NUMBER_LENGTH, hidden=False, letters=True)
        lobby = kiosk.session.lobby
        self.pin_pad = PinPad(lobby.pin_digits if lobby else _PIN_DIGITS)
        self.next_button = TouchButton("", "primary").tall()
        self.next_button.clicked.connect(self._ask_pin)
        self.pin_pad.complete.connect(self._sign_in)
        self.report = label(style="lead")
        self.report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.leave_button = TouchButton("", "danger", "lock").tall()
        self.stay_button = TouchButton("", "primary", "home").tall()
        self.settings_button = TouchButton("", "", "list").tall()
        self.settings_button.clicked.connect(self._open_settings)
        self.leave_button.clicked.connect(kiosk.end_program)
        self.stay_button.clicked.connect(kiosk.home)
        self.box.addWidget(self.heading)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.addWidget(self.report, 1)
        self._halves.addLayout(self._entry(), 1)
        self.box.addLayout(self._halves, 1)
        self.box.addWidget(self.settings_button)
        self.box.addWidget(self.stay_button)
        self.box.addWidget(self.leave_button)
        self.box.addLayout(self.bottom_row(self.heading, self.next_button))

    def _entry(self) -> QVBoxLayout:
        """The question and its pad, at the bottom within reach."""
        box = QVBoxLayout()
        box.addStretch(1)
        for widget in (self._asks, self.number_pad, self.pin_pad):
            box.addWidget(widget)
        return box

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._halves, portrait)

    def show_for(self, _request: None) -> None:
        self._number, self._open = "", False
        self.number_pad.clear()
        self.pin_pad.clear()
        self.setEnabled(True)
        self._show()
        self.retranslate()
        session = self.kiosk.session
        if session.error:
            session.background.run_without_store(lambda: staff_exit.asks_without_store(session.folder), self.ask)
        else:
            session.read(self, staff_exit.asks, self.ask)

    def ask(self, what: Asks) -> None:
        """Show the pad for what has to be entered."""
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
        self.settings_button.setText(self.tr("本机设置"))
        self.stay_button.setText(self.tr("返回首页"))
        self.leave_button.setText(self.tr("退出暖窗"))
        self.report.setText(words := self._words())
        self.report.setVisible(bool(words))

    def refresh(self) -> None:
        self.retranslate()

    def _words(self) -> str:
        """The state of this kiosk; the hall's figures only after signing in."""
        session = self.kiosk.session
        trouble = troubles.words(session.error) if session.error else troubles.reason(session.state)
        hall = self._hall() if self._open and not session.error else ""
        return "\n".join(part for part in (hall, trouble, self._how_to_end()) if part)

    def _hall(self) -> str:
        lobby, status = self.kiosk.session.lobby, self.kiosk.sync_status
        said = self.tr("大厅：{hall}\n在岗：{people} 人\n今日收到：{cards} 张卡").format(
            hall=lobby.hall if lobby else "",
            people=len(lobby.people) if lobby else 0,
            cards=lobby.thanks_total if lobby else 0,
        )
        return f"{said}\n{sync_badge.words(status)}" if status and status.state != "alone" else said

    def _how_to_end(self) -> str:
        """How to end the program where no PIN can be checked."""
        if self._asks_for is not Asks.NOTHING:
            return ""
        none = self.tr("这里还没有可以核对的密码：站长的密码用 warm-window set-pin 设置。")
        end = self.tr("要退出暖窗，请在系统中运行：{command}")
        return f"{none}\n{end.format(command=restart_loop.end_command())}"

    def _show(self, *shown: QWidget) -> None:
        entries = (self._asks, self.number_pad, self.pin_pad, self.next_button)
        for part in (*entries, self.settings_button, self.stay_button, self.leave_button):
            part.setVisible(part in shown)
        self.setFocusProxy(next((pad for pad in (self.number_pad, self.pin_pad) if pad in shown), self.report))
        self.setFocus()

    def handle_code(self, code: codes.Code | codes.Unreadable) -> bool:
        """Take a badge instead of the typed number; the PIN is asked all the same."""
        if not isinstance(code, codes.Badge) or not self.number_pad.isVisible():
            return False
        self.number_pad.fill(code.staff)
        self._ask_pin()
        return True

    def _ask_pin(self) -> None:
        self._number = self.number_pad.text
        if self._number:
            self._show(self._asks, self.pin_pad)
            self.retranslate()

    def _sign_in(self, pin: str) -> None:
        self.setEnabled(False)
        number, session = self._number, self.kiosk.session
        now, steady = session.now(), session.steady()

        def without_store(_error: Exception | None = None) -> None:
            answer = partial(staff_exit.sign_in_without_store, session.folder, number, pin, now=now, steady=steady)
            session.background.run_without_store(answer, self.signed_in)

        if session.error:
            without_store()
        else:  # where the store fails meanwhile (a full disk), staff can still leave the kiosk
            sign_in = partial(staff_exit.sign_in, number=number, pin=pin, now=now, steady=steady)
            session.record(self, sign_in, self.signed_in, without_store)

    def signed_in(self, answer: Refusal | None) -> None:
        """Show the exit, or why signing in was refused."""
        self.setEnabled(True)
        if isinstance(answer, Refusal):
            self.pin_pad.clear()
            self.kiosk.say(wording.refusal(answer), "bad")
        else:
            self._open = True
            self.retranslate()
            ways = (self.stay_button, self.leave_button)
            self._show(*ways if self.kiosk.session.error else (self.settings_button, *ways))

    def _open_settings(self) -> None:
        from kiosk.pages.settings import SettingsPage  # late: no customer ever opens it

        self.kiosk.go(SettingsPage)
