"""我有意见 / 需要帮助, second step: ready-made sentences, any number of them, or none; or the customer's own."""

from msgspec.structs import replace
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from kiosk.keyboard import phrases
from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.phone import PhonePage
from kiosk.pages.summary import Draft
from kiosk.pages.write import WritePage
from kiosk.widgets.tiles import Choice
from shared.practice.line import words
from shared.qt import theme
from shared.qt.buttons import TouchButton


class WordsPage(Page[Draft, "tuple[bool, ...]"]):
    """The chosen sentences are stored in Chinese, because the staff who answer read Chinese."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._draft = Draft("question")
        self.heading = Heading(kiosk)
        self._grid = QGridLayout()
        self._grid.setSpacing(now.px("room"))
        self.choices = [Choice() for _ in range(phrases.OFFERED)]  # made once and reused
        for button in self.choices:
            button.setCheckable(True)
        self.write, self.next_button = TouchButton("", "chip", "write").tall(), TouchButton("", "help").tall()
        self.write.clicked.connect(lambda: self.kiosk.go(WritePage, WordsPage))
        self.next_button.clicked.connect(lambda: self.sentence_written(""))
        self.service = TouchButton("", "chip").tall()
        self.service.clicked.connect(self._choose_service)
        self._own_row = QHBoxLayout()
        self._own_row.setSpacing(now.px("gap"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self._own_row)
        self.box.addLayout(self.bottom_row(self.heading, self.next_button))

    @property
    def step(self) -> tuple[int, int]:
        return 2, 4

    def show_for(self, draft: Draft) -> None:
        self._draft = draft
        for button in self.choices:
            button.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("是哪方面的事？"), self.tr("可以选一句或几句，也可以不选。"))
        for button, phrase in zip(self.choices, self._sentences, strict=True):
            button.set_text(phrases.shown(phrase))
        service = self._draft.service
        self.service.setText(words.service(service) if service else self.tr("哪项业务？"))
        self.service.setVisible(self._draft.topic in phrases.TOPICS_BY_SERVICE)
        self.write.setText(self.tr("自己写一句"))
        self.next_button.setText(self.tr("下一步"))

    @property
    def _sentences(self) -> tuple[str, ...]:
        return phrases.offered(self._draft.topic, self._draft.service)

    def _choose_service(self) -> None:
        from kiosk.pages.service import Question, ServicePage  # late: most customers do not ask for it

        self.kiosk.go(ServicePage, Question(self._draft, WordsPage))

    def lay_out(self, portrait: bool) -> None:
        columns = 1 if portrait else 2
        for place, button in enumerate(self.choices):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        if portrait:
            self._own_row.addWidget(self.service, 1)
            self._own_row.addWidget(self.write, 1)
        else:
            self.bottom.insertWidget(0, self.service, 1)
            self.bottom.insertWidget(1, self.write, 1)

    def keep(self) -> tuple[bool, ...]:
        return tuple(button.isChecked() for button in self.choices)

    def restore(self, draft: Draft, chosen: tuple[bool, ...]) -> None:
        self.show_for(draft)
        for button, on in zip(self.choices, chosen, strict=True):
            button.setChecked(on)

    def sentence_written(self, own: str) -> None:
        """Go on with the chosen sentences and the customer's own one ("" for none)."""
        ready = zip(self.choices, self._sentences, strict=True)
        chosen = [phrase for button, phrase in ready if button.isChecked()]
        text = phrases.joined([*chosen, own] if own else chosen, self._draft.service)
        self.kiosk.go(PhonePage, replace(self._draft, text=text))
