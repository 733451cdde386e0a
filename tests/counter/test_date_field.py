"""A day is chosen on a month in the person's language, and only one that is possible."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDateEdit

from counter.kit.date_field import MonthPopup
from counter.kit.month import mark_of, month_later
from counter.supervisor.day import DayPage
from shared.journal.store import Store
from shared.reference.views import calendar
from tests.counter.conftest import ALT, Counter
from tests.counter.walker import settles
from tests.support.builders import MONDAY

KEY = Qt.Key
DAY = timedelta(days=1)


def opens_month(counter: Counter, page: DayPage) -> MonthPopup:
    page.day.open_sheet()
    sheet = counter.waits(QApplication.activePopupWidget, "the month")
    assert isinstance(sheet, MonthPopup)
    return sheet


def test_the_last_day_of_each_month() -> None:
    cases = {(date(2026, 1, 31), 1): date(2026, 2, 28), (date(2026, 12, 5), 1): date(2027, 1, 5)}
    cases |= {(date(2026, 1, 5), -1): date(2025, 12, 5), (date(2026, 3, 31), -1): date(2026, 2, 28)}
    assert {case: month_later(*case) for case in cases} == cases


def test_holidays_and_days_worked_instead_are_marked(store: Store) -> None:
    table = calendar(store)
    days = (date(2026, 2, 14), date(2026, 2, 17), date(2026, 3, 2), date(2026, 3, 7))
    assert [mark_of(day, table) for day in days] == ["班", "休", "", ""]


def test_a_day_is_chosen_by_mouse_or_key_and_never_one_to_come(counter: Counter) -> None:
    page = counter.signs_in_at("2001", "day")
    assert page.findChildren(QDateEdit) + page.findChildren(QCalendarWidget) == []
    counter.reads("3月2日（周一） · 今天")
    sheet = opens_month(counter, page)
    tomorrow, yesterday = (sheet.month.place(MONDAY + step).center() for step in (DAY, -DAY))
    QTest.mouseClick(sheet.month, Qt.MouseButton.LeftButton, pos=tomorrow)
    assert (page.day.day, sheet.isVisible()) == (MONDAY, True)
    QTest.mouseClick(sheet.month, Qt.MouseButton.LeftButton, pos=yesterday)
    assert page.day.day == MONDAY - DAY
    page.day.choose(MONDAY)
    page.day.choose(MONDAY + DAY)
    assert page.day.day == MONDAY
    settles(counter)
    sheet = opens_month(counter, page)
    counter.waits(lambda: sheet.month.calendar, "its marks")
    assert sheet.title.text() == "2026年3月"
    for key in (KEY.Key_PageUp, KEY.Key_Down, KEY.Key_Right, KEY.Key_Return):
        QTest.keyClick(sheet.month, key)
    assert page.day.day == date(2026, 2, 10)
    settles(counter)
    title = counter.reads("2月10日（周二） · 不是今天")
    assert page.title.text() == title
    assert page.title.property("tone") == "warn"


def test_a_page_that_shows_today_shows_the_new_day_at_midnight(counter: Counter) -> None:
    page = counter.signs_in_at("2001", "day")
    counter.times.passed = 86_400_000
    counter.window.session.minute.emit()
    counter.waits(lambda: page.log.day == MONDAY + DAY, "the new day")
    counter.presses(KEY.Key_Left, ALT)
    counter.waits(lambda: page.log.day == MONDAY, "the day before")
    counter.times.passed *= 2
    counter.window.session.minute.emit()
    settles(counter)
    assert page.log.day == MONDAY  # chosen on purpose: it stays, in amber
    counter.presses(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert counter.dialog()
    counter.reads("签字确认3月2日（周一）的当日日志")
    counter.reads("这不是今天的日志")
