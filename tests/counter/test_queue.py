"""The line at the window, one key each: called, finished, set aside, and what another window did meanwhile."""

from PySide6.QtCore import Qt

from shared.journal.store import Store
from shared.practice.line import actions, views
from shared.practice.line.facts import NumberCalled
from shared.practice.line.views import State
from tests.counter.conftest import CTRL, Counter, state
from tests.support.builders import actor, at, elsewhere
from tests.support.person import Person


def test_a_number_is_called_again_and_finished_by_keys(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.reads("等候 4 位")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A001 到 1号窗口")
    counter.presses(Qt.Key.Key_F3)
    counter.reads("已呼叫 2 次")
    counter.presses(Qt.Key.Key_F4)
    counter.until(lambda store: state(store, taken[0]) is State.SERVED)
    assert views.number(store, taken[0]).given == "gas_payment"
    counter.reads("今天已办 1 位")
    counter.presses(Qt.Key.Key_F2)  # nothing stands between: the next one at once
    counter.waits(lambda: page.control.state.serving and page.control.state.serving.label == "A002", "the next")


def test_the_service_really_given_is_recorded(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    for number in taken[:2]:
        called = actions.call_next(store, actor("1002"), now=at("10:30"))
        actions.done(store, actor("1002"), called.id, "consultation", now=at("10:30"))
        assert called.id == number
    counter.reads("等候 2 位")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A003 到 1号窗口")
    counter.waits(lambda: page.control.state.serving, "the number")
    counter.presses(Qt.Key.Key_F4)
    counter.reads("请先选实际办理的业务")
    counter.presses(Qt.Key.Key_8)
    counter.presses(Qt.Key.Key_F4)
    counter.until(lambda store: views.number(store, taken[2]).given == "ic_card_new")


def test_held_and_missed_numbers_are_called_back(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.tap("叫下一位")
    counter.tap("挂起")
    counter.reads("A001 已挂起")
    assert state(store, taken[0]) is State.HELD
    counter.tap("叫下一位")
    counter.tap("过号")
    counter.reads("A002 已过号")
    counter.waits(lambda: len(page.aside.rows.rows) == 2, "both in the list")
    page.aside.setFocus()
    counter.presses(Qt.Key.Key_Down)
    counter.presses(Qt.Key.Key_F8)
    counter.reads("已召回 A002")
    assert state(store, taken[1]) is State.CALLED


def test_a_window_calls_only_its_own_services(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_B, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Tab)  # past the first service, to 业务咨询
    counter.presses(Qt.Key.Key_Space)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.reads("本窗口叫：业务咨询")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A002 到 1号窗口")  # A001 pays for gas
    assert state(store, taken[0]) is State.WAITING


def test_taken_at_the_counter_put_first_and_called_by_choice(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_T, CTRL)
    dialog = counter.dialog()
    dialog.fields["priority"].setFocus()
    counter.presses(Qt.Key.Key_Down)  # 老年人
    Person(dialog).tap("取号")
    slip = Person(counter.waits(lambda: (d := counter.dialog()) is not dialog and d, "the slip"))
    slip.reads("请用户拍下这一页")
    slip.reads("A005")
    slip.reads("老年人 · 前面 0 位")
    slip.tap("好了")
    counter.closes()
    counter.waits(lambda: [n.priority for n in page.waiting.rows.rows][:1] == ["elderly"], "it at the top")
    page.waiting.select(taken[3])
    counter.presses(Qt.Key.Key_R, CTRL)
    Person(counter.dialog()).tap("优先办理")
    counter.closes()
    counter.reads("A004 优先（老年人）")
    assert [n.label for n in views.in_line(store, store.hall, at("10:30"))] == ["A004", "A005", "A001", "A002", "A003"]
    page.waiting.select(taken[1])
    counter.presses(Qt.Key.Key_F5)
    counter.reads("请 A002 到 1号窗口")
    assert state(store, taken[0]) is State.WAITING
    counter.reads("燃气费收取 2 位")


def test_calling_an_empty_queue_says_so(counter: Counter) -> None:
    counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("现在没有等候的用户")


def test_a_number_called_twice_without_a_connection_is_shown(counter: Counter, store: Store, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: page.control.state.serving, "the number")
    elsewhere(store, taken[0], at("10:31"), NumberCalled(staff="1002", window="2"), actor="1002")
    counter.reads("A001 也被 2号窗口叫到")
    counter.waits(lambda: page.control.state.serving is None, "the window to be free")
