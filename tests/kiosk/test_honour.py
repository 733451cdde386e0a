"""The honour wall on the kiosk's first page: for those who agreed, in either direction; the sign's is in test_sign."""

import pytest

from kiosk.widgets.honour import HonourStrip
from shared.journal.opening import open_store
from shared.practice.honour import actions, views
from shared.registry import PROJECTIONS
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.honours import honoured, strip
from tests.kiosk.looks import faults
from tests.support.builders import HALL, MONDAY, actor, at


@pytest.mark.parametrize("size", [STANDING, LYING], ids=["standing", "lying"])
def test_the_first_page_shows_who_agreed_and_nobody_else(lobby, size):
    window = lobby.open(size=size, refresh_ms=200)
    assert window.findChildren(HonourStrip) == []  # nothing is built while there is nobody
    store = open_store(lobby.folder, PROJECTIONS)
    honoured(store)
    lobby.qtbot.waitUntil(lambda: "王芳" in strip(window))
    assert strip(window) == "、".join(f"{each.name} {each.words}" for each in views.wall(store, HALL, MONDAY))
    assert "张伟" not in strip(window)
    assert list(faults(window)) == []
    for number in ("1001", "1002"):
        assert actions.set_shown(store, actor(number), False, now=at("10:01")) is None
    lobby.qtbot.waitUntil(lambda: strip(window) == "")
    store.close()
