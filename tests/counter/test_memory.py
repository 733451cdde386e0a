"""A counter runs for weeks: of the pages of whoever was here before, nothing is left behind."""

from collections import Counter as Count

import pytest

from counter.kit.page import Page
from tests.counter.conftest import Counter
from tests.support.living import Living


def places(counter: Counter) -> list[str]:
    workspace = counter.window.workspace
    assert workspace is not None
    return [place.key for place in workspace.places]


def shown(counter: Counter) -> Count[type]:
    workspace = counter.window.workspace
    assert workspace is not None
    return Count(map(type, workspace.pages.values()))


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_pages_of_who_was_here_before_are_freed(counter: Counter, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    living = Living(Page, monkeypatch)
    counter.signs_in(number)
    for key in places(counter):
        counter.opens(key)
    counter.signs_in("1002")
    counter.waits(lambda: living.counts() == shown(counter), "the pages to be freed")  # a page reads until then
