"""The first page while others work on the same journal: what did not change is left as it is."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.line import actions
from tests.counter.conftest import Counter
from tests.support.builders import at
from tests.support.person import passes


def test_only_changed_rows_are_rebuilt(counter: Counter, store: Store) -> None:
    page = counter.signs_in_at("1001", "home")
    counter.reads("无")  # its lists come a frame after the rest
    read, widgets = page.data, set(page.findChildren(QWidget))
    actions.take(store, "gas_payment", now=at("10:31"))
    counter.waits(lambda: page.data is not read, "the page read again")
    assert set(page.findChildren(QWidget)) == widgets
    cards.award(store, "1001", P.POLITE, now=at("10:32"))
    counter.reads("今天 1 张")
    assert set(page.findChildren(QWidget)) != widgets


def test_a_page_chosen_before_the_first_has_opened_stays_open(counter: Counter) -> None:
    window = counter.window

    def chooses() -> None:
        """As soon as there is something to choose from."""
        if window.workspace is None:
            QTimer.singleShot(0, chooses)
        else:
            window.workspace.open("home")

    window.sign_in.signed_in.connect(lambda _: chooses())
    counter.signs_in("1001")
    passes(100)
    assert window.workspace.stack.currentWidget() is window.workspace.pages["home"]
