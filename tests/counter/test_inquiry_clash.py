"""The supervisor sees both values that two counters set apart, and says that it was checked."""

from pathlib import Path

from PySide6.QtCore import Qt

from counter.staff.inquiries import CLASHES_TAB
from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Aspect
from tests.counter.conftest import CTRL, Counter
from tests.journal.test_any_day import arrivals
from tests.support.builders import HALL, actor, at, empty_store


def set_apart(counter: Counter, folder: Path) -> str:
    """A ticket that another counter, out of touch, closed and gave another phone before this one did."""
    opened = actions.open_inquiry(
        counter.store, actor("1001"), text="气费高了", name="周建国", phone="13840012345", now=at("10:00")
    )
    assert not isinstance(opened, Refusal)
    other = empty_store(folder)
    other.receive(arrivals(counter.store))
    for store, who, phone, answer, clock in (
        (other, actor("1002"), "13900000001", "不退", "10:10"),
        (counter.store, actor("1001"), "13900000002", "下月退", "10:20"),
    ):
        assert actions.correct(store, who, opened.id, Aspect.PHONE, phone, now=at(clock)) is None
        assert actions.close(store, who, opened.id, answer, now=at(clock)) is None
    counter.store.receive(arrivals(other))
    other.close()
    return opened.id


def test_the_supervisor_finds_a_closed_ticket_compares_both_values_and_settles_it(
    counter: Counter, tmp_path: Path
) -> None:
    ticket = set_apart(counter, tmp_path / "other")
    page = counter.signs_in_at("2001", "inquiries")
    counter.reads("两处修改不一致 1")
    page.tabs.setCurrentIndex(CLASHES_TAB)
    counter.reads("办结，答复：下月退（王芳 10:20）")
    counter.reads("另一处改为：办结，答复：不退（李娜 10:10）")
    counter.reads("另一处改为：139****0001（李娜 10:10）")
    counter.presses(Qt.Key.Key_K, CTRL)
    counter.reads("另一处改为：13900000001（李娜 10:10）")
    counter.tap("已核对")
    counter.reads("已核对，记录在经过里。")
    counter.waits(lambda: not page.tabs.isTabVisible(CLASHES_TAB), "the tab to go")
    assert counter.until(lambda store: not views.digest(store, HALL, counter.times.start).clashes)
    whole = views.page(counter.store, ticket, counter.times.start)
    assert whole is not None
    assert whole.answer == "下月退"


def test_staff_see_the_warning_but_cannot_settle_it(counter: Counter, tmp_path: Path) -> None:
    set_apart(counter, tmp_path / "other")
    page = counter.signs_in_at("1001", "inquiries")
    page.tabs.setCurrentIndex(CLASHES_TAB)
    counter.reads("另一处改为：办结，答复：不退（李娜 10:10）")
    assert page.detail.clash.settle.isHidden()
