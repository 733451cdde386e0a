"""A wrong step at the window is taken back, by key and on the small bar."""

from PySide6.QtCore import Qt

from shared.journal.store import Store
from shared.practice.line import views
from shared.practice.line.views import State
from tests.counter.conftest import CTRL, Counter, state
from tests.support.person import Person


def test_a_wrong_step_is_undone_within_ten_seconds(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: page.control.state.serving, "the number")
    counter.presses(Qt.Key.Key_F7)
    counter.reads("A001 已过号")
    counter.waits(page.buttons.undo.isVisible, "the way back")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("已召回 A001")
    counter.waits(lambda: page.control.state.serving, "the number again")
    kinds = [event.kind for event in store.events(subject=taken[0])]
    assert kinds == ["number_taken", "number_called", "number_missed", "number_called"]  # nothing was deleted
    counter.presses(Qt.Key.Key_F6)
    counter.reads("A001 已挂起")
    counter.waits(page.buttons.undo.isVisible, "the way back")
    counter.times.passed += 10_000
    counter.waits(lambda: not page.buttons.undo.isVisible(), "the end of the ten seconds")


def test_a_call_and_a_wrong_service_are_taken_back(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(page.buttons.undo.isVisible, "the way back")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("A001 的叫号已撤回")
    counter.reads("等候 4 位")
    assert state(store, taken[0]) is State.WAITING
    assert not page.buttons.undo.isVisible()
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A001 到 1号窗口")
    counter.presses(Qt.Key.Key_F3)
    counter.reads("再次呼叫 A001")
    counter.waits(lambda: not page.buttons.undo.isVisible(), "called again on purpose: not a mistake")
    counter.presses(Qt.Key.Key_5)
    counter.presses(Qt.Key.Key_F4)
    counter.reads("今天已办 1 位")
    counter.waits(page.buttons.undo.isVisible, "the way back")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("A001 的办结已撤回")
    counter.reads("今天已办 0 位")
    assert page.control.given == "gas_payment"  # what the customer chose
    counter.presses(Qt.Key.Key_F4)
    counter.until(lambda store: views.number(store, taken[0]).given == "gas_payment")
    assert [event.kind for event in store.events(subject=taken[0])][-3:] == [
        "number_served",
        "number_reopened",
        "number_served",
    ]


def test_the_bar_takes_back_what_the_page_takes_back(counter: Counter, store: Store, taken: list[str]) -> None:
    bar = counter.signs_in_at("1001", "queue").bar
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    hand = Person(bar)
    hand.tap("叫下一位")
    hand.reads("A001")
    hand.tap("撤回")
    hand.reads("A001 的叫号已撤回")
    hand.tap("叫下一位")
    hand.tap("办结")
    hand.reads("A001 已办结")
    hand.tap("撤回")
    hand.reads("A001 的办结已撤回")
    assert state(store, taken[0]) is State.CALLED


def test_undo_says_what_it_takes_back_in_the_language_of_the_screen(counter: Counter, taken: list[str]) -> None:
    counter.signs_in_at("1001", "queue")
    for key, what in (
        (Qt.Key.Key_F2, "撤回A001 的叫号"),
        (Qt.Key.Key_F6, "撤回A001 的挂起"),
        (Qt.Key.Key_F2, "撤回A002 的叫号"),
        (Qt.Key.Key_F4, "撤回A002 的办结"),
    ):
        counter.presses(key)
        counter.reads(what)
    undo = counter.window.workspace.pages["queue"].buttons.undo
    counter.english()
    counter.waits(lambda: undo.text().startswith("Undo “done”"), "English words")
