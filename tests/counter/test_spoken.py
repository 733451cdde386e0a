"""A screen reader on every page of the counter: everything used has a name, and is read in the order it is seen in."""

import pytest

from shared.qt import reading_order
from tests.counter.conftest import Counter
from tests.counter.walker import settles
from tests.support.spoken_tree import faults


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_every_page_is_read_whole_and_in_order(counter: Counter, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_order, "is_read", lambda: True)
    counter.signs_in(number)
    assert counter.window.workspace is not None
    found = []
    for place in counter.window.workspace.places:
        page = counter.opens(place.key)
        settles(counter)
        found += [f"{place.key}: {fault}" for fault in faults(page)]
    assert found == []
