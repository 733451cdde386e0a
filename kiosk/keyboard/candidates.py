"""The strip above the keys for Pinyin: the letters typed, and the candidates page by page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.keyboard.pinyin import Candidate
from shared.qt import theme
from shared.qt.buttons import KeyButton
from shared.qt.elided import Elided
from shared.qt.translation import Translated
from shared.qt.widgets import set_property

_MAX_KEYS = 20  # candidates per page
_TYPED_SHARE = 4  # on a landscape screen the letters take 1/4 of the width


class CandidateStrip(Translated):
    """Emits `chosen(Candidate)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._candidates: Sequence[Candidate] = ()
        self._typed = ""
        self._starts = [0]
        self._next, self._rows, self._portrait = 0, 1, True
        self.typed = Elided("strong")
        self.previous_page, self.next_page = KeyButton("‹", "word"), KeyButton("›", "word")
        for button in (self.previous_page, self.next_page):
            button.setMinimumWidth(theme.current().px("touch"))
        self.previous_page.clicked.connect(self._show_previous)
        self.next_page.clicked.connect(self._show_next)
        self._area = QWidget()
        self.keys = [KeyButton(look="word") for _ in range(_MAX_KEYS)]
        for key in self.keys:
            key.setParent(self._area)
            key.clicked.connect(self._choose)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().px("small"))
        self.lay_out(True)
        self.retranslate()

    def retranslate(self) -> None:
        self.previous_page.setAccessibleName(self.tr("上一页"))
        self.next_page.setAccessibleName(self.tr("下一页"))
        self._show_typed()

    def show_candidates(self, typed: str, candidates: Sequence[Candidate]) -> None:
        """Show these candidates from the first; `typed`: their letters."""
        self._typed, self._candidates, self._starts = typed, candidates, [0]
        self._show_typed()
        self._fill()

    def lay_out(self, portrait: bool) -> None:
        """Put the letters above the candidates in portrait, beside them in landscape."""
        self._portrait = portrait
        places = ((0, 0), (0, 1), (0, 2), (1, 0, 1, 3)) if portrait else ((0, 0), (0, 2), (0, 3), (0, 1))
        for part, place in zip((self.typed, self.previous_page, self.next_page, self._area), places, strict=True):
            self._grid.addWidget(part, *place)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column == (0 if portrait else 1)))
        self.set_rows(1)

    def set_rows(self, rows: int) -> None:
        """Set the number of rows of candidates."""
        self._rows = rows
        self._resize_areas()
        self.updateGeometry()

    @property
    def shown(self) -> list[str]:
        """The candidates of this page."""
        return [key.text() for key in self.keys if not key.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_areas()

    def _resize_areas(self) -> None:
        """Resize the parts and show the first page: another width holds other candidates."""
        share = self.width() // _TYPED_SHARE
        self.typed.setMinimumWidth(0 if self._portrait else share)
        self.typed.setMaximumWidth(self.width() if self._portrait else share)
        self._area.setFixedHeight(self._rows * self._row_height - theme.current().px("small"))
        self._starts = [0]
        self._fill()

    @property
    def _row_height(self) -> int:
        """The distance from one row to the next, px."""
        self.keys[0].ensurePolished()
        return self.keys[0].sizeHint().height() + theme.current().px("small")

    def _show_typed(self) -> None:
        self.typed.setText(self._typed or self.tr("点字母打拼音"))

    def _fill(self) -> None:
        """Fill the page with as many candidates as fit, each as wide as its text."""
        gap, step = theme.current().px("small"), self._row_height
        self._next, left, row = self._starts[-1], 0, 0
        for key in self.keys:
            candidate = self._candidates[self._next] if self._next < len(self._candidates) else None
            width = self._width(key, candidate.text) if candidate else 0
            if left and left + width > self._area.width():
                left, row = 0, row + 1
            key.setVisible(candidate is not None and row < self._rows)
            if candidate is None or row >= self._rows:
                continue
            key.setGeometry(QRect(left, row * step, width, step - gap))
            left += width + gap
            self._next += 1
        self.previous_page.setEnabled(len(self._starts) > 1)
        self.next_page.setEnabled(self._next < len(self._candidates))

    def _width(self, key: KeyButton, text: str) -> int:
        """Set the text and return the width of the key; in a smaller font where it exceeds the row."""
        key.setText(text)
        for long in (False, True):
            if key.property("long") is not long:
                set_property(key, "long", long)
            if key.sizeHint().width() <= self._area.width():
                break
        return max(theme.current().px("touch"), min(self._area.width(), key.sizeHint().width()))

    def _choose(self) -> None:
        key = self.sender()
        assert isinstance(key, KeyButton)
        self.chosen.emit(self._candidates[self._starts[-1] + self.keys.index(key)])

    def _show_next(self) -> None:
        self._starts.append(self._next)
        self._fill()

    def _show_previous(self) -> None:
        self._starts.pop()
        self._fill()
