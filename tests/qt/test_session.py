"""The session of an app: answers while who asked lives, and says that something was recorded."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from shared.domain.refusal import Refusal
from shared.qt.background import Background
from shared.qt.session import Session


@pytest.fixture
def session(qtbot):
    background: Background[dict[str, int]] = Background(lambda: {"cards": 0})
    made = Session(background)
    with qtbot.waitSignal(background.ready):
        background.start()
    yield made
    background.close()


def award(store):
    store["cards"] += 1
    return store["cards"]


def test_what_was_asked_comes_back_in_order(qtbot, session):
    page, answers = QObject(), []
    session.record(page, award, answers.append)
    session.read(page, lambda store: store["cards"], answers.append)
    session.record(page, award, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == [1, 1, 2]


def test_nothing_is_said_to_an_owner_that_is_gone_but_what_it_recorded_is_carried(qtbot, session):
    page, other = QWidget(), QObject()
    heard: list[object] = []
    session.acted.connect(lambda: heard.append("acted"))
    session.record(page, award, lambda _answer: heard.append("answered"))
    session.read(page, lambda _store: 1 / 0, heard.append, lambda _error: heard.append("failed"))
    delete(page)
    session.read(other, lambda store: store["cards"], heard.append)
    qtbot.waitUntil(lambda: 1 in heard)
    assert heard == ["acted", 1]


@pytest.mark.parametrize(
    ("ask", "answer", "heard"),
    [
        ("record", "card:1", ["card:1", "acted"]),
        ("record", None, [None, "acted"]),
        ("record", Refusal("not_allowed"), [Refusal("not_allowed")]),
        ("read", "card:1", ["card:1"]),
    ],
)
def test_acted_follows_the_answer_to_what_recorded_something(qtbot, session, ask, answer, heard):
    page, said = QObject(), []
    session.acted.connect(lambda: said.append("acted"))
    getattr(session, ask)(page, lambda _store: answer, said.append)
    session.read(page, lambda _store: "after", said.append)
    qtbot.waitUntil(lambda: "after" in said)
    assert said == [*heard, "after"]


@pytest.mark.parametrize("ask", ["read", "record"])
def test_an_error_goes_to_whoever_asked_and_nothing_counts_as_recorded(qtbot, session, ask):
    page, errors, acted = QObject(), [], []
    session.acted.connect(lambda: acted.append(1))
    getattr(session, ask)(page, lambda _store: 1 / 0, print, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert not acted


def test_an_error_that_nobody_asked_for_reaches_the_excepthook(qtbot, session):
    with qtbot.captureExceptions() as caught:
        session.read(QObject(), lambda _store: 1 / 0, print)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_acted_is_said_even_where_the_answer_cannot_be_shown(qtbot, session):
    page = QObject()
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(session.acted):
        session.record(page, award, lambda _answer: 1 / 0)
    assert caught[0][0] is ZeroDivisionError
