"""Everything by keyboard alone: pages by their keys, and the steps that other tests take by setting a field."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counter import navigation
from counter.kit import page_change
from counter.navigation_entry import Entry
from shared.domain.refusal import Refusal
from shared.people import views as people
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Satisfaction
from tests.counter.conftest import CTRL, Counter
from tests.counter.test_devices import device, told
from tests.support.builders import HALL, actor, at

KEY, SHIFT, ALT = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def opens(counter: Counter, title: str) -> None:
    """The page whose entry says `title`, by the key beside it."""
    places = counter.window.workspace.places
    key = next(each.key for each in places if str(each.title) == title)
    counter.presses_key_of(key)
    page = counter.waits(lambda: counter.window.workspace.pages.get(key), title)
    counter.waits(lambda: page.isVisible() and page.filled, title)
    page_change.reset()


def chooses_folder(counter: Counter, folder: Path) -> None:
    """In the system's own dialog, which must not hold up everything else while it is open."""
    counter.presses(KEY.Key_O, CTRL)
    asked = counter.waits(lambda: next((d for d in counter.window.findChildren(QFileDialog)), None), "the folders")
    counter.waits(asked.isActiveWindow, "the keyboard in it")
    counter.types(str(folder))
    counter.presses(KEY.Key_Return)
    counter.waits(lambda: not counter.window.findChildren(QFileDialog), "the folder to be chosen")


def agrees(counter: Counter) -> None:
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()


def ticket(counter: Counter, special: str = "", asked_at: int | None = None) -> str:
    opened = actions.open_inquiry(
        counter.store,
        actor("1001"),
        text="管道漏气怎么报修",
        name="周建国",
        phone="13840012345",
        special_grounds=special,
        now=asked_at or counter.times.start - 60_000,
    )
    assert not isinstance(opened, Refusal)
    return opened.id


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_every_page_has_a_key(counter: Counter, number: str) -> None:
    counter.signs_in(number)
    appointed = {page.place.key for page in navigation.pages() if page.by_appointment}
    if number == "2001":  # a supervisor may always inspect; nothing else appoints anybody
        appointed.remove("my_inspections")
    for place in counter.window.workspace.places:
        if place.key in appointed:
            continue
        opens(counter, str(place.title))
        assert counter.window.workspace.stack.currentWidget() is counter.window.workspace.pages[place.key]
        [entry] = [each for each in counter.window.workspace.navigation.findChildren(Entry) if each.isChecked()]
        assert entry.visibleRegion().boundingRect() == entry.rect(), place.key  # the office has more than fit


@pytest.mark.parametrize(("number", "title"), [("2001", "设备"), ("9001", "超期上报"), ("1001", "我的5P卡")])
def test_a_page_that_is_only_read_has_the_cursor_in_its_table(counter: Counter, number: str, title: str) -> None:
    for p in (P.POLITE, P.PATIENT):
        cards.award(counter.store, "1001", p, now=at("10:00"))
        ticket(counter, asked_at=at("09:00", date(2026, 1, 5)))
    told(counter, *(device(counter, name, minutes_ago=2) for name in ("k1", "k2")), minutes_ago=1)
    counter.signs_in(number)
    opens(counter, title)
    table = counter.window.workspace.stack.currentWidget().table
    counter.waits(lambda: table.rows.rowCount() == 2, "both rows")
    assert QApplication.focusWidget() is table
    counter.presses(KEY.Key_Down)
    assert table.currentIndex().row() == 1


def test_consent_is_declined_with_a_reason(counter: Counter) -> None:
    known = ticket(counter, "需勘查")
    counter.signs_in("2001")
    opens(counter, "特殊事项")
    counter.reads("需勘查")
    counter.presses(KEY.Key_Delete, CTRL)
    counter.dialog()
    counter.types("no survey needed")
    agrees(counter)
    page = counter.until(lambda store: views.page(store, known, counter.times.start))
    assert not views.digest(counter.store, HALL, counter.times.start).special_asked
    assert "no survey needed" in str([step.fact for step in page.steps])


def test_a_window_is_changed_by_keyboard(counter: Counter) -> None:
    counter.signs_in("2001")
    opens(counter, "人员与窗口")
    counter.types("1003")
    counter.waits(lambda: counter.window.workspace.pages["roster"].table.rows.rowCount() == 1, "one person")
    counter.window.workspace.pages["roster"].change_window.setFocus()
    counter.presses(KEY.Key_Space)
    window = counter.dialog().fields["window"]
    lines = [window.itemText(place) for place in range(window.count())]
    assert lines == ["1号窗口 · 王芳", "2号窗口 · 李娜", "3号窗口 · 张伟", "4号窗口 · 刘洋", "5号窗口 · 空着"]
    counter.types("23")  # nothing that is not there can be meant
    counter.presses(KEY.Key_End)
    agrees(counter)
    counter.until(lambda store: people.person_today(store, "1003", counter.times.start).window == "5")


def test_the_day_before_and_its_file(counter: Counter, tmp_path: Path) -> None:
    counter.signs_in("2001")
    opens(counter, "当日日志")
    page = counter.window.workspace.pages["day"]
    counter.presses(KEY.Key_Left, ALT)
    counter.waits(lambda: page.log.day == date(2026, 3, 1), "the day before")
    counter.presses(KEY.Key_Right, ALT)
    counter.waits(lambda: page.log.day == date(2026, 3, 2), "the day")
    counter.presses(KEY.Key_S, CTRL)
    counter.dialog()
    for _ in range(3):
        counter.presses(KEY.Key_Down)  # pdf, xlsx, json, txt
    dialog = counter.dialog()
    chooses_folder(counter, tmp_path)
    assert dialog.fields["folder"].folder == tmp_path
    agrees(counter)
    counter.waits(lambda: list(tmp_path.glob("*.txt")), "the file")
    counter.presses(KEY.Key_S, CTRL)
    assert counter.dialog().fields["folder"].folder == tmp_path, "the folder of the last time comes first"


def test_a_ticket_s_phone_is_corrected_and_its_limit_extended_to_a_chosen_day(counter: Counter) -> None:
    known = ticket(counter)
    counter.signs_in("1001")
    opens(counter, "首问工单")
    counter.reads("138****2345")
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Tab)
    counter.types("13999990000")
    agrees(counter)
    counter.reads("139****0000")
    counter.presses(KEY.Key_Y, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Space)
    counter.waits(QApplication.activePopupWidget, "the month")
    counter.presses(KEY.Key_Down)  # from the Thursday after the limit
    counter.presses(KEY.Key_Left)
    counter.presses(KEY.Key_Left)
    counter.presses(KEY.Key_Left)  # the 9th, a Monday
    counter.presses(KEY.Key_Return)
    counter.presses(KEY.Key_Tab)
    counter.presses(KEY.Key_Tab)
    counter.types("survey")
    agrees(counter)
    counter.until(lambda store: views.page(store, known, counter.times.start).ticket.limit == date(2026, 3, 9))


def test_a_closed_ticket_is_called_back(counter: Counter) -> None:
    known = ticket(counter)
    actions.close(counter.store, actor("1001"), known, "已派工", now=counter.times.start)
    counter.signs_in("1001")
    opens(counter, "首问工单")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.reads("138****2345")
    counter.presses(KEY.Key_H, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Down)
    counter.presses(KEY.Key_Tab)
    counter.types("thanks")
    agrees(counter)
    page = counter.until(lambda store: views.page(store, known, counter.times.start))
    assert page.ticket.satisfaction is Satisfaction.SATISFIED
