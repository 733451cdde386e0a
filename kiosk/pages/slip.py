"""The slip of a number: the number, how many are ahead, and its QR code for a card afterwards."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from kiosk.pages.page import Kiosk, Page, set_direction
from kiosk.pages.taken_back import teller
from kiosk.store import numbers
from shared.device import codes
from shared.practice.line import words
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.qr import QrCode
from shared.qt.widgets import centred, label

if TYPE_CHECKING:
    from kiosk.store.lobby import Slip
    from shared.practice.line.actions import Taken


class SlipPage(Page["Slip", bool]):
    """Shows the slip, also while a printer prints it."""

    ends_visit = True

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._taken: Taken | None = None
        self._printed, self._code = False, ""
        self._title = centred(label(style="title"))
        self.number = centred(label(style="number", tone="accent", wrap=False))
        self._service = centred(label(style="lead"))
        self.ahead = centred(label(style="title"))
        self.hint = centred(label(style="lead"))
        self.code = QrCode()
        self.close_button = TouchButton("", "primary").tall()
        self.close_button.clicked.connect(kiosk.home)
        self.undo = TouchButton("", "", "back").tall()
        self.undo.clicked.connect(self._give_back)
        self._undo_timer = QTimer(self, singleShot=True)
        self._undo_timer.timeout.connect(self.undo.hide)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("wide"))
        self._halves.addWidget(self._slip(), 1)
        self._halves.addWidget(self.code, 1)
        self.box.addLayout(self._halves, 1)
        self.box.addWidget(self.hint)
        last = QHBoxLayout()
        last.setSpacing(now.px("gap"))
        last.addWidget(self.undo)
        last.addWidget(self.close_button, 1)
        self.box.addLayout(last)

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

    def show_for(self, slip: "Slip") -> None:
        self.restore(slip, False)
        if self.lobby.prints_slips:
            self._print(slip.taken)

    def _print(self, taken: "Taken") -> None:
        from shared.prints import slip_printer  # late: few kiosks print

        def show(printed: bool) -> None:
            if printed:
                self.show_printed(taken.id)

        self.kiosk.session.read(self, lambda store: slip_printer.printed(store, taken), show)

    def keep(self) -> bool:
        return self._printed

    def restore(self, slip: "Slip", printed: bool) -> None:
        """Show the slip without printing it again."""
        self._taken, self._printed = slip.taken, printed
        left = slip.taken.at + self.lobby.undo_seconds * 1000 - self.kiosk.session.now()
        self.undo.setVisible(left > 0)
        self._undo_timer.start(max(0, left))
        self._code = slip.code
        self.retranslate()

    def show_printed(self, number: str) -> None:
        """Tell that the slip of `number` (its id) was printed."""
        if self._taken is not None and number == self._taken.id:  # not that of the customer before
            self._printed = True
            self.retranslate()

    def retranslate(self) -> None:
        if self._taken is None:
            return
        self._title.setText(self.tr("您的排队号"))
        self.number.setText(self._taken.label)
        label = self._taken.label
        self.code.show_text(code_text(label, self._code), self.tr("排队号 {number} 的二维码").format(number=label))
        self._service.setText(
            " · ".join(filter(None, (self._service_text(), self._priority_text(), self._windows_text())))
        )
        self._service.setVisible(bool(self._service.text()))
        ahead, minutes = self._taken.ahead, self._taken.minutes
        text = self.tr("前面还有 %n 位", "", ahead) if ahead else self.tr("马上就到您了")
        about = self.tr("约 {minutes} 分钟").format(minutes=minutes) if ahead and minutes else ""
        self.ahead.setText(" · ".join(filter(None, (text, about))))
        self.hint.setText(self._hint_text())
        self.close_button.setText(self.tr("好了"))
        self.undo.setText(self.tr("取错了，退号"))

    def _service_text(self) -> str:
        return words.service(self._taken.service) if self._taken and self._taken.service else ""

    def _priority_text(self) -> str:
        """The reason for priority, "" without."""
        why = self._taken.priority if self._taken else ""
        return self.tr("优先（{why}）").format(why=words.priority(why)) if why else ""

    def _windows_text(self) -> str:
        """The windows that call it, "" if all do."""
        waits = self.lobby.waits
        mine = waits[self._taken.service].windows if self._taken and self._taken.service in waits else ()
        every = waits[""].windows if "" in waits else ()
        return self.tr("{windows} 号窗口").format(windows=self.tr("、").join(mine)) if mine and mine != every else ""

    def _give_back(self) -> None:
        assert self._taken is not None
        number, kiosk, session = self._taken.id, self.kiosk, self.kiosk.session
        now, told = session.now(), teller(kiosk, self.tr("已退号，这个号不再排队。"))
        kiosk.home()  # the session owns the answer
        session.record(session, lambda store: numbers.give_back(store, number, now=now), told)

    def _hint_text(self) -> str:
        if self._printed:
            return self.tr("请取走打印的小票。办完后扫一扫它，可以给为您服务的人送一张卡。")
        return self.tr("请拍下这一页。办完后扫码，可以给为您服务的人送一张卡。")

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._halves, portrait)


def code_text(label: str, code: str) -> str:
    """What the QR code of a number holds: `code` behind words for a phone. Any thread may call it."""
    said = QCoreApplication.translate("SlipPage", "暖窗排队号 {number}，请到自助屏扫码")
    return codes.worded(said.format(number=label), code)
