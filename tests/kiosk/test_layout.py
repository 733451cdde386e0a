"""Nothing is cut, nothing overlaps, every target is large enough: every page, both orientations, all variants."""

import pytest
from PySide6.QtWidgets import QApplication

from shared.qt import theme
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.looks import Stretched, faults
from tests.kiosk.walk import pages

SIZES = pytest.mark.parametrize("size", [STANDING, LYING], ids=["standing", "lying"])
SMALL = (768, 1366)


def found(window) -> list[str]:
    seen = []
    for name in pages(window):
        QApplication.processEvents()
        QApplication.processEvents()
        seen += [f"{name}: {fault}" for fault in faults(window)]
    return seen


@SIZES
@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("senior", [False, True], ids=["normal", "senior"])
def test_pages_are_whole(lobby, size, language, senior):
    window = lobby.open(size=size)
    window.speak(language)
    window.dress(senior=senior, contrast=False)
    assert found(window) == []


@SIZES
def test_pages_are_whole_with_texts_half_as_long_again(lobby, size):
    window = lobby.open(size=size)
    stretched = Stretched()
    app = QApplication.instance()
    app.installTranslator(stretched)
    try:
        window.dress(senior=False, contrast=False)
        assert found(window) == []
    finally:
        app.removeTranslator(stretched)


def test_high_contrast_changes_colours_only(lobby):
    window = lobby.open(size=SMALL)
    window.dress(senior=False, contrast=True)
    assert found(window) == []


@pytest.mark.parametrize("dpi", [92.0, 160.0, 300.0])
def test_award_buttons_are_twenty_millimetres_on_any_glass(lobby, monkeypatch, dpi):
    monkeypatch.setattr(theme, "real_dpi", lambda _screen: dpi)
    lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    for tile in (*lobby.page.cards.values(), lobby.page.opinion):
        assert min(tile.width(), tile.height()) / dpi * 25.4 >= 20
    first, second = lobby.page.cards["polite"], lobby.page.cards["patient"]
    assert (second.x() - first.geometry().right() - 1) / dpi * 25.4 >= 3 - 0.3
