"""Everything is reachable on small and scaled screens: no page makes the window larger than the screen it is on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from shared.daily_log.page import CardTotals, InquiryTotals, PauseTotals, Totals
from shared.practice.cards.facts import P
from tests.counter.conftest import CTRL, Counter
from tests.counter.walker import cut, settles


def beyond(counter: Counter) -> list[str]:
    """What is there and can't be seen: labels that are cut, and how far the open page has to be scrolled for the rest.

    The figures of the day were cut, English pages slid sideways, and the buttons below a table stood off the screen.
    """
    stack = counter.window.workspace.stack
    area = next(a for a in counter.window.findChildren(QScrollArea) if a.widget() is stack)
    bars = [bar.maximum() for bar in (area.verticalScrollBar(), area.horizontalScrollBar())]
    return [*(f"scrolls {bars}" for _ in range(any(bars))), *cut(stack.currentWidget())]


SIZES = ((1024, 768), (910, 512))
"""1024×768, and 1366×768 at 150 %, in the pixels that Qt counts; what fits there fits at 125 % (1092×614) too."""
_LAYOUTS = 3  # a text that needs two lines makes its page be laid out once more


def resizes(counter: Counter, size: tuple[int, int]) -> None:
    """Until the open page is laid out for this size."""
    counter.window.resize(*size)
    for _ in range(_LAYOUTS):
        QApplication.processEvents()


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_no_page_is_larger_than_the_screen(counter: Counter, number: str) -> None:
    counter.signs_in(number)
    assert counter.window.workspace is not None
    counter.window.setUpdatesEnabled(False)  # laid out, but not painted: faster
    for _ in range(2):
        for place in counter.window.workspace.places:
            counter.opens(place.key)
            settles(counter)
            assert counter.window.isActiveWindow(), f"{place.key} showed one of its parts as a window of its own"
            for size in SIZES:
                resizes(counter, size)
                assert counter.window.size().toTuple() == size, place.key
                assert size != SIZES[0] or not beyond(counter), place.key
        counter.presses(Qt.Key.Key_E, CTRL)


def test_the_figures_of_the_day_have_room_also_when_they_have_grown(counter: Counter) -> None:
    counter.signs_in("2001")
    counter.window.resize(*SIZES[0])
    page = counter.opens("day")
    settles(counter)
    cards = CardTotals(customers={p.value: 88 for p in P}, staff={"polite": 12}, suspect=11, excluded=17)
    page.tiles.show_totals(Totals(cards, PauseTotals(12, 10, 11, 10), InquiryTotals(25, 21, 15, 13, 11), 180, 99, {}))
    settles(counter)
    assert not beyond(counter)


def test_home_and_end_go_to_the_first_and_last_row(counter: Counter) -> None:
    table = counter.signs_in_at("2001", "roster").table
    table.setFocus()
    for key, place in ((Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0)):
        counter.presses(key)
        assert table.current() == table.rows.rows[place]
