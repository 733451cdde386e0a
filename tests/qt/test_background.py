"""The store thread: works in order, answers on the GUI thread, hides no error, calls no deleted widget."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from shared.qt.background import Background


@pytest.fixture
def background(qtbot):
    made = Background(lambda: {"opened_on": threading.current_thread().name})
    with qtbot.waitSignal(made.ready):
        made.start()
    yield made
    made.close()


def test_the_store_is_opened_and_asked_on_its_own_thread_and_answers_here(qtbot, background):
    answers = []

    def done(name):
        answers.append((name, QThread.currentThread() is QApplication.instance().thread()))

    background.run(lambda store: (store["opened_on"], threading.current_thread().name), done)
    qtbot.waitUntil(lambda: bool(answers))
    ((opened, asked), here) = answers[0]
    assert opened == asked != threading.main_thread().name
    assert here


def test_work_is_done_in_the_order_asked(qtbot, background):
    order = []
    for number in range(50):
        background.run(lambda _store, number=number: number, order.append)
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))


def test_a_long_document_is_laid_out_without_a_warning_of_qt(qtbot, background):
    """Qt lays it out in steps and starts a timer for the next, which a plain thread cannot; warnings fail a test."""

    def height(_store):
        document = QTextDocument()
        document.setHtml("<p>说了很久也没有说完。</p>" * 300)
        return document.documentLayout().blockBoundingRect(document.lastBlock()).bottom()

    heights = []
    background.run(height, heights.append)
    qtbot.waitUntil(lambda: bool(heights))
    assert heights[0] > 1000


def test_the_error_of_a_widget_s_override_took_an_answer_with_it(qtbot, background):
    """Within `processEvents` PySide raises it at the next call into Qt: as a `TypeError` of the timer's `start`."""

    class Faulty(QWidget):
        def event(self, event):
            if event.type() is QEvent.Type.User:
                raise TypeError("of another widget")
            return super().event(event)

    faulty, answers, worked = Faulty(), [], threading.Event()
    qtbot.addWidget(faulty)
    for number in range(2):
        background.run(lambda _store, number=number: number, answers.append)
    background.run(lambda _store: worked.set())
    worked.wait()
    QApplication.sendPostedEvents(background)  # both answers wait for the timer
    QApplication.postEvent(faulty, QEvent(QEvent.Type.User))
    with qtbot.captureExceptions() as caught:
        while not caught:
            QApplication.processEvents()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert "of another widget" in str(caught[0][1])


def test_an_error_goes_to_whoever_asked(qtbot, background):
    errors = []
    background.run(lambda _store: 1 / 0, None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_that_nobody_asked_for_reaches_the_excepthook(qtbot, background):
    with qtbot.captureExceptions() as caught:
        background.run(lambda _store: 1 / 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_full_disk_that_got_its_ballast_back_is_tried_once_more(qtbot, background):
    class Full(Exception):
        try_again = True

    tries, answers = [], []

    def work(_store):
        tries.append(1)
        if len(tries) == 1:
            raise Full
        return "stored"

    background.run(work, answers.append)
    qtbot.waitUntil(lambda: answers == ["stored"])


def test_nothing_is_delivered_to_a_widget_that_is_gone(qtbot, background):
    class Page(QWidget):
        def done(self, _result):
            raise AssertionError("delivered to a page that is gone")

    page, after = Page(), []
    background.run(lambda _store: 1, page.done)
    delete(page)
    background.run(lambda _store: 2, after.append)
    qtbot.waitUntil(lambda: after == [2])


def test_a_store_that_cannot_be_opened_is_told_and_can_be_tried_again(qtbot):
    answers = [OSError("no such disk"), {}]

    def opener():
        if isinstance(answer := answers.pop(0), OSError):
            raise answer
        return answer

    background = Background(opener)
    with qtbot.waitSignal(background.broken) as told:
        background.start()
    assert isinstance(told.args[0], OSError)
    with qtbot.waitSignal(background.ready):
        background.start()
    background.close()


def test_closing_finishes_what_was_asked_and_closes_the_store(qtbot):
    class Store(QObject):
        closed = False

        def close(self):
            self.closed = True

    store, written = Store(), []
    background = Background(lambda: store)
    with qtbot.waitSignal(background.ready):
        background.start()
    for number in range(20):
        background.run(lambda _store, number=number: written.append(number))
    background.close()
    assert written == list(range(20))
    assert store.closed


def test_opening_that_takes_long_tells_each_percent_once(qtbot):
    def opener():
        for done in range(0, 1001, 5):
            slow.note_progress(done, 1000)
        return {}

    slow, told = Background(opener), []
    slow.opening.connect(told.append)
    with qtbot.waitSignal(slow.ready):
        slow.start()
    assert told == list(range(1, 101))
    slow.close()
