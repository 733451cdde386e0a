"""A screen reader on every page of the kiosk: everything used has a name, and is read in the order it is seen in."""

from PySide6.QtWidgets import QApplication

from shared.qt import reading_order
from tests.kiosk.walk import pages
from tests.support.spoken_tree import faults

_SETTLES = 8


def test_every_page_is_read_whole_and_in_order(lobby, monkeypatch):
    monkeypatch.setattr(reading_order, "is_read", lambda: True)
    window, found = lobby.open(), []
    for name in pages(window):
        reading_order.arrange_soon(window.page)  # as after news of the hall, which the walk puts on the page itself
        for _ in range(_SETTLES):
            QApplication.processEvents()
        found += [f"{name}: {fault}" for fault in faults(window.page)]
    assert found == []
