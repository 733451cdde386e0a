"""The day page looks through the whole day, and shows its hours as a curve with a table."""

from PySide6.QtCore import Qt

from counter.supervisor.day import SECTION_TABS
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.line import actions as line
from shared.practice.line import statistics
from shared.practice.line.statistics import Hour
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, actor, at


def lives(store: Store) -> None:
    """Three come after nine, one is served after ten, another gives the number back."""
    taken = [line.take(store, now=at(moment)) for moment in ("09:05", "09:20", "09:40", "10:02")]
    assert line.give_back(store, taken[3].id, now=at("10:02") + 1000) is None
    line.call_next(store, actor("1001"), now=at("10:05"))
    line.done(store, actor("1001"), taken[0].id, "gas_payment", now=at("10:15"))


def test_hours_are_counted_and_a_quiet_day_has_none(store: Store) -> None:
    lives(store)
    on = day_of(at("10:00"))
    assert statistics.hourly(store, HALL, on) == (Hour(9, 3, 0, 0, 3), Hour(10, 0, 1, 1, 2))
    assert statistics.hourly(store, "NONE", on) == ()


def test_a_person_is_found_in_every_section_and_the_hours_are_a_curve_with_its_table(
    counter: Counter, store: Store
) -> None:
    lives(store)
    page = counter.signs_in_at("2001", "day")
    counter.waits(lambda: page.hours.chart.chart and page.hours.chart.chart.has_figures, "the day")
    whole = len(page.table.rows.rows)
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.waits(page.search.field.hasFocus, "the search")
    counter.types("王芳 a001")
    counter.waits(lambda: 0 < len(page.table.rows.rows) < whole, "her lines with that number")
    assert page.tabs.tabText(0).endswith(f" {len(page.table.rows.rows)}")
    page.search.field.clear()
    page.search.person.setCurrentIndex(page.search.person.findData("王芳(1001)"))
    counter.waits(lambda: 0 < len(page.table.rows.rows) < whole, "her lines")
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.waits(lambda: len(page.table.rows.rows) == whole, "all lines")
    page.tabs.setCurrentIndex(len(SECTION_TABS))
    counter.waits(page.hours.isVisible, "the hours")
    assert page.hours.summary.text() == "取号 3 个，办结 1 个；等候最多的时候在 10:00，3 人。"
    assert "10:00" in page.hours.chart.accessibleDescription()
    page.hours.switch.click()
    assert [tuple(row) for row in page.hours.table.rows.rows] == [("10:00", "3", "0"), ("11:00", "2", "1")]
    counter.presses(Qt.Key.Key_PageUp, CTRL)
    counter.waits(page.table.isVisible, "the tables again")
