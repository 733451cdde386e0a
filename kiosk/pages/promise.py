"""The inquiry is stored: its number and the day by which it is answered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from kiosk.pages.page import Kiosk, Page, set_direction
from kiosk.pages.taken_back import teller
from kiosk.store import inquiries
from shared.device import codes, qr
from shared.domain import wording
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.qr import QrCode
from shared.qt.widgets import centred, label

if TYPE_CHECKING:
    from shared.practice.inquiries.actions import Opened


class PromisePage(Page["Opened", None]):
    """Number and promised day, large enough to be photographed or written down."""

    ends_visit = True

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._opened: Opened | None = None
        self._code = ""
        self._title = centred(label(style="display"))
        self._number_words = centred(label(style="lead"))
        self.number = centred(label(style="display", tone="help", wrap=False))
        self.promised = centred(label(style="title"))
        self._hint = centred(label(style="lead"))
        self.close_button = TouchButton("", "primary").tall()
        self.close_button.clicked.connect(kiosk.home)
        self.undo = TouchButton("", "", "back").tall()
        self.undo.clicked.connect(self._take_back)
        self._undo_timer = QTimer(self, singleShot=True)
        self._undo_timer.timeout.connect(self.undo.hide)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("wide"))
        self.code = QrCode()
        self._halves.addLayout(self._texts(), 1)
        self._halves.addWidget(self.code, 1)
        self.box.addLayout(self._halves, 1)
        last = QHBoxLayout()
        last.setSpacing(now.px("gap"))
        last.addWidget(self.undo)
        last.addWidget(self.close_button, 1)
        self.box.addLayout(last)

    def _texts(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.current().px("gap"))
        box.addStretch(1)
        box.addWidget(self._title)
        box.addWidget(self._slip())
        box.addWidget(self._hint)
        box.addStretch(1)
        return box

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._halves, portrait)
        self._title.setHidden(theme.current().senior and not portrait)  # number and day need the room

    def _slip(self) -> QFrame:
        now, slip = theme.current(), QFrame()
        slip.setProperty("look", "card")
        box = QVBoxLayout(slip)
        box.setContentsMargins(*[now.px("gap" if now.senior else "wide")] * 4)
        box.setSpacing(now.px("tight" if now.senior else "gap"))
        for text in (self._number_words, self.number, self.promised):
            box.addWidget(text)
        return slip

    def show_for(self, opened: "Opened") -> None:
        self._opened = opened
        self._code = ""
        left = opened.at + self.lobby.undo_seconds * 1000 - self.kiosk.session.now()
        self.undo.setVisible(left > 0)
        self._undo_timer.start(max(0, left))
        self.kiosk.session.read(
            self, lambda store: _drawn(opened.number, inquiries.slip_code(store, opened.id)), self.show_code
        )
        self.retranslate()

    def show_code(self, text: str) -> None:
        self._code = text
        self.retranslate()

    def retranslate(self) -> None:
        if self._opened is None:
            return
        day = wording.day(self._opened.promise.deadlines.promised)
        self._title.setText(self.tr("已经收到，谢谢您告诉我们"))
        self._number_words.setText(self.tr("您的首问工单号"))
        self.number.setText(self._opened.number)
        self.code.show_text(
            _code_text(self._opened.number, self._code) if self._code else "",
            self.tr("首问工单 {number} 的二维码").format(number=self._opened.number),
        )
        self.promised.setText(self.tr("最迟 {day} 答复您").format(day=day))
        self._hint.setText(self.tr("请拍下这一页。到自助屏扫码，可看办到哪一步；到任一窗口也能查。"))
        self.close_button.setText(self.tr("好了"))
        self.undo.setText(self.tr("提交错了，撤回"))

    def _take_back(self) -> None:
        """Take back an inquiry submitted by mistake: nobody works on it; it stays in the journal."""
        assert self._opened is not None
        ticket, kiosk, session = self._opened.id, self.kiosk, self.kiosk.session
        now, told = session.now(), teller(kiosk, self.tr("已撤回，不会有人处理。"))
        kiosk.home()  # the session owns the answer
        session.record(session, lambda store: inquiries.take_back(store, ticket, now=now), told)


def _drawn(number: str, code: str) -> str:
    qr.drawn(_code_text(number, code))
    return code


def _code_text(number: str, code: str) -> str:
    """What the QR code holds: `code` behind words for a phone."""
    said = QCoreApplication.translate("PromisePage", "暖窗首问工单 {number}，请到自助屏扫码")
    return codes.worded(said.format(number=number), code)
