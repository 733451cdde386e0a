"""Small parts of both apps' screens: texts, symbols, faces, messages, bars; sizes are tokens."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QWidget

from shared.qt import icons, theme
from shared.qt.spoken import announce

_TONES = ("polite", "patient", "positive", "passionate", "professional")


def label(text: str = "", style: str = "", tone: str = "", wrap: bool = True) -> QLabel:
    """A text in one of the type scale's styles (base.qss: caption, soft, lead, strong, title, display, hero)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # a customer's sentence may look like markup
    made.setWordWrap(wrap)
    made.setProperty("type", style)
    made.setProperty("tone", tone)
    return made


def centred(text: QLabel) -> QLabel:
    """The same label, with its text in the middle."""
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return text


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property used by the stylesheet and restyle the widget, unless the value is the same."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Take every widget out of `layout` and delete it."""
    while item := layout.takeAt(0):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class Picture(QWidget):
    """A square picture in a tile: `size` pixels, and down to `symbol_least` where the words need the room."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        least = min(size, theme.current().px("symbol_least"))
        self.setMinimumSize(least, least)
        self.setMaximumSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def square(self) -> QRectF:
        """The largest square in the middle."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)


class Symbol(Picture):
    """One of the product's symbols, painted sharp at whatever size its place gives it."""

    def __init__(self, name: str, size: int, colour: str = "accent", on: str = "surface") -> None:
        super().__init__(size)
        self._name, self._colour, self._on = name, colour, on

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, box = theme.current(), self.square()
        picture = icons.pixmap(
            self._name, int(box.width()), now.colour(self._colour), now.colour(self._on), self.devicePixelRatioF()
        )
        painter = QPainter(self)
        painter.drawPixmap(box.topLeft(), picture)
        painter.end()


class Avatar(Picture):
    """A person's face: the photo in a circle, else the initials on a colour that stays the same for the same `key`."""

    def __init__(self, name: str, photo: bytes | None, size: int, key: str = "") -> None:
        super().__init__(size)
        self._initials = initials(name)
        self._tone = _TONES[sum((key or name).encode()) % len(_TONES)]
        self._photo = QPixmap()
        if photo:
            self._photo.loadFromData(QByteArray(photo))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._photo.isNull():
            self._paint_initials(painter)
        else:
            self._paint_photo(painter)
        painter.end()

    def _paint_initials(self, painter: QPainter) -> None:
        now, box = theme.current(), self.square().adjusted(1, 1, -1, -1)
        painter.setPen(now.colour(self._tone))
        painter.setBrush(now.colour(f"{self._tone}_soft"))
        painter.drawEllipse(box)
        font = QFont(self.font())
        font.setPixelSize(round(box.height() * (0.34 if len(self._initials) > 1 else 0.44)))
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._initials)

    def _paint_photo(self, painter: QPainter) -> None:
        circle = QPainterPath()
        circle.addEllipse(self.square())
        painter.setClipPath(circle)
        side = min(self._photo.width(), self._photo.height())
        source = QRectF((self._photo.width() - side) / 2, 0, side, side)  # faces are in the upper part
        painter.drawPixmap(self.square(), self._photo, source)


def initials(name: str) -> str:
    """张小敏 -> 小敏, 李娜 -> 娜, Anna Berg -> AB."""
    words = name.split()
    if name.isascii():
        return "".join(w[0] for w in words[:2]).upper()
    whole = "".join(words)
    return whole[1:][-2:] or whole


class Banner(QFrame):
    """A message over the page, gone after a while; `tone` good, warn or bad. Not for facts shown nowhere else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._parent = parent
        self._text = label(style="strong")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box = QHBoxLayout(self)
        pad = theme.current().px("room")
        self._box.setContentsMargins(pad, pad, pad, pad)
        self._box.addWidget(self._text)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, tone: str = "good", seconds: float = 4) -> None:
        """Show `text` over the top of the parent for `seconds`."""
        self._text.setText(text)
        self.setAccessibleName(text)
        set_property(self, "tone", tone)
        across, gap = self._parent.width(), theme.current().px("room")
        width = min(across - 2 * gap, theme.current().px("hero") * 14)
        self.setFixedSize(width, self._box.totalHeightForWidth(width))
        self.move((across - width) // 2, gap)
        self.show()
        self.raise_()
        announce(self, text, tone)
        self._timer.start(round(seconds * 1000))


class Meter(QWidget):
    """A thin bar that empties as time runs out: `share` from 1 to 0."""

    def __init__(self, tone: str = "accent") -> None:
        super().__init__()
        self._share, self._tone = 1.0, tone
        self.setFixedHeight(theme.current().px("small"))

    def set_share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, box = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_ = box.height() / 2
        painter.setBrush(now.colour("line"))
        painter.drawRoundedRect(box, round_, round_)
        painter.setBrush(now.colour(self._tone))
        painter.drawRoundedRect(box.adjusted(0, 0, -box.width() * (1 - self._share), 0), round_, round_)
        painter.end()
