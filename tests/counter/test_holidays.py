"""The office pastes the State Council's notice: checked, shown as a year, published; promised days move with it."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter.office.year_grid import DayKind
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries import views
from shared.practice.inquiries.actions import Opened
from shared.reference.actions import publish
from shared.reference.views import calendar
from tests.counter.conftest import CTRL, Counter, Times
from tests.domain.notices import N2026
from tests.support.builders import actor

KEY = Qt.Key
N2027 = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至13日（周六）放假调休，共9天。1月31日（周日）、2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）、5月9日（周日）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
"""
"""Not yet announced: invented, in the standard form."""


@pytest.fixture
def ticket(store: Store) -> Opened:
    """Asked on the last working day before the invented spring holidays of 2027; counted by weekdays so far."""
    asked = ms_at(date(2027, 2, 4), time(10))
    opened = inquiries.open_inquiry(store, actor(), text="改管", now=asked)
    assert isinstance(opened, Opened)
    return opened


@pytest.fixture
def february(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is February of 2027 at this counter."""
    monkeypatch.setattr(Times, "clock", _later(Times.clock))


def _later(clock):
    def moved(times: Times):
        times.start = ms_at(date(2027, 2, 4), time(10)) + 1_800_000
        return clock(times)

    return moved


def test_a_notice_is_checked_published_and_the_promise_moves(
    february: None, ticket: Opened, counter: Counter, store: Store
) -> None:
    before = views.page(store, ticket.id, counter.times.start)
    assert before is not None
    assert (before.ticket.limit, before.ticket.unconfirmed) == (date(2027, 2, 8), True)
    page = counter.signs_in_at("9001", "holidays")
    page.paste.setPlainText(N2027.replace("共9天", "共8天"))
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: page.faults.rows.rowCount() == 1, "the fault")
    assert "写共8天，实际是 9 天" in page.faults.rows.cell(0, 0).text
    assert page.tabs.currentIndex() == 0
    page.paste.setPlainText(N2027)
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("通知已核对，2027 年没有疑问")
    counter.waits(lambda: page.moved.rows.rowCount() == 1, "the ticket that moves")
    assert page.count.text() == "249 个工作日"
    counter.presses(KEY.Key_PageDown, CTRL)
    assert [page.moved.rows.cell(0, column).text for column in (0, 3, 4)] == [
        ticket.number,
        "2月8日（周一）",
        "2月15日（周一）",
    ]
    counter.waits(lambda: not page.publish.why, "something to publish")
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("1 张工单的承诺日已重新计算")
    assert calendar(store).confirmed(date(2027, 2, 4))
    moved = views.page(store, ticket.id, counter.times.start)
    assert moved is not None
    assert (moved.ticket.limit, moved.ticket.unconfirmed) == (date(2027, 2, 15), False)
    assert moved.ticket.first_limit == date(2027, 2, 8)  # what was said first stays visible
    store.rebuild()
    assert views.page(store, ticket.id, counter.times.start) == moved


def test_a_promise_extended_by_agreement_does_not_move(ticket: Opened, store: Store) -> None:
    later = ms_at(date(2027, 2, 5), time(10))
    inquiries.extend(store, actor(), ticket.id, date(2027, 2, 24), "等材料", now=later)
    years = {"2027": {"holidays": ["2027-02-08"], "makeup": []}}
    publish(store, actor("9001"), "calendar", {"years": years}, now=later)
    assert inquiries.recount(store, actor("1001"), now=later).code == "not_allowed"
    assert inquiries.recount_late(store, now=later) == 1  # as of a ticket that came from a hall after the publication
    assert inquiries.recount(store, actor("9001"), now=later) == 0  # once
    assert inquiries.recount_late(store, now=later) == 0
    page = views.page(store, ticket.id, later)
    assert page is not None
    assert (page.ticket.limit, page.ticket.unconfirmed) == (date(2027, 2, 24), False)


def test_a_day_is_set_on_the_grid_by_key_and_by_click(counter: Counter, store: Store) -> None:
    page = counter.signs_in_at("9001", "holidays")
    page.year.setValue(2028)
    page.tabs.setCurrentIndex(1)
    page.grid.setFocus()
    assert "按星期计算" in page.count.text()
    counter.presses(KEY.Key_Right)
    counter.presses(KEY.Key_Right)  # Monday, 3 January
    counter.presses(KEY.Key_Space)
    counter.waits(lambda: date(2028, 1, 3) in page.grid.table.holidays, "the holiday")
    assert "放假 · 与现行不同（上班）" in page.grid.accessibleName()
    place = page.grid.place(date(2028, 1, 8)).center()  # a Saturday
    QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=place)
    counter.waits(lambda: date(2028, 1, 8) in page.grid.table.makeup, "the day worked instead")
    assert [each.after for each in page.changes.rows.rows] == [DayKind.OFF, DayKind.MADE_UP]
    page.tabs.setCurrentIndex(2)
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: not calendar(store).is_workday(date(2028, 1, 3)))
    assert calendar(store).is_workday(date(2028, 1, 8))


def test_pasting_the_notice_in_force_changes_nothing(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "holidays")
    page.paste.setPlainText(N2026)
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("2026 年没有疑问")
    counter.waits(lambda: "248 个工作日" in page.count.text(), "the year")
    assert (page.changes.rows.rowCount(), bool(page.publish.why)) == (0, True)
    assert page.grid.day_text(date(2026, 6, 19)) == "放假 · 端午节"
