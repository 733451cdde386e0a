"""The window around the pages: its languages, and that customers cannot leave it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_language_switches_at_once_on_any_page(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    lobby.touch(window.frame.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("Patient"))
    lobby.touch(window.frame.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("耐心"))


def test_locked_means_no_frame_no_menu_no_closing(lobby):
    window = lobby.open(locked=True)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.close()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()
    assert window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
