"""Everything is reachable on small and scaled screens: no page makes the window larger than the screen it is on."""

import pytest
from PySide6.QtCore import Qt

from tests.counter.conftest import CTRL, Counter
from tests.counter.walker import settles

SIZES = ((1024, 768), (1092, 614), (910, 512))
"""1024×768, and 1366×768 at 125 % and 150 %, in the pixels that Qt counts."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_no_page_is_larger_than_the_screen(counter: Counter, number: str, size: tuple[int, int]) -> None:
    counter.signs_in(number)
    assert counter.window.workspace is not None
    for _ in range(2):
        for place in counter.window.workspace.places:
            counter.window.resize(*size)
            counter.opens(place.key)
            settles(counter)
            assert counter.window.size().toTuple() == size, place.key
        counter.presses(Qt.Key.Key_E, CTRL)
