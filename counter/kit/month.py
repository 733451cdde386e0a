"""One month as a grid of days with 休 and 班 of the working-day table; days that can't be chosen are pale."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter.kit.words import say
from shared.domain import wording
from shared.domain.workdays import Calendar
from shared.qt import theme

_ACROSS, _LINES = 7, 6
_WEEKEND = 5
_DECEMBER = 11  # counted from 0
_DAY = timedelta(days=1)
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Counter", "一"),
    QT_TRANSLATE_NOOP("Counter", "二"),
    QT_TRANSLATE_NOOP("Counter", "三"),
    QT_TRANSLATE_NOOP("Counter", "四"),
    QT_TRANSLATE_NOOP("Counter", "五"),
    QT_TRANSLATE_NOOP("Counter", "六"),
    QT_TRANSLATE_NOOP("Counter", "日"),
)
_OFF = QT_TRANSLATE_NOOP("Counter", "休")
_MADE_UP = QT_TRANSLATE_NOOP("Counter", "班")
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_ACROSS,
    Qt.Key.Key_Down: _ACROSS,
}


def mark_of(day: date, calendar: Calendar | None) -> str:
    """休 for a holiday by decree, 班 for a weekend day worked instead, nothing for a day like any other."""
    year = calendar.years.get(day.year) if calendar else None
    if year is None:
        return ""
    return say(_OFF) if day in year.holidays else say(_MADE_UP) if day in year.makeup else ""


def month_later(day: date, months: int) -> date:
    """The same day `months` later (or earlier), at most the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == _DECEMBER), (month + 1) % 12 + 1, 1) - _DAY).day
    return date(year, month + 1, min(day.day, last))


class MonthSheet(QWidget):
    """Arrows move by days and weeks, PgUp/PgDn by months; Enter or a click emits `chosen(date)`.

    Emits `moved` when the cursor is on another day. `allowed(day)`: which days can be chosen.
    """

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, day: date, today: date, allowed: Callable[[date], bool]) -> None:
        super().__init__()
        self.day, self.today, self.allowed = day, today, allowed
        self.calendar: Calendar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(wording.day(day))

    def sizeHint(self) -> QSize:
        side = theme.current().px("touch")
        return QSize(_ACROSS * side, (_LINES + 1) * side)

    def move_to(self, day: date) -> None:
        """Put the cursor on this day."""
        self.day = day
        self.setAccessibleName(wording.day(day))
        self.update()
        self.moved.emit()

    def mark(self, calendar: Calendar | None) -> None:
        """Use this table for the marks 休 and 班."""
        self.calendar = calendar
        self.update()

    def choose(self, day: date) -> None:
        """Choose this day, if it can be."""
        if self.allowed(day):
            self.chosen.emit(day)
        else:
            self.move_to(day)

    def first(self) -> date:
        """The Monday of the first row."""
        first = self.day.replace(day=1)
        return first - first.weekday() * _DAY

    def place(self, day: date) -> QRect:
        """The rectangle of this day."""
        number = (day - self.first()).days
        return self._cell(number // _ACROSS + 1, number % _ACROSS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.day)
        elif key in _STEPS:
            self.move_to(self.day + _STEPS[key] * _DAY)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.move_to(month_later(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.move_to(self.today)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().toPoint())
        if day is not None:
            self.choose(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().colour("ink_soft"))
        for across, name in enumerate(_WEEKDAYS):
            painter.drawText(self._cell(0, across), Qt.AlignmentFlag.AlignCenter, say(name))
        for number in range(_ACROSS * _LINES):
            day = self.first() + number * _DAY
            self._paint_day(painter, day, self.place(day))
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, box: QRect) -> None:
        now, inside = theme.current(), box.adjusted(2, 2, -2, -2)
        if day == self.day:
            painter.setBrush(now.colour("accent_soft"))
            painter.setPen(now.colour("focus" if self.hasFocus() else "accent"))
            painter.drawRoundedRect(inside, now.px("tight"), now.px("tight"))
        font = QFont(self.font())
        font.setBold(day == self.today)
        painter.setFont(font)
        painter.setPen(now.colour(self._tone(day)))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(day.day))
        self._paint_mark(painter, mark_of(day, self.calendar), inside)

    def _paint_mark(self, painter: QPainter, text: str, box: QRect) -> None:
        now, font = theme.current(), QFont(self.font())
        font.setPixelSize(now.px("caption") * 3 // 4)
        painter.setFont(font)
        painter.setPen(now.colour("good" if text == say(_OFF) else "warn"))
        corner = box.adjusted(0, 0, -now.px("hair") * 2, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, text)

    def _tone(self, day: date) -> str:
        if not self.allowed(day) or day.month != self.day.month:
            return "off"
        if day == self.today:
            return "accent"
        worked = self.calendar.is_workday(day) if self.calendar else day.weekday() < _WEEKEND
        return "ink" if worked else "ink_soft"

    def _at(self, point: QPoint) -> date | None:
        days = (self.first() + number * _DAY for number in range(_ACROSS * _LINES))
        return next((day for day in days if self.place(day).contains(point)), None)

    def _cell(self, line: int, across: int) -> QRect:
        wide, high = self.width() / _ACROSS, self.height() / (_LINES + 1)
        return QRect(round(across * wide), round(line * high), round(wide), round(high))
