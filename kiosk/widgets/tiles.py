"""The large buttons of the kiosk: a symbol or a face, a title, a line of text. All on one page have equal size."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.widgets.title_size import fit_line, fits
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import Avatar, Symbol, centred, label


class CardButton(TouchButton):
    """A large button with a layout of its own inside: picture, title, words. Screen readers hear `accessibleName`."""

    def __init__(self, look: str = "card", vertical: bool = True) -> None:
        super().__init__("", look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.same_size: Sequence[CardButton] = (self,)
        self.heights: dict[int, int] = {}  # by width, of the wordiest of `same_size`, which share it
        box: QBoxLayout = QVBoxLayout() if vertical else QHBoxLayout()
        _EqualHeight(self).addLayout(box)
        pad = theme.current().px("gap")
        box.setContentsMargins(pad, pad, pad, pad)
        box.setSpacing(theme.current().px("small"))
        self.box = box

    def add(self, widget: QWidget, stretch: int = 0, align: Qt.AlignmentFlag | None = None) -> None:
        """Put `widget` inside; touches go through it to the button."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if align is None:
            self.box.addWidget(widget, stretch)
        else:
            self.box.addWidget(widget, stretch, align)

    def sizeHint(self) -> QSize:
        return self.box.sizeHint().expandedTo(super().sizeHint())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.heights.clear()
            for card in self.same_size:
                card.updateGeometry()  # Qt caches the height of each, which depends on the texts of all
        return super().event(event)


class _EqualHeight(QVBoxLayout):
    """The layout of a card: as high as the longest text of its row needs. (Qt asks the layout, not the widget.)"""

    def __init__(self, card: CardButton) -> None:
        self._card = card
        super().__init__(card)
        self.setContentsMargins(0, 0, 0, 0)

    def heightForWidth(self, width: int) -> int:
        """Qt asks each card thousands of times while a page is laid out, and the answer is that of all."""
        known = self._card.heights
        if width not in known:
            texts = (card.box.minimumHeightForWidth(width) for card in self._card.same_size)
            known[width] = max(theme.current().px("touch"), *texts)
        return known[width]

    def invalidate(self) -> None:
        self._card.heights.clear()
        super().invalidate()

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def hasHeightForWidth(self) -> bool:
        return True


def make_equal(cards: Sequence[CardButton]) -> None:
    """Make cards equally high, whatever their texts."""
    heights: dict[int, int] = {}
    for card in cards:
        card.same_size, card.heights = cards, heights


class Tile(CardButton):
    """A tile of at least an award button's size in real millimetres."""

    def __init__(self, look: str, picture: QWidget, tone: str = "") -> None:
        super().__init__(look)
        now = theme.current()
        least = max(now.mm("award_mm"), now.px("touch"))
        self.setMinimumSize(least, least)
        self._title = centred(label(style="title", tone=tone))
        self._words = centred(label(style="lead", tone="on" if look == "accent" else ""))
        texts = QWidget()
        lines = self._lines = QVBoxLayout(texts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(now.px("tight"))
        lines.addStretch(1)
        lines.addWidget(self._title)
        lines.addWidget(self._words)
        lines.addStretch(1)
        self._picture = picture
        self.box.addStretch(1)
        self.add(picture, 0, Qt.AlignmentFlag.AlignCenter)
        self.add(texts)
        self.box.addStretch(1)

    def set_horizontal(self, flat: bool) -> None:
        """Picture beside the words instead of above them, where height is scarce."""
        now = theme.current()
        self.box.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        self.box.setSpacing(now.px("room" if flat else "small"))
        self.box.setStretch(0, 0 if flat else 1)
        self.box.setStretch(2, 1 if flat else 0)
        self.box.setStretch(3, 0 if flat else 1)
        side = now.px("wide" if flat else "gap")
        edge = now.px("small" if flat else "gap")
        self.box.setContentsMargins(side, edge, side, edge)
        for text in (self._title, self._words):
            text.setAlignment(Qt.AlignmentFlag.AlignLeft if flat else Qt.AlignmentFlag.AlignHCenter)

    def set_tight(self) -> None:
        """Room for a name, words and a smaller picture above each other, five tiles down a standing screen.

        The picture has one size in all of them, whether there are words below the name or not.
        """
        now = theme.current()
        side, edge = now.px("gap"), now.px("tight")
        self.box.setContentsMargins(side, edge, side, edge)
        self.box.setSpacing(now.px("tight"))
        self._lines.setSpacing(0)
        self._picture.setMinimumSize(now.px("room"), now.px("room"))
        self._picture.setMaximumSize(now.px("touch"), now.px("touch"))

    def set_in_line(self, in_line: bool) -> None:
        """The words at the end of the title's line instead of below it, where tiles are only one line high."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(across if in_line else down)
        for place, share in enumerate((0, 1, 0, 0) if in_line else (1, 0, 0, 1)):
            self._lines.setStretch(place, share)
        self._words.setWordWrap(not in_line)
        if in_line:
            self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Fit the title into one line of a tile this wide (px) if possible: picture and words need the height."""
        margins, beside = self.box.contentsMargins(), 0
        if self.box.direction() is QBoxLayout.Direction.LeftToRight:
            beside = self._picture.maximumWidth() + self.box.spacing()
        room = width - margins.left() - margins.right() - beside
        if not self._words.wordWrap():  # in line: a long title goes without
            needs = self._words.sizeHint().width() + self._lines.spacing()
            whole = fits(self._title, self._title.text(), room - needs, "title")
            self._words.setVisible(bool(self._words.text()) and whole)
        fit_line(self._title, room, "title")

    def set_texts(self, title: str, words: str = "") -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.fit(self.width())
        self.setAccessibleName("，".join(filter(None, (title, words))))


def symbol_tile(look: str, symbol: str, colour: str, on: str = "surface", tone: str = "") -> Tile:
    """A tile with one of the product's symbols."""
    return Tile(look, Symbol(symbol, theme.current().px("symbol"), colour, on), tone)


def opinion_tile() -> Tile:
    """我有意见/需要帮助: beside the cards, at equal size."""
    return symbol_tile("help", "opinion", "help", tone="help")


def face_tile(name: str, photo: bytes | None, key: str) -> Tile:
    """A tile with a person's face."""
    return Tile("card", Avatar(name, photo, theme.current().px("symbol"), key))


class Choice(CardButton):
    """A sentence that can be chosen; it wraps where a plain button would cut it. A tick marks a chosen one."""

    def __init__(self) -> None:
        super().__init__("choice", vertical=False)
        now = theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)  # as wide as its neighbours
        self._text = label(style="lead")
        self._tick = Symbol("check", now.px("title"), "accent")
        self._tick.hide()
        self.setMaximumHeight(now.px("choice_most"))
        self.box.setContentsMargins(now.px("room"), now.px("small"), now.px("room"), now.px("small"))
        self.add(self._tick)
        self.add(centred(self._text), 1)
        self.toggled.connect(self._tick.setVisible)

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
