"""The keyboard page: the customer's own sentence for an inquiry or for a card just given."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.keyboard import pinyin
from kiosk.keyboard.keyboard import Keyboard
from kiosk.keyboard.sentence import Sentence
from kiosk.pages.page import AnyPage, Heading, Kiosk, Page
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import label

_PORTRAIT = ((0, 0), (1, 0))  # of text, keys and (landscape only) button: row, column, rows, columns
_LANDSCAPE = ((0, 0), (0, 1, 2, 1), (1, 0))


class WritePage(Page[type[AnyPage], str]):
    """The sentence above, the keys below, within reach. Its request is the page class that gets the sentence."""

    allows_scans = False

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._target: type[AnyPage] = Page
        self.heading = Heading(kiosk)
        self.field, self.characters_left = Sentence(), label(style="soft")
        self.field.textChanged.connect(self._count)
        self.keyboard = Keyboard(self.field)
        self.keyboard.composed.connect(self._count)
        self.next_button = TouchButton("", "help", "check").tall()
        self.next_button.clicked.connect(self._finish)
        self.setFocusProxy(self.field)
        self._text_area = self._make_text_area()
        self._grid = QGridLayout()
        self._grid.setSpacing(now.px("room"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading, self.next_button))

    def _make_text_area(self) -> QWidget:
        area = QWidget()
        box = QVBoxLayout(area)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self.field, 1)
        box.addWidget(self.characters_left)
        return area

    def show_for(self, target: type[AnyPage]) -> None:
        self._target = target
        self.field.limit = self.lobby.sentence_limit
        self.field.replace("")
        self.keyboard.start()
        self.setEnabled(True)
        self.retranslate()

    def keep(self) -> str:
        return self.field.toPlainText()

    def restore(self, target: type[AnyPage], kept: str) -> None:
        self.show_for(target)
        self.field.replace(kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Load the table of Pinyin; it is in memory only while the page is shown."""
        super().showEvent(event)
        self.kiosk.session.read(self, lambda _store: pinyin.read(), self._keep_table)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keyboard.set_table(None)

    def _keep_table(self, table: pinyin.WordTable | None) -> None:
        if self.isVisible():
            self.keyboard.set_table(table)
            self.keyboard.show_pinyin_layer(table is not None)

    def _finish(self) -> None:
        self.keyboard.finish()
        self.kiosk.page_of(self._target).sentence_written(self.field.text)

    def retranslate(self) -> None:
        self.heading.set_texts(
            self.tr("返回"), self.tr("用自己的话说"), self.tr("点词语连成一句，也可以打拼音。不用写姓名和证件号。")
        )
        self.heading.words.setHidden(theme.current().senior)  # the keys need the room
        self.field.setAccessibleName(self.tr("您的话"))
        self.field.setPlaceholderText(self.tr("例如：我家 燃气 停气 了"))
        self.next_button.setText(self.tr("写好了"))
        self._count()

    def _count(self) -> None:
        self.characters_left.setText(self.tr("还可以写 %n 字", "", self.field.left))
        self.next_button.setEnabled(bool(self.field.text or self.keyboard.composition.candidates))

    def lay_out(self, portrait: bool) -> None:
        self.keyboard.lay_out(portrait)
        places = _PORTRAIT if portrait else _LANDSCAPE
        for part, place in zip((self._text_area, self.keyboard, self.next_button), places, strict=False):
            self._grid.addWidget(part, *place)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(1, 2 if portrait else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 2)
