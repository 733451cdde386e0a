"""我有意见 / 需要帮助, third step: an optional phone number, with its purpose and retention."""

from msgspec.structs import replace

from kiosk.pages.digits import DigitsPage
from kiosk.pages.page import Kiosk
from kiosk.pages.summary import Draft, SummaryPage
from shared.domain import phones, wording
from shared.domain.refusal import Refusal
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import Symbol


class PhonePage(DigitsPage[Draft]):
    """Leads on to the summary, with or without a number."""

    allows_scans = False

    def __init__(self, kiosk: Kiosk) -> None:
        self._draft = Draft("question")
        self.without = TouchButton("", "chip").tall()
        symbol = Symbol("phone", theme.current().px("symbol"), "help")
        send = TouchButton("", "help")
        super().__init__(kiosk, phones.LONGEST, symbol, send, self.without, grouped=phones.typed)
        self.without.clicked.connect(lambda: self._go_on(""))
        self.send.clicked.connect(lambda: self._go_on(self.pad.text))

    @property
    def step(self) -> tuple[int, int]:
        return 3, 4

    def show_for(self, draft: Draft) -> None:
        self._draft = draft
        super().show_for(draft)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("方便留个电话吗？"), self.tr("不留也可以，凭单号一样能查。"))
        self.pad.setAccessibleName(self.tr("方便留个电话吗？"))
        self.words.setText(self.tr("只用来答复这一件事，办结 {days} 天后自动删除。").format(days=self.lobby.erase_days))
        self.without.setText(self.tr("不留电话"))
        self.send.setText(self.tr("下一步"))

    def _go_on(self, phone: str) -> None:
        found = phones.phone(phone)  # checked here, where the customer can correct it
        if isinstance(found, Refusal):
            self.kiosk.say(wording.refusal(found), "warn")
        else:
            self.kiosk.go(SummaryPage, replace(self._draft, phone=found))
