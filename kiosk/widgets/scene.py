"""The picture on the first page: a warm window at sunrise, and on its sill the five P with today's thanks."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRadialGradient,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.practice.cards import words
from shared.qt import icons, theme

FIVE = ("polite", "patient", "positive", "passionate", "professional")
_SUN = 0.15  # shares of the picture's height or width
_SILL = 0.30
_SYMBOLS = {False: 0.62, True: 0.36}  # of the sill's height, in normal and in large print: the names need the room
_BOARD = 0.57  # of the sill's height
_ROOM = 0.50  # of the sill's height: the board without its lower edge
_BELOW = 0.44  # of a symbol's height: the part that overlaps the board
_LINE = 1.35  # line height in font sizes
_FRAME = 0.02
_ROUND = 0.07
_FLATTEST = 0.2  # of a pane's width: a flatter window would show no view and is left out
_EDGE = _FRAME * 1.2  # half of the frame's line is outside the pane


class WindowScene(QWidget):
    """Painted once per size, theme and count into a pixmap."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        now = theme.current()
        self.setMinimumHeight(max(now.px("vast") * 2, now.px("lead") * 5 if now.senior else 0))
        self._thanks: Mapping[str, int] = {}
        self._picture: list[QPixmap] = []  # one, once it is painted
        self.destroyed.connect(self._picture.clear)  # Python frees the widget itself much later, with its cycles

    def sizeHint(self) -> QSize:
        return self.minimumSize()  # it takes the room the texts leave

    def set_thanks(self, thanks: Mapping[str, int]) -> None:
        """How many cards of each P were given today."""
        if thanks != self._thanks:
            self._thanks = dict(thanks)
            self._picture.clear()
            self.update()

    @property
    def name_size(self) -> float:
        """The font size of the names on the sill, px."""
        height = self._sill_height(self.width(), self.height())
        return self._name_size_on_sill(self.width(), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        wanted = self.size() * self.devicePixelRatioF()
        if not self._picture or self._picture[0].size() != wanted:
            self._picture[:] = [self._draw(wanted)]
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture[0])
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._picture.clear()
        super().changeEvent(event)

    def _draw(self, size: QSize) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width, height = size.width(), size.height()
        sill = self._sill_height(width, height)
        pane = QRectF(width * 0.05, height * _EDGE, width * 0.9, height * (1 - _EDGE) - sill * 0.62)
        if pane.height() > pane.width() * _FLATTEST:
            self._draw_view(painter, pane)
            self._draw_frame(painter, pane)
        self._draw_sill(painter, QRectF(0, height - sill, width, sill))
        painter.end()
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        return picture

    def _draw_view(self, painter: QPainter, pane: QRectF) -> None:
        now, round_ = theme.current(), pane.height() * _ROUND
        inside = QPainterPath()
        inside.addRoundedRect(pane, round_, round_)
        painter.save()
        painter.setClipPath(inside)
        sky = QLinearGradient(pane.topLeft(), pane.bottomLeft())
        sky.setColorAt(0, now.colour("sky"))
        sky.setColorAt(0.7, now.colour("glow"))
        painter.fillRect(pane, sky)
        self._draw_sun(painter, _at(pane, 0.5, 0.50), pane.height() * _SUN, pane)
        self._draw_hill(painter, pane, "hill_far", (0.66, 0.50, 0.60, 0.54))
        self._draw_hill(painter, pane, "hill", (0.62, 0.74, 0.64, 0.72))
        for x, y, size in ((0.15, 0.655, 0.105), (0.265, 0.69, 0.08), (0.80, 0.685, 0.10)):
            self._draw_house(painter, _at(pane, x, y), pane.height() * size)
        self._draw_hill(painter, pane, "hill_low", (0.86, 0.72, 0.80, 0.80))
        self._draw_mullions(painter, pane)
        self._draw_curtain(painter, pane, left=True)
        self._draw_curtain(painter, pane, left=False)
        painter.restore()

    def _draw_sun(self, painter: QPainter, centre: QPointF, radius: float, pane: QRectF) -> None:
        now = theme.current()
        light = QRadialGradient(centre, pane.width() * 0.6)
        for at, alpha in ((0.0, 220), (0.4, 90), (1.0, 0)):
            light.setColorAt(at, _alpha(now.colour("sky"), alpha))
        painter.fillRect(pane, light)
        painter.setBrush(now.colour("sun"))
        painter.drawEllipse(centre, radius, radius)

    def _draw_hill(self, painter: QPainter, pane: QRectF, colour: str, line: tuple[float, float, float, float]) -> None:
        """A hill whose outline passes through the four heights, left to right."""
        first, second, third, fourth = line
        hill = QPainterPath(_at(pane, 0, first))
        hill.cubicTo(_at(pane, 0.33, second), _at(pane, 0.66, third), _at(pane, 1, fourth))
        hill.lineTo(pane.bottomRight())
        hill.lineTo(pane.bottomLeft())
        painter.setBrush(theme.current().colour(colour))
        painter.drawPath(hill)

    def _draw_house(self, painter: QPainter, foot: QPointF, size: float) -> None:
        """A small house with a lit window."""
        now, x, y = theme.current(), foot.x(), foot.y()
        painter.setBrush(now.colour("wall"))
        painter.drawRect(QRectF(x - size * 0.55, y - size * 0.7, size * 1.1, size))
        roof = QPainterPath(QPointF(x - size * 0.72, y - size * 0.66))
        roof.lineTo(x, y - size * 1.25)
        roof.lineTo(x + size * 0.72, y - size * 0.66)
        painter.setBrush(now.colour("roof"))
        painter.drawPath(roof)
        painter.setBrush(now.colour("sun"))
        painter.drawRect(QRectF(x - size * 0.2, y - size * 0.42, size * 0.4, size * 0.4))

    def _draw_mullions(self, painter: QPainter, pane: QRectF) -> None:
        thick, now = pane.height() * _FRAME, theme.current()
        upright = QRectF(pane.center().x() - thick / 2, pane.top(), thick, pane.height())
        across = QRectF(pane.left(), pane.top() + pane.height() * 0.3, pane.width(), thick)
        for bar in (upright, across):
            painter.fillRect(bar.adjusted(0, 0, thick * 0.2, thick * 0.2), _alpha(now.colour("line_low"), 160))
        for bar in (upright, across):
            painter.fillRect(bar, now.colour("surface"))

    def _draw_curtain(self, painter: QPainter, pane: QRectF, *, left: bool) -> None:
        """A drape gathered at two thirds of its height, with three folds."""

        def at(x: float, y: float) -> QPointF:
            return _at(pane, x if left else 1 - x, y)

        for fold, colour in enumerate(("curtain_low", "curtain", "curtain_low", "curtain")):
            share = 1 - fold * 0.26
            drape = QPainterPath(at(0, 0))
            drape.lineTo(at(0.27 * share, 0))
            drape.cubicTo(at(0.25 * share, 0.34), at(0.12 * share, 0.46), at(0.075 * share, 0.62))
            drape.cubicTo(at(0.11 * share, 0.74), at(0.12 * share, 0.86), at(0.12 * share, 1))
            drape.lineTo(at(0, 1))
            painter.setBrush(theme.current().colour(colour))
            painter.drawPath(drape)
        painter.setBrush(theme.current().colour("sun"))
        tie = QRectF(at(0, 0.602), at(0.085, 0.632)).normalized()
        painter.drawRoundedRect(tie, tie.height() / 2, tie.height() / 2)

    def _draw_frame(self, painter: QPainter, pane: QRectF) -> None:
        now, thick = theme.current(), pane.height() * _FRAME
        round_ = pane.height() * _ROUND
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("line_low", thick * 2.4), ("surface", thick * 1.9)):
            painter.setPen(QPen(now.colour(colour), width))
            painter.drawRoundedRect(pane, round_, round_)
        painter.setPen(Qt.PenStyle.NoPen)

    def _draw_sill(self, painter: QPainter, sill: QRectF) -> None:
        now = theme.current()
        board = QRectF(sill.left(), sill.top() + sill.height() * 0.42, sill.width(), sill.height() * _BOARD)
        round_ = board.height() * 0.28
        painter.setBrush(now.colour("line_low"))
        painter.drawRoundedRect(board, round_, round_)
        painter.setBrush(now.colour("surface"))
        painter.drawRoundedRect(board.adjusted(0, 0, 0, -board.height() * 0.08), round_, round_)
        self._draw_five(painter, sill, board)

    def _draw_five(self, painter: QPainter, sill: QRectF, board: QRectF) -> None:
        """The symbols, half on the board, and their names below, all in one font size."""
        now = theme.current()
        side = min(sill.width() / 7.2, sill.height() * _SYMBOLS[now.senior])
        lines, size = self._name_lines(sill.width())[1], self._name_size_on_sill(sill.width(), sill.height())
        top = board.top() + side * _BELOW
        line = (board.top() + sill.height() * (_ROOM if now.senior else _BOARD) - top) / lines
        for place, p in enumerate(FIVE):
            x = sill.left() + sill.width() * (place + 0.5) / len(FIVE)
            symbol = QRectF(x - side / 2, top - side, side, side)
            icons.renderer(p, now.colour(p), now.colour("surface")).render(painter, symbol)
            room = sill.width() / len(FIVE) * 0.88 * lines
            name = QRectF(x - room / 2, top + place % lines * line, room, line)
            self._write(painter, self._inside(name, sill, words.p(p), size), words.p(p), size, p)
            self._draw_count(painter, symbol, p)

    def _inside(self, name: QRectF, sill: QRectF, text: str, size: float) -> QRectF:
        """The place of a name, moved so that the outer ones do not leave the sill."""
        half = QFontMetricsF(self._strong(size)).horizontalAdvance(text) / 2 + size / 4
        x = min(max(name.center().x(), sill.left() + half), sill.right() - half)
        return name.translated(x - name.center().x(), 0)

    def _name_lines(self, width: float) -> tuple[float, int]:
        """The font size of the five names, px, and their number of lines: long names alternate between two."""
        now = theme.current()
        lead, room = now.px("lead"), width / len(FIVE) * 0.88
        size = min(self._fitting(words.p(p), room, lead) for p in FIVE)
        if size >= lead or not now.senior:
            return size, 1
        return min(self._fitting(words.p(p), room * 2, lead) for p in FIVE), 2

    def _name_size_on_sill(self, width: float, sill: float) -> float:
        """The font size of the names on a sill of this width and height, px."""
        senior = theme.current().senior
        size, lines = self._name_lines(width)
        line = (sill * (_ROOM if senior else _BOARD) - min(width / 7.2, sill * _SYMBOLS[senior]) * _BELOW) / lines
        return min(size, line / (_LINE if senior else 2))

    def _sill_height(self, width: float, height: float) -> float:
        """The height of the sill, px: a share of the picture, more if large names need it."""
        if not theme.current().senior:
            return height * _SILL
        size, lines = self._name_lines(width)
        needed = size * lines * _LINE / (_ROOM - _BELOW * _SYMBOLS[True])
        return min(height, max(height * _SILL, needed))

    def _draw_count(self, painter: QPainter, symbol: QRectF, p: str) -> None:
        """Today's thanks, as a bubble at the symbol's upper right; nothing for zero."""
        count = self._thanks.get(p, 0)
        if not count:
            return
        side = symbol.width() * 0.46
        bubble = QRectF(symbol.right() - side * 0.62, symbol.top() - side * 0.3, side, side)
        painter.setPen(QPen(theme.current().colour(p), side * 0.07))
        painter.setBrush(theme.current().colour("surface"))
        painter.drawEllipse(bubble)
        self._write(painter, bubble, str(count), side * (0.56 if count < 100 else 0.4), p)

    def _write(self, painter: QPainter, box: QRectF, text: str, size: float, colour: str) -> None:
        painter.setFont(self._strong(self._fitting(text, box.width(), size)))
        painter.setPen(theme.current().colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(Qt.PenStyle.NoPen)

    def _fitting(self, text: str, room: float, size: float) -> float:
        """The largest font size, up to `size`, in which the text fits into `room` px."""
        wide = QFontMetricsF(self._strong(size)).horizontalAdvance(text) / room
        return size / max(1.0, wide)

    def _strong(self, size: float) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, int(size)))
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
        return font


def _at(pane: QRectF, x: float, y: float) -> QPointF:
    """The point at these shares of the pane's width and height."""
    return QPointF(pane.left() + pane.width() * x, pane.top() + pane.height() * y)


def _alpha(colour: QColor, alpha: int) -> QColor:
    colour.setAlpha(alpha)
    return colour
