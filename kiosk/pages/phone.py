"""我有意见 / 需要帮助, third step: a phone number, only if the customer wants; with what it is for."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.pages.page import Heading, Kiosk, Page, centred
from kiosk.pages.summary import Draft, SummaryPage
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import Symbol, label

_DIGITS = 12  # a mobile number, or area code and number
_STANDING = ((0, 0), (1, 0), (2, 0))  # of hint, pad, no phone, (lying only) send: row, column, rows, columns
_LYING = ((0, 0), (0, 1, 3, 1), (1, 0), (2, 0))


class PhonePage(Page[Draft, str]):
    """Leads on to the summary, with or without a number."""

    allows_scans = False

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._draft = Draft("question")
        self.heading = Heading(kiosk)
        self._notice = centred(label(style="lead"))
        self.pad = PinPad(_DIGITS, hidden=False)
        self.without, self.send = TouchButton("", "chip").tall(), TouchButton("", "help").tall()
        self.setFocusProxy(self.pad)
        self.pad.changed.connect(lambda text: self.send.setEnabled(bool(text)))
        self.without.clicked.connect(lambda: self._go_on(""))
        self.send.clicked.connect(lambda: self._go_on(self.pad.text))
        self._why = self._explain()
        self._grid = QGridLayout()
        self._grid.setSpacing(now.px("gap" if now.senior else "room"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading, self.send))

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

    def show_for(self, draft: Draft) -> None:
        self._draft = draft
        self.pad.clear()
        self.setEnabled(True)
        self.retranslate()

    def keep(self) -> str:
        return self.pad.text

    def restore(self, draft: Draft, kept: str) -> None:
        self.show_for(draft)
        self.pad.fill(kept)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("方便留个电话吗？"), self.tr("不留也可以，凭单号一样能查。"))
        self.pad.setAccessibleName(self.tr("方便留个电话吗？"))
        self._notice.setText(
            self.tr("只用来答复这一件事，办结 {days} 天后自动删除。").format(days=self.lobby.erase_days)
        )
        self.without.setText(self.tr("不留电话"))
        self.send.setText(self.tr("下一步"))

    def lay_out(self, portrait: bool) -> None:
        places = _STANDING if portrait else _LYING
        for part, place in zip((self._why, self.pad, self.without, self.send), places, strict=False):
            self._grid.addWidget(part, *place)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)

    def _go_on(self, phone: str) -> None:
        self.kiosk.go(SummaryPage, replace(self._draft, phone=phone))
