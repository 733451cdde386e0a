"""Heavy work in steps: who waits comes first, one thing a turn, nothing for owners who are gone, errors stop nobody."""

import gc
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counter.warm import Steps
from tests.counter.conftest import CTRL, Counter


def test_what_is_waited_for_comes_first_and_a_gone_owner_wants_nothing(qtbot: QtBot) -> None:
    owner, gone, done = QObject(), QObject(), []

    def two(name: str) -> Iterator[None]:
        done.append(f"{name} 1")
        yield
        done.append(f"{name} 2")

    steps = Steps(owner)
    steps.after(owner, two("later"))
    steps.soon(gone, lambda: done.append("nobody's"))
    steps.first(owner, two("first"))
    steps.soon(owner, lambda: done.append("soon"))
    delete(gone)
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == ["first 1", "first 2", "soon", "later 1", "later 2"]


def test_a_step_that_fails_keeps_nobody_from_the_others(qtbot: QtBot) -> None:
    owner, done = QObject(), []

    def fails() -> None:
        raise ValueError("a page that cannot be made")

    steps = Steps(owner)
    with qtbot.captureExceptions() as errors:
        steps.soon(owner, fails)
        steps.soon(owner, lambda: done.append(True))
        qtbot.waitUntil(lambda: done == [True])
    assert [str(error) for _, error, _ in errors] == ["a page that cannot be made"]


def test_a_page_still_being_made_is_not_seen(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.signs_in("1001")  # locked and back while the others were not yet there
    work = counter.window.workspace
    assert work
    counter.waits(lambda: work.prepared, "all pages")
    assert [page for page in work.pages.values() if page.isVisible()] == [work.stack.currentWidget()]


def test_what_those_who_left_have_left_behind_goes_when_nobody_is_there(counter: Counter) -> None:
    for number in ("1001", "1002", "1001"):
        counter.signs_in(number)
        work = counter.window.workspace
        assert work
        counter.waits(lambda work=work: work.prepared, "all pages")
    counter.waits(lambda: not counter.window.desk.steps._after, "the last step, which freezes them")
    kept = gc.get_freeze_count()
    assert not counter.window._empty.isActive()
    counter.presses(Qt.Key.Key_L, CTRL)
    assert counter.window._empty.isActive()
    counter.window._empty.timeout.emit()  # a minute later
    counter.waits(lambda: 0 < gc.get_freeze_count() < kept, "the garbage to go, and the rest to stay")
