"""累计进阶 as a picture: a stair of four steps, those reached filled, and where the person stands on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.practice.cards import words
from shared.practice.cards.policy import Step
from shared.practice.cards.views import Mine
from shared.qt import theme

_FIRST, _RISE, _POLE = 0.25, 0.14, 0.3  # heights of the lowest step, of each further one, of the flag: shares


class Ladder(QWidget):
    """Shows `mine` on the steps of the policy."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._total, self._reached = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_mine(self, mine: Mine, steps: tuple[Step, ...]) -> None:
        """The person's total and level on these steps."""
        levels = [step.level for step in steps]
        self._steps, self._total = steps, mine.total
        self._reached = levels.index(mine.level) + 1 if mine.level in levels else 0
        self.setAccessibleName(f"{mine.total} {words.level(mine.level) if mine.level else ''}")
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px("ring")
        return QSize(side * 2, side)

    def minimumSizeHint(self) -> QSize:
        side = theme.current().px("ring")
        return QSize(side, side * 2 // 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(len(self._steps)):
            self._paint_step(painter, place)
        self._paint_person(painter)
        painter.end()

    def _box(self, place: int) -> QRectF:
        """A step, from its tread to the floor; place -1 is the floor before the first."""
        wide = self.width() / (len(self._steps) + 1)
        high = self.height() * (_FIRST + _RISE * place) if place >= 0 else 0.0
        return QRectF((place + 1) * wide, self.height() - high, wide - theme.current().px("hair"), high)

    def _paint_step(self, painter: QPainter, place: int) -> None:
        now, box, step, reached = theme.current(), self._box(place), self._steps[place], place < self._reached
        painter.setPen(now.colour("accent" if reached else "line_low"))
        painter.setBrush(now.colour("accent_soft" if reached else "surface_low"))
        round_ = now.radius("chip") / 2
        painter.drawRoundedRect(box, round_, round_)
        name = ("✓ " if reached else "") + words.level(step.level)
        inside = box.adjusted(0, now.px("small"), 0, 0)
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(self._font("body", strong=True))
        painter.setPen(now.colour("accent" if reached else "ink"))
        painter.drawText(inside, top, name)
        below = inside.adjusted(0, QFontMetricsF(painter.font()).lineSpacing(), 0, 0)
        painter.setFont(self._font("caption"))
        painter.setPen(now.colour("ink_soft"))
        painter.drawText(below, top, self.tr("{total} 张").format(total=step.total))

    def _paint_person(self, painter: QPainter) -> None:
        """A flag with the total: on the step reached, as far along it as the way to the next one has been gone."""
        now, place = theme.current(), self._reached - 1
        box = self._box(place)
        foot = QPointF(
            box.left() + box.width() * (0.15 + 0.7 * self._along()), box.top() if place >= 0 else self.height()
        )
        pole = self.height() * _POLE
        painter.setFont(self._font("body", strong=True))
        text = self.tr("我 {total} 张").format(total=self._total)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2 * now.px("small")
        high = QFontMetricsF(painter.font()).lineSpacing() + now.px("small")
        top = foot.y() - pole
        flag = QRectF(foot.x(), top, wide, high)
        if flag.right() > self.width():
            flag.moveRight(foot.x())
        painter.setPen(now.colour("accent"))
        painter.setBrush(now.colour("accent"))
        painter.drawPolygon(QPolygonF([foot, QPointF(foot.x(), top), QPointF(foot.x() + 2, top), foot + QPointF(2, 0)]))
        painter.drawRoundedRect(flag, now.px("tight"), now.px("tight"))
        painter.setPen(now.colour("on_accent"))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)

    def _along(self) -> float:
        if self._reached >= len(self._steps):
            return 0.5
        before = self._steps[self._reached - 1].total if self._reached else 0
        return min(1.0, max(0.0, (self._total - before) / (self._steps[self._reached].total - before)))

    def _font(self, size: str, strong: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px(size))
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong" if strong else "normal"]))
        return font
