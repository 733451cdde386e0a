"""大字: everything of the counter in larger print, for whoever wants it and for nobody else."""

import pytest
from PySide6.QtCore import Qt

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
    assert theme.current().unit == normal
    counter.signs_in("1001")
    counter.waits(lambda: theme.current().unit == normal * 1.25, "large print again")
    counter.waits(lambda: counter.window.workspace.unit == theme.current().unit, "pages in it")


def test_nothing_that_is_written_is_lost_by_changing_the_print(counter: Counter) -> None:
    normal, page = theme.current().unit, counter.signs_in_at("1001", "diary")
    area = page.findChildren(TextArea)[0]
    area.setFocus()
    counter.types("half a sentence")
    counter.presses(Qt.Key.Key_Equal, CTRL)
    counter.reads("先保存或清空")
    assert (theme.current().unit, area.text()) == (normal, "half a sentence")


def test_single_line_fields_keep_their_text_when_the_print_changes(counter: Counter) -> None:
    """Also on a page that is not the open one, and when it changes twice before it is looked at."""
    counter.signs_in_at("1001", "inquiries").search.setFocus()
    counter.types("139")
    counter.opens("my_cards")
    for _ in range(2):
        unit = theme.current().unit
        counter.presses(Qt.Key.Key_Equal, CTRL)
        counter.waits(lambda unit=unit: counter.window.workspace.unit != unit, "the other print")
    assert counter.opens("inquiries").search.text() == "139"


def test_a_lock_right_after_the_change_of_print_undoes_nothing(counter: Counter) -> None:
    counter.signs_in_at("1001", "inquiries").search.setFocus()
    counter.types("139")
    unit = theme.current().unit
    counter.presses(Qt.Key.Key_Equal, CTRL)
    counter.window.lock()  # before the pages are built in it
    counter.signs_in("1001")
    counter.waits(lambda: counter.window.workspace.unit == unit * 1.25, "large print")
    assert counter.opens("inquiries").search.text() == "139"


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_no_page_is_cut_in_large_print(counter: Counter, number: str) -> None:
    """On a small screen the rest is reached by scrolling down, in English too; on a large one nothing scrolls."""
    counter.signs_in(number)
    unit = theme.current().unit
    counter.presses(Qt.Key.Key_Equal, CTRL)
    counter.waits(lambda: counter.window.workspace.unit == unit * 1.25, "large print")
    counter.english()
    assert counter.window.workspace is not None
    counter.window.setUpdatesEnabled(False)  # laid out, but not painted: faster
    for place in counter.window.workspace.places:
        counter.opens(place.key)
        settles(counter)
        for size in ((1024, 768), (1920, 1080)):
            resizes(counter, size)
            assert counter.window.size().toTuple() == size, place.key
            seen = beyond(counter)
            small = size == (1024, 768)
            assert not [each for each in seen if not (small and each.startswith("scrolls") and each.endswith(" 0]"))], (
                place.key
            )
