"""The narrow bar on top of another program: all of the line by mouse or key, and nothing behind the lock."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from shiboken6 import isValid

from shared.domain.policy import default
from shared.domain.sections import CounterTimes
from shared.journal.store import Store
from shared.practice.line import actions, views
from shared.practice.line.views import State
from tests.counter.conftest import Counter, state
from tests.support.builders import actor, at
from tests.support.person import Person


def test_the_small_bar_does_all_steps_over_other_programs(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F12)
    bar = page.bar
    counter.waits(bar.isVisible, "the bar")
    assert bar.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert counter.window.isMinimized()
    assert bar.height() < 80
    hand = Person(bar)
    hand.presses(Qt.Key.Key_F2)
    hand.reads("A001")
    hand.waits(lambda: page.control.state.serving, "the number")
    QTest.keyClick(bar, Qt.Key.Key_6)
    QTest.keyClick(bar, Qt.Key.Key_F4)
    counter.until(lambda store: views.number(store, taken[0]).given == "insurance_sale")
    hand.tap("叫下一位")
    hand.reads("A002")
    hand.waits(lambda: page.control.state.serving, "the number")
    hand.tap("挂起")
    hand.waits(lambda: page.control.state.aside, "the held number")
    hand.tap("召回")
    hand.reads("已召回 A002")
    QTest.keyClick(bar, Qt.Key.Key_F12)
    counter.waits(lambda: not bar.isVisible() and not counter.window.isMinimized(), "the whole window")


def test_the_bar_is_dragged(counter: Counter) -> None:
    bar = counter.signs_in_at("1001", "queue").bar
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    before = bar.pos()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(bar, QPoint(4, 54))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert bar.pos() == before + QPoint(0, 50)


def test_work_in_another_program_does_not_lock_the_bar_in_the_middle_of_a_customer(counter: Counter) -> None:
    bar, idle, rule = counter.signs_in_at("1001", "queue").bar, counter.window.idle.timer, default()[CounterTimes]
    assert (idle.isActive(), idle.interval()) == (True, rule.lock_after_seconds * 1000)
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    assert (idle.isActive(), idle.interval()) == (True, rule.lock_after_seconds_in_bar * 1000)
    assert rule.lock_after_seconds_in_bar > rule.lock_after_seconds
    Person(bar).tap("返回")
    counter.waits(lambda: not bar.isVisible(), "the whole window")
    assert idle.interval() == rule.lock_after_seconds * 1000


def test_behind_the_lock_the_bar_does_nothing(counter: Counter, store: Store, taken: list[str]) -> None:
    bar = counter.signs_in_at("1001", "queue").bar
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    counter.window.lock()
    hand = Person(bar)
    hand.reads("已锁屏")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_1, Qt.Key.Key_F4):
        QTest.keyClick(bar, key)
    assert not bar.buttons.call.isVisible()
    hand.tap("返回")
    counter.waits(lambda: not bar.isVisible() and not counter.window.isMinimized(), "the whole window")
    counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.buttons.call.isVisible, "the bar at work")
    assert state(store, taken[0]) is State.WAITING


def test_the_bar_says_at_once_why_a_step_was_not_done(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    for number in taken[:2]:
        called = actions.call_next(store, actor("1002"), now=at("10:30"))
        actions.done(store, actor("1002"), called.id, "consultation", now=at("10:30"))
        assert called.id == number
    counter.presses(Qt.Key.Key_F12)
    bar = Person(page.bar)
    bar.presses(Qt.Key.Key_F2)  # a customer who named no service
    bar.waits(lambda: page.bar.buttons.undo.isVisible(), "the undo of the call")
    bar.presses(Qt.Key.Key_F4)
    bar.reads("请先选实际办理的业务")
    bar.presses(Qt.Key.Key_1)
    bar.presses(Qt.Key.Key_F4)
    counter.until(lambda store: state(store, taken[2]) is State.SERVED)


def test_the_bar_asks_nothing_of_a_page_that_is_gone(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "queue")
    bar = page.bar
    bar.say("已叫 A001", "good")
    assert any(timer.isActive() for timer in bar.findChildren(QTimer))
    counter.signs_in("1002")  # whose pages take the place of these
    counter.waits(lambda: not isValid(page), "the page to be gone")
    assert not isValid(bar) or not any(timer.isActive() for timer in bar.findChildren(QTimer))
