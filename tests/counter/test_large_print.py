"""大字: everything of the counter in larger print, for whoever wants it and for nobody else."""

import pytest
from PySide6.QtCore import Qt

from counter.kit import personal
from counter.kit.words import TextArea
from shared.qt import theme
from tests.counter.conftest import CTRL, Counter
from tests.counter.test_small_screens import beyond, resizes
from tests.counter.walker import settles


def test_large_print_is_one_key_and_belongs_to_the_person(counter: Counter) -> None:
    counter.signs_in("1001")
    normal = theme.current().unit
    counter.opens("diary")
    counter.presses(Qt.Key.Key_Equal, CTRL)
    counter.waits(lambda: counter.window.workspace.shown == "diary", "the same page")
    assert theme.current().unit == normal * 1.25
    settles(counter)
    counter.opens("diary")  # and look at it: keys that come at once would be meant for the page before
    counter.signs_in("1002")
    counter.waits(personal.loaded, "their own settings")
    assert theme.current().unit == normal
    counter.signs_in("1001")
    counter.waits(lambda: theme.current().unit == normal * 1.25, "large print again")
    counter.waits(lambda: counter.window.workspace.unit == theme.current().unit, "pages in it")


def test_nothing_that_is_written_is_lost_by_changing_the_print(counter: Counter) -> None:
    counter.signs_in("1001")
    normal, page = theme.current().unit, counter.opens("diary")
    area = page.findChildren(TextArea)[0]
    area.setFocus()
    counter.types("half a sentence")
    counter.presses(Qt.Key.Key_Equal, CTRL)
    counter.reads("先保存或清空")
    assert (theme.current().unit, area.text()) == (normal, "half a sentence")


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_no_page_is_cut_in_large_print(counter: Counter, number: str) -> None:
    """What finds no room is reached by scrolling: on a small screen that is much, on a large one nothing."""
    counter.signs_in(number)
    counter.presses(Qt.Key.Key_Equal, CTRL)
    assert counter.window.workspace is not None
    for place in counter.window.workspace.places:
        counter.opens(place.key)
        settles(counter)
        for size in ((1024, 768), (1920, 1080)):
            resizes(counter, size)
            assert counter.window.size().toTuple() == size, place.key
            seen = beyond(counter)
            assert not [each for each in seen if size == (1920, 1080) or not each.startswith("scrolls")], place.key
