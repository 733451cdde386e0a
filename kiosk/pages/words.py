"""我有意见 / 需要帮助, second step: ready-made sentences, any number of them, or none; or the customer's own."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from kiosk.keyboard import phrases
from kiosk.pages.page import Desk, Heading, Page
from kiosk.pages.phone import PhonePage
from kiosk.pages.write import WritePage
from kiosk.widgets.tiles import Choice
from shared.qt import theme
from shared.qt.buttons import TouchButton

_MOST = 6  # sentences of a topic; each has as many


class WordsPage(Page):
    """What was chosen is written down in Chinese, because the staff who answer read Chinese."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._topic, self._person = "question", ""
        self.heading = Heading(desk)
        self._grid = QGridLayout()
        self._grid.setSpacing(now.px("room"))
        self.choices = [Choice() for _ in range(_MOST)]  # made once: the kiosk runs for months
        for button in self.choices:
            button.setCheckable(True)
        self.write, self.next_button = TouchButton("", "chip", "write").tall(), TouchButton("", "help").tall()
        self.write.clicked.connect(lambda: self.desk.go(WritePage, WordsPage))
        self.next_button.clicked.connect(lambda: self.written(""))
        self._own = QHBoxLayout()
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self._own)
        self.box.addLayout(self.ways(self.heading, self.next_button))

    def enter(self, *details: Any) -> None:
        self._topic, self._person = details
        for button in self.choices:
            button.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("是哪方面的事？"), self.tr("可以选一句或几句，也可以不选。"))
        for button, phrase in zip(self.choices, phrases.INQUIRY[self._topic], strict=True):
            button.set_text(phrases.shown(phrase))
        self.write.setText(self.tr("自己写一句"))
        self.next_button.setText(self.tr("下一步"))

    def turn(self, portrait: bool) -> None:
        columns = 1 if portrait else 2
        for place, button in enumerate(self.choices):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        if portrait:
            self._own.addWidget(self.write)
        else:
            self.low.insertWidget(0, self.write, 1)

    def keep(self) -> tuple[bool, ...]:
        return tuple(button.isChecked() for button in self.choices)

    def again(self, kept: Any, *details: Any) -> None:
        self.enter(*details)
        for button, on in zip(self.choices, kept, strict=True):
            button.setChecked(on)

    def written(self, own: str) -> None:
        """On, with the customer's own sentence, if there is one."""
        ready = zip(self.choices, phrases.INQUIRY[self._topic], strict=True)
        chosen = [str(phrase) for button, phrase in ready if button.isChecked()]
        self.desk.go(PhonePage, self._topic, "；".join([*chosen, own] if own else chosen), self._person)
