"""The counter's field for a day: ‹ the day ›, and a month with 休 and 班 that opens from the day."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from shiboken6 import Shiboken

from counter.kit.month import MonthSheet, month_later
from counter.kit.words import Button, Text, named, say
from counter.session import CounterSession
from shared.domain import wording
from shared.domain.workdays import Calendar, day_of
from shared.qt import theme
from shared.qt.boxes import column, row
from shared.reference import views as reference

_BEFORE = QT_TRANSLATE_NOOP("Counter", "前一天")
_AFTER = QT_TRANSLATE_NOOP("Counter", "后一天")
_TODAY = QT_TRANSLATE_NOOP("Counter", "今天")
_MONTH = QT_TRANSLATE_NOOP("Counter", "{year}年{month}月")
_MONTH_BEFORE = QT_TRANSLATE_NOOP("Counter", "上个月")
_MONTH_AFTER = QT_TRANSLATE_NOOP("Counter", "下个月")
_DAY = timedelta(days=1)


Rule = Callable[[date, Calendar | None], bool]
"""Which days can be chosen; the calendar is None until it is read."""


class DateField(QWidget):
    """Emits `changed(date)`. A day that the rule forbids is replaced by the next allowed one."""

    changed = Signal(object)

    def __init__(self, session: CounterSession, day: date, rule: Rule) -> None:
        super().__init__()
        self.session, self._rule, self._day = session, rule, day
        self.calendar: Calendar | None = None
        self.before, self.after = Button("‹", "quiet"), Button("›", "quiet")
        self.open_button, self.today_button = Button(""), Button(_TODAY, "quiet")
        self.sheet: MonthPopup | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("tight"))
        for button, name, do in (
            (self.before, _BEFORE, lambda: self.step(-1)),
            (self.open_button, "", self.open_sheet),
            (self.after, _AFTER, lambda: self.step(1)),
            (self.today_button, "", lambda: self.choose(self._today())),
        ):
            box.addWidget(button)
            button.clicked.connect(do)
            if name:
                named(button, name)
        self._update_texts()
        self._read_calendar()

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def allowed(self, day: date) -> bool:
        """Whether this day can be chosen."""
        return self._rule(day, self.calendar)

    def choose(self, day: date) -> None:
        """Set this day if it is allowed."""
        if day != self._day and self.allowed(day):
            self._day = day
            self._update_texts()
            self.changed.emit(day)

    def step(self, days: int) -> None:
        """Go to the next allowed day, `days` at a time (1 or -1); stays where there is none within a year."""
        ahead = (self._day + n * days * _DAY for n in range(1, 366))
        self.choose(next((day for day in ahead if self.allowed(day)), self._day))

    def open_sheet(self) -> None:
        """Open the month below the field."""
        self._read_calendar()
        self.sheet = MonthPopup(self)
        self.sheet.open_below(self.open_button)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Pass the focus to the day. Not by a focus proxy: with one, Tab skips the button before it (‹)."""
        self.open_button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._update_texts()
        super().changeEvent(event)

    def _read_calendar(self) -> None:
        self.session.read(self, reference.calendar, self._apply_calendar)

    def _apply_calendar(self, calendar: Calendar) -> None:
        self.calendar = calendar
        if self.sheet is not None and Shiboken.isValid(self.sheet):
            self.sheet.month.mark(calendar)
        if not self.allowed(self._day):
            self.step(1)

    def _today(self) -> date:
        return day_of(self.session.now())

    def _update_texts(self) -> None:
        text = wording.day(self._day)
        if self._day.year != self._today().year:
            text = f"{self._day.year} · {text}"
        self.open_button.change(text)
        self.today_button.setVisible(self._day != self._today() and self.allowed(self._today()))


class MonthPopup(QFrame):
    """A month as a popup; Esc or a click elsewhere closes it."""

    def __init__(self, field: DateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self._field, today = field, day_of(field.session.now())
        self.month = MonthSheet(field.day, today, field.allowed)
        self.month.mark(field.calendar)
        self.title = Text(style="strong")
        buttons = [Button("‹", "quiet"), Button("›", "quiet"), Button(_TODAY, "quiet")]
        for button, name in zip(buttons, (_MONTH_BEFORE, _MONTH_AFTER, _TODAY), strict=True):
            named(button, name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # PgUp, PgDn and Home are their keys
        buttons[0].clicked.connect(lambda: self.month.move_to(month_later(self.month.day, -1)))
        buttons[1].clicked.connect(lambda: self.month.move_to(month_later(self.month.day, 1)))
        buttons[2].clicked.connect(lambda: self.month.move_to(today))
        self.month.chosen.connect(self._on_chosen)
        self.month.moved.connect(self._update_texts)
        box = column(row(buttons[0], self.title, buttons[1], None, buttons[2], spacing="small"), self.month)
        small = theme.current().px("small")
        box.setContentsMargins(small, small, small, small)
        self.setLayout(box)
        self._update_texts()

    def open_below(self, anchor: QWidget) -> None:
        """Show it below `anchor`, or above where the screen ends."""
        self.adjustSize()
        place, screen = anchor.mapToGlobal(anchor.rect().bottomLeft()), anchor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), anchor.mapToGlobal(anchor.rect().topLeft()).y() - self.height()))
        self.move(place)
        self.show()
        self.month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, day: date) -> None:
        self.close()
        self._field.choose(day)
        self._field.setFocus()

    def _update_texts(self) -> None:
        self.title.setText(say(_MONTH).format(year=self.month.day.year, month=self.month.day.month))
