"""After an inquiry's slip was scanned: its state and the promised day, without personal data."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.pages.page import Kiosk, Page
from kiosk.widgets.symbol_disc import SymbolDisc
from shared.domain import wording
from shared.practice.inquiries import words
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import centred, label

if TYPE_CHECKING:
    from kiosk.store.lobby import InquiryProgress


class ProgressPage(Page["InquiryProgress", None]):
    """Number, state, promised day."""

    ends_visit = True

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._progress: InquiryProgress | None = None
        disc = SymbolDisc(now.px("symbol") * 2)
        disc.set_symbol("opinion")
        self._number = centred(label(style="title"))
        self.state = centred(label(style="display", tone="help"))
        self.promised = centred(label(style="title"))
        self.close_button = TouchButton("", "primary").tall()
        self.close_button.clicked.connect(kiosk.home)
        self.box.addStretch(1)
        self.box.addWidget(disc, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._number, self.state, self.promised):
            self.box.addWidget(text)
        self.box.addStretch(1)
        self.box.addWidget(self.close_button)

    def show_for(self, progress: "InquiryProgress") -> None:
        self._progress = progress
        self.retranslate()

    def retranslate(self) -> None:
        if self._progress is None:
            return
        self._number.setText(self.tr("首问工单 {number}").format(number=self._progress.number))
        self.state.setText(words.state(self._progress.state))
        self.promised.setText(self.tr("最迟 {day} 答复您").format(day=wording.day(self._progress.promised)))
        self.promised.setVisible(self._progress.state == "open")
        self.close_button.setText(self.tr("好了"))
