"""我有意见 / 需要帮助, third step: a phone number, only if the customer wants; with what it is for."""

from dataclasses import dataclass

from kiosk.pages.digits import DigitsPage
from kiosk.pages.page import Kiosk
from kiosk.pages.promise import PromisePage
from shared.domain import phones, wording
from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import Symbol


@dataclass(frozen=True)
class Draft:
    """An inquiry before it is handed in: its topic, what it says, and the staff number it is about, or ""."""

    topic: str
    person: str = ""
    text: str = ""


class PhonePage(DigitsPage[Draft]):
    """Hands the inquiry in, with or without a number."""

    allows_scans = False

    def __init__(self, kiosk: Kiosk) -> None:
        self._draft = Draft("question")
        self.without = TouchButton("", "chip").tall()
        symbol = Symbol("phone", theme.current().px("symbol"), "help")
        send = TouchButton("", "help", "check")
        super().__init__(kiosk, phones.LONGEST, symbol, send, self.without, grouped=phones.typed)
        self.without.clicked.connect(lambda: self._send(""))
        self.send.clicked.connect(lambda: self._send(self.pad.text))

    def show_for(self, draft: Draft) -> None:
        self._draft = draft
        super().show_for(draft)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("方便留个电话吗？"), self.tr("不留也可以，凭单号一样能查。"))
        self.pad.setAccessibleName(self.tr("方便留个电话吗？"))
        self.words.setText(self.tr("只用来答复这一件事，办结 {days} 天后自动删除。").format(days=self.lobby.erase_days))
        self.without.setText(self.tr("不留电话，直接提交"))
        self.send.setText(self.tr("提交"))

    def _send(self, phone: str) -> None:
        draft, kiosk, session = self._draft, self.kiosk, self.kiosk.session
        now = session.now()
        self.setEnabled(False)
        session.record(
            session,  # this page may be rebuilt in another print before the inquiry is stored
            lambda store: inquiries.open_at_kiosk(
                store, topic=Topic(draft.topic), text=draft.text, phone=phone, person=draft.person, now=now
            ),
            lambda answer: _opened(kiosk, answer),
        )


def _opened(kiosk: Kiosk, answer: inquiries.Opened | Refusal) -> None:
    if isinstance(answer, Refusal):
        kiosk.page.setEnabled(True)
        kiosk.say(wording.refusal(answer), "warn")
    else:
        kiosk.go(PromisePage, answer)
