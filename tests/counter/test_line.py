"""The line at the window: one key each, by mouse on the bar, at several windows at once."""

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest

from shared.journal.event import Event
from shared.journal.store import Store
from shared.policy import default
from shared.practice.line import actions, views
from shared.practice.line.facts import NumberCalled
from shared.practice.line.views import State
from tests.builders import HALL, MONDAY, actor, at
from tests.counter.conftest import CTRL, Counter
from tests.person import Person

ROOT = Path(__file__).resolve().parents[2]
TEN = at("10:30")


@pytest.fixture
def taken(store: Store) -> list[str]:
    """Four customers with a number: gas, a consultation, one who named nothing, gas."""
    services = ("gas_payment", "consultation", "", "gas_payment")
    return [actions.take(store, each, now=at("10:20") + n * 1000).id for n, each in enumerate(services)]


def state(store: Store, number: str) -> State:
    return views.number(store, number).state


def test_a_number_is_called_again_and_finished_by_keys(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
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
    counter.waits(lambda: page.turn.look.serving and page.turn.look.serving.label == "A002", "the next")


def test_what_was_really_done_counts(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    for number in taken[:2]:
        called = actions.call_next(store, actor("1002"), now=TEN)
        actions.done(store, actor("1002"), called.id, "consultation", now=TEN)
        assert called.id == number
    counter.reads("等候 2 位")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A003 到 1号窗口")
    counter.waits(lambda: page.turn.look.serving, "the number")
    counter.presses(Qt.Key.Key_F4)
    counter.reads("请先选实际办理的业务")
    counter.presses(Qt.Key.Key_8)
    counter.presses(Qt.Key.Key_F4)
    counter.until(lambda store: views.number(store, taken[2]).given == "ic_card_new")


def test_hold_no_show_and_back(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
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


def test_a_slip_is_undone_while_ten_seconds_last(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: page.turn.look.serving, "the number")
    counter.presses(Qt.Key.Key_F7)
    counter.reads("A001 已过号")
    counter.waits(page.steps.undo.isVisible, "the way back")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("已召回 A001")
    counter.waits(lambda: page.turn.look.serving, "the number again")
    kinds = [event.kind for event in store.events(subject=taken[0])]
    assert kinds == ["number_taken", "number_called", "number_missed", "number_called"]  # nothing was deleted
    counter.presses(Qt.Key.Key_F6)
    counter.reads("A001 已挂起")
    counter.waits(page.steps.undo.isVisible, "the way back")
    counter.times.passed += 10_000
    counter.waits(lambda: not page.steps.undo.isVisible(), "the end of the ten seconds")


def test_done_with_the_wrong_service_is_taken_back(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: page.turn.look.serving, "the number")
    counter.presses(Qt.Key.Key_5)
    counter.presses(Qt.Key.Key_F4)
    counter.reads("今天已办 1 位")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("A001 的办结已撤回")
    counter.reads("今天已办 0 位")
    assert page.turn.given == "gas_payment"  # what the customer chose
    counter.presses(Qt.Key.Key_F4)
    counter.until(lambda store: views.number(store, taken[0]).given == "gas_payment")
    assert [event.kind for event in store.events(subject=taken[0])][2:] == [
        "number_served",
        "number_reopened",
        "number_served",
    ]


def test_a_call_by_mistake_is_taken_back(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(page.steps.undo.isVisible, "the way back")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("A001 的叫号已撤回")
    counter.reads("等候 4 位")
    assert state(store, taken[0]) is State.WAITING
    assert not page.steps.undo.isVisible()
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A001 到 1号窗口")
    counter.presses(Qt.Key.Key_F3)
    counter.reads("再次呼叫 A001")
    counter.waits(lambda: not page.steps.undo.isVisible(), "called again on purpose: no slip")


def test_the_bar_takes_back_what_the_page_takes_back(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    bar = counter.opens("line").bar
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


def test_the_bar_says_at_once_why_a_step_was_not_done(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    for number in taken[:2]:
        called = actions.call_next(store, actor("1002"), now=TEN)
        actions.done(store, actor("1002"), called.id, "consultation", now=TEN)
        assert called.id == number
    counter.presses(Qt.Key.Key_F12)
    bar = Person(page.bar)
    bar.presses(Qt.Key.Key_F2)  # a customer who named no service
    bar.waits(lambda: page.bar.steps.undo.isVisible(), "the undo of the call")
    bar.presses(Qt.Key.Key_F4)
    bar.reads("请先选实际办理的业务")
    bar.presses(Qt.Key.Key_1)
    bar.presses(Qt.Key.Key_F4)
    counter.until(lambda store: state(store, taken[2]) is State.SERVED)


def test_only_the_windows_own_services(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    counter.opens("line")
    counter.presses(Qt.Key.Key_B, CTRL)
    dialog = counter.dialog()
    Person(dialog).tap("业务咨询")
    gone = QSignalSpy(dialog.destroyed)
    Person(dialog).tap("确定")
    counter.reads("本窗口叫：业务咨询")
    counter.waits(gone.count, "the end of the dialog")
    counter.window.activateWindow()  # what a window manager does by itself
    counter.waits(counter.window.isActiveWindow, "the window")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A002 到 1号窗口")  # A001 pays for gas
    assert state(store, taken[0]) is State.WAITING


def test_nobody_waits(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.opens("line")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("现在没有等候的用户")


def test_the_bar_does_all_of_it_on_top(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    counter.presses(Qt.Key.Key_F12)
    bar = page.bar
    counter.waits(bar.isVisible, "the bar")
    assert bar.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert counter.window.isMinimized()
    assert bar.height() < 80
    hand = Person(bar)
    hand.presses(Qt.Key.Key_F2)
    hand.reads("A001")
    hand.waits(lambda: page.turn.look.serving, "the number")
    QTest.keyClick(bar, Qt.Key.Key_6)
    QTest.keyClick(bar, Qt.Key.Key_F4)
    counter.until(lambda store: views.number(store, taken[0]).given == "insurance_sale")
    hand.tap("叫下一位")
    hand.reads("A002")
    hand.waits(lambda: page.turn.look.serving, "the number")
    hand.tap("挂起")
    hand.waits(lambda: page.turn.look.aside, "the held number")
    hand.tap("召回")
    hand.reads("已召回 A002")
    QTest.keyClick(bar, Qt.Key.Key_F12)
    counter.waits(lambda: not bar.isVisible() and not counter.window.isMinimized(), "the whole window")


def test_the_bar_is_dragged(counter: Counter) -> None:
    counter.signs_in("1001")
    bar = counter.opens("line").bar
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    before = bar.pos()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(bar, QPoint(4, 54))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert bar.pos() == before + QPoint(0, 50)


def test_work_in_another_program_does_not_lock_the_bar_in_the_middle_of_a_customer(counter: Counter) -> None:
    counter.signs_in("1001")
    bar, idle, rule = counter.opens("line").bar, counter.window.idle.timer, default().counter
    assert (idle.isActive(), idle.interval()) == (True, rule.lock_after_seconds * 1000)
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    assert (idle.isActive(), idle.interval()) == (True, rule.lock_after_seconds_in_bar * 1000)
    assert rule.lock_after_seconds_in_bar > rule.lock_after_seconds
    Person(bar).tap("返回")
    counter.waits(lambda: not bar.isVisible(), "the whole window")
    assert idle.interval() == rule.lock_after_seconds * 1000


def test_behind_the_lock_the_bar_does_nothing(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    bar = counter.opens("line").bar
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    counter.window.lock()
    hand = Person(bar)
    hand.reads("已锁屏")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_1, Qt.Key.Key_F4):
        QTest.keyClick(bar, key)
    assert not bar.steps.call.isVisible()
    hand.tap("返回")
    counter.waits(lambda: not bar.isVisible() and not counter.window.isMinimized(), "the whole window")
    counter.signs_in("1001")
    counter.opens("line")
    counter.presses(Qt.Key.Key_F12)
    counter.waits(bar.steps.call.isVisible, "the bar at work")
    assert state(store, taken[0]) is State.WAITING


def test_a_number_called_twice_without_a_connection_is_shown(counter: Counter, store: Store, taken: list[str]) -> None:
    counter.signs_in("1001")
    page = counter.opens("line")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: page.turn.look.serving, "the number")
    body = {"staff": "1002", "window": "2"}
    event = Event(
        id="elsewhere",
        station="other",
        hall=HALL,
        n=1,
        kind=NumberCalled.kind(),
        subject=taken[0],
        actor="1002",
        ts=TEN + 60_000,
        occurred_at=TEN + 60_000,
        body=body,
    )
    store.receive([(event, (), 1)])
    counter.reads("A001 也被 2号窗口叫到")
    assert page.turn.look.serving is None


_WINDOW = """
import sys, json
from pathlib import Path
from PySide6.QtTest import QSignalSpy, QTest
from shared.qt import startup
from counter.__main__ import build
from counter.desk import Clock
folder, number, start = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
app = startup.application([], "counter", folder)
window = build(app, folder, clock=Clock(now=lambda: start, steady=lambda: 0))
window.show()
window.start()
while not window.desk.here.people:
    QTest.qWait(5)
from tests.builders import actor
window.sign_in.signed_in.emit(actor(number))
turn = window.workspace.go("line").turn
called, over = [], []
turn.said.connect(lambda text, tone: over.append(text) if "没有等候" in text else None)
while not over:
    turn.call_next()
    while not (turn.look.serving or over):
        QTest.qWait(2)
    if turn.look.serving:
        called.append(turn.look.serving.label)
        turn.done()
        while turn.look.serving:
            QTest.qWait(2)
print(json.dumps(called))
window.close()
"""


def test_three_windows_in_three_processes_never_call_one_number_twice(folder: Path, store: Store) -> None:
    given = [actions.take(store, "gas_payment", now=at("10:00") + n * 1000).label for n in range(40)]
    command = [sys.executable, "-c", _WINDOW, str(folder)]
    windows = [
        subprocess.Popen([*command, number, str(TEN)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for number in ("1001", "1002", "1003")
    ]
    called = [json.loads(window.communicate(timeout=120)[0]) for window in windows]
    assert [window.returncode for window in windows] == [0, 0, 0]
    assert sorted(itertools.chain(*called)) == given  # everybody once, nobody twice, nobody left
    assert sum(bool(each) for each in called) > 1
    assert sum(work.total for work in views.workload(store, MONDAY, MONDAY)) == len(given)
