"""A counter runs for weeks: of the pages of whoever was here before, nothing is left behind."""

import gc
from collections import Counter as Count

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from counter.kit.page import Page
from tests.counter.conftest import Counter


def alive() -> Count[type]:
    """How many pages of each class there are for Python, also those whose widget is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return Count(type(each) for each in gc.get_objects() if issubclass(type(each), Page))


def places(counter: Counter) -> list[str]:
    workspace = counter.window.workspace
    assert workspace is not None
    return [place.key for place in workspace.places]


def shown(counter: Counter) -> Count[type]:
    workspace = counter.window.workspace
    assert workspace is not None
    return Count(map(type, workspace.pages.values()))


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_pages_of_who_was_here_before_are_freed(counter: Counter, number: str) -> None:
    before = alive()  # of counters of other tests that Python still holds
    counter.signs_in(number)
    for key in places(counter):
        counter.opens(key)
    counter.signs_in("1002")
    counter.waits(lambda: not alive() - before - shown(counter), "the pages to be freed")  # a page reads until then
