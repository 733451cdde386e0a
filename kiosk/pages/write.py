"""A sentence of the customer's own, put together of words on keys; for an inquiry, or for a card just given."""

from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.keyboard.keyboard import Keyboard
from kiosk.keyboard.sentence import Sentence
from kiosk.pages.page import Desk, Heading, Page
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import label

_STANDING = ((0, 0), (1, 0))  # paper, keys, button (on a standing screen in the lowest row): row, column, rows
_LYING = ((0, 0), (0, 1, 2, 1), (1, 0))


class WritePage(Page):
    """The sentence above, the keys below, where every hand reaches."""

    takes_scans = False
    foot = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        now = theme.current()
        self._asker: type[Page] = Page
        self.heading = Heading(desk)
        self.field, self._left = Sentence(), label(style="soft")
        self.field.textChanged.connect(self._count)
        self.keyboard = Keyboard(self.field)
        self.next_button = TouchButton("", "help", "check").tall()
        self.next_button.clicked.connect(lambda: desk.of(self._asker).written(self.field.text))
        self.setFocusProxy(self.field)
        self._paper = self._make_paper()
        self._grid = QGridLayout()
        self._grid.setSpacing(now.px("room"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.ways(self.heading, self.next_button))

    def _make_paper(self) -> QWidget:
        sheet = QWidget()
        paper = QVBoxLayout(sheet)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(theme.current().px("small"))
        paper.addWidget(self.field, 1)
        paper.addWidget(self._left)
        return sheet

    def enter(self, *details: Any) -> None:
        """With the kind of page that asks for the sentence."""
        (self._asker,) = details
        self.field.limit = self.lobby.sentence_limit
        self.field.clear()
        self.keyboard.start()
        self.setEnabled(True)
        self.retranslate()

    def keep(self) -> str:
        return self.field.toPlainText()

    def again(self, kept: Any, *details: Any) -> None:
        self.enter(*details)
        self.field.setPlainText(kept)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def retranslate(self) -> None:
        self.heading.set_texts(
            self.tr("返回"), self.tr("用自己的话说"), self.tr("点词语连成一句。不用写姓名和证件号。")
        )
        self.field.setAccessibleName(self.tr("您的话"))
        self.field.setPlaceholderText(self.tr("例如：我家 燃气 停气 了"))
        self.next_button.setText(self.tr("写好了"))
        self._count()

    def _count(self) -> None:
        self._left.setText(self.tr("还可以写 %n 字", "", self.field.left))
        self.next_button.setEnabled(bool(self.field.text))

    def turn(self, portrait: bool) -> None:
        self.keyboard.turn(portrait)
        places = _STANDING if portrait else _LYING
        for part, place in zip((self._paper, self.keyboard, self.next_button), places, strict=False):
            self._grid.addWidget(part, *place)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(1, 2 if portrait else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 2)
