"""我有意见 / 需要帮助, last step: the whole inquiry once more before it is submitted."""

import msgspec
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.keyboard import phrases
from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.promise import PromisePage
from shared.device import qr
from shared.domain import phones, wording
from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries import words
from shared.practice.inquiries.facts import Topic
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import label


class Draft(msgspec.Struct, frozen=True):
    """An inquiry before it is submitted: its topic, its text, and the staff number it is about, or "".

    `service` is the one it is about, "" where none was named.
    """

    topic: str = "question"
    person: str = ""
    text: str = ""
    phone: str = ""
    service: str = ""


class SummaryPage(Page[Draft, None]):
    """Shows the draft and submits it."""

    allows_scans = False

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._draft = Draft("question")
        self.heading = Heading(kiosk)
        self.topic, self.person = label(style="title", tone="help"), label(style="lead")
        self.words, self.phone = label(style="lead"), label(style="strong")
        self.send = TouchButton("", "help", "check").tall()
        self.send.clicked.connect(self._send)
        sheet = QFrame()
        sheet.setProperty("look", "card")
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(*[now.px("wide")] * 4)
        lines.setSpacing(now.px("gap"))
        for text in (self.topic, self.person, self.words, self.phone):
            lines.addWidget(text)
        self.box.addWidget(self.heading)
        self.box.addWidget(sheet)
        self.box.addStretch(1)
        self.box.addLayout(self.bottom_row(self.heading, self.send))

    @property
    def step(self) -> tuple[int, int]:
        return 4, 4

    def show_for(self, draft: Draft) -> None:
        self._draft = draft
        self.setEnabled(True)
        self.kiosk.session.read(self, lambda _store: qr.load(), lambda _: None)  # for the next page
        self.retranslate()

    def retranslate(self) -> None:
        draft = self._draft
        self.heading.set_texts(self.tr("返回"), self.tr("这样提交，对吗？"), self.tr("提交后就有人负责。"))
        self.topic.setText(words.topic(draft.topic))
        names = (person.name for person in self.lobby.people if person.number == draft.person)
        name = next(names, draft.person)
        self.person.setText(self.tr("关于：{name}").format(name=name))
        self.person.setVisible(bool(draft.person))
        self.words.setText(phrases.read_back(draft.text) or self.tr("没有写内容，会有人当面问您。"))
        said = self.tr("电话：{phone}").format(phone=phones.shown(draft.phone))
        self.phone.setText(said if draft.phone else self.tr("不留电话"))
        self.send.setText(self.tr("提交"))

    def _send(self) -> None:
        draft, kiosk, session = self._draft, self.kiosk, self.kiosk.session
        now = session.now()
        self.setEnabled(False)
        session.record(
            session,  # this page may be rebuilt in another text size before the inquiry is stored
            lambda store: inquiries.open_at_kiosk(
                store, topic=Topic(draft.topic), text=draft.text, phone=draft.phone, person=draft.person, now=now
            ),
            lambda answer: _opened(kiosk, answer),
        )


def _opened(kiosk: Kiosk, answer: inquiries.Opened | Refusal) -> None:
    if isinstance(answer, Refusal):
        kiosk.page.setEnabled(True)
        kiosk.say(wording.refusal(answer), "warn")
    else:
        kiosk.go(PromisePage, answer)
