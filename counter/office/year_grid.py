"""A year as a grid of months and days: 休 and 班 by mark and colour, weekends shaded, changes framed."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from counter.kit.month import month_later
from counter.kit.words import say
from shared.domain import wording
from shared.domain.workdays import Year
from shared.qt import theme


class DayKind(Enum):
    """The kinds of days in a working-day table."""

    WORKED = 0
    WEEKEND = 1
    OFF = 2
    MADE_UP = 3

    @property
    def title(self) -> str:
        return say(TITLES[self])

    @property
    def mark(self) -> str:
        """The character in its cell, so that colour is not the only difference."""
        return say(_MARKS[self])[:1].upper() if self in _MARKS else ""


TITLES = {
    DayKind.WORKED: QT_TRANSLATE_NOOP("Counter", "上班"),
    DayKind.WEEKEND: QT_TRANSLATE_NOOP("Counter", "周末"),
    DayKind.OFF: QT_TRANSLATE_NOOP("Counter", "放假"),
    DayKind.MADE_UP: QT_TRANSLATE_NOOP("Counter", "调休上班"),
}
_MARKS = {
    DayKind.WEEKEND: "·",
    DayKind.OFF: QT_TRANSLATE_NOOP("Counter", "休"),
    DayKind.MADE_UP: QT_TRANSLATE_NOOP("Counter", "班"),
}
_COLOURS = {
    DayKind.WORKED: "surface",
    DayKind.WEEKEND: "surface_low",
    DayKind.OFF: "good_soft",
    DayKind.MADE_UP: "warn_soft",
}
_INK = {DayKind.WORKED: "ink", DayKind.WEEKEND: "ink_soft", DayKind.OFF: "good", DayKind.MADE_UP: "warn"}
_CHANGED = QT_TRANSLATE_NOOP("Counter", "与现行不同")
_MONTH = QT_TRANSLATE_NOOP("Counter", "{month}月")
_DAYS, _MONTHS, _SATURDAY = 31, 12, 5
_MIN_SIDE = 18  # px
_DAY = timedelta(days=1)


def kind_of(day: date, table: Year) -> DayKind:
    """The kind of a day by a year's table."""
    if day in table.makeup:
        return DayKind.MADE_UP
    if day in table.holidays:
        return DayKind.OFF
    return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKED


def next_kind(day: date, table: Year) -> Year:
    """The table with the day's next kind: a weekday is work or holiday, a weekend day also made-up work."""
    order = (
        (DayKind.WEEKEND, DayKind.MADE_UP, DayKind.OFF) if day.weekday() >= _SATURDAY else (DayKind.WORKED, DayKind.OFF)
    )
    kind = order[(order.index(kind_of(day, table)) + 1) % len(order)]
    off, made_up = set(table.holidays) - {day}, set(table.makeup) - {day}
    off |= {day} if kind == DayKind.OFF else set()
    made_up |= {day} if kind == DayKind.MADE_UP else set()
    return Year(tuple(sorted(off)), tuple(sorted(made_up)))


class YearGrid(QWidget):
    """Arrows move by days and months; Space or a click emits `toggled(date)`. Emits `moved` with the cursor."""

    toggled = Signal(object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = date(2000, 1, 1)
        self.table, self.before = Year((), ()), Year((), ())
        self.names: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_year(self, year: int, table: Year, before: Year, names: Mapping[date, str]) -> None:
        """Show a year's draft against its table in force (`before`); `names` of holidays where known."""
        self.table, self.before, self.names = table, before, names
        if self.day.year != year:
            self.day = date(year, 1, 1)
        self.move_to(self.day)

    def minimumSizeHint(self) -> QSize:
        return QSize((_DAYS + 2) * _MIN_SIDE, (_MONTHS + 1) * _MIN_SIDE)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def move_to(self, day: date) -> None:
        """Put the cursor on a day of this year."""
        self.day = day
        self.setAccessibleName(f"{wording.day(day)} {self.day_text(day)}")
        self.update()
        self.moved.emit()

    def day_text(self, day: date) -> str:
        """The kind of a day, its holiday, and whether it changes, as text."""
        kind, before = kind_of(day, self.table), kind_of(day, self.before)
        changed = f"{say(_CHANGED)}（{before.title}）" if kind != before else ""
        return " · ".join(filter(None, (kind.title, self.names.get(day, "") if kind == DayKind.OFF else "", changed)))

    def place(self, day: date) -> QRect:
        """The rectangle of a day."""
        return self._cell(day.month, day.day + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: self.day - _DAY, Qt.Key.Key_Right: self.day + _DAY}
        months = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Space:
            self.toggled.emit(self.day)
        elif key in steps or key in months:
            day = steps[key] if key in steps else month_later(self.day, months[key])
            if day.year == self.day.year:
                self.move_to(day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        day = self._at(event.position().toPoint())
        if day is not None:
            self.move_to(day)
            self.toggled.emit(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        font = QFont(self.font())
        font.setPixelSize(min(now.px("caption"), self._side() * 3 // 5))
        painter.setFont(font)
        painter.setPen(now.colour("ink_soft"))
        for number in range(1, _DAYS + 1):
            painter.drawText(self._cell(0, number + 1), Qt.AlignmentFlag.AlignCenter, str(number))
        for month in range(1, _MONTHS + 1):
            painter.setPen(now.colour("ink_soft"))
            side = self._cell(month, 0).united(self._cell(month, 1))
            painter.drawText(side, Qt.AlignmentFlag.AlignCenter, say(_MONTH).format(month=month))
            for day in self._month(month):
                self._paint_day(painter, day)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date) -> None:
        now, box, kind = theme.current(), self.place(day).adjusted(1, 1, -1, -1), kind_of(day, self.table)
        painter.fillRect(box, now.colour(_COLOURS[kind]))
        if kind != kind_of(day, self.before):
            painter.setPen(QPen(now.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        if day == self.day:
            painter.setPen(QPen(now.colour("focus"), 3 if self.hasFocus() else 1))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.setPen(now.colour(_INK[kind]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, kind.mark)

    def _month(self, month: int) -> list[date]:
        first = date(self.day.year, month, 1)
        return [day for n in range(_DAYS) if (day := first + n * _DAY).month == month]

    def _at(self, point: QPoint) -> date | None:
        days = (day for month in range(1, _MONTHS + 1) for day in self._month(month))
        return next((day for day in days if self.place(day).contains(point)), None)

    def _side(self) -> int:
        return min(self.width() // (_DAYS + 2), self.height() // (_MONTHS + 1))

    def _cell(self, line: int, across: int) -> QRect:
        wide, high = self.width() / (_DAYS + 2), self.height() / (_MONTHS + 1)
        return QRect(round(across * wide), round(line * high), round(wide), round(high))


class Swatch(QWidget):
    """Colour and mark of a kind of day, for the legend."""

    def __init__(self, kind: DayKind) -> None:
        super().__init__()
        self._kind = kind
        side = theme.current().px("lead")
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now.colour(_COLOURS[self._kind]))
        painter.setPen(now.colour("line_low"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(now.colour(_INK[self._kind]))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._kind.mark)
        painter.end()
