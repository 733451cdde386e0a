"""Nothing is cut, nothing overlaps, every target is large enough: every page, both orientations, all variants.

In a full hall: eight on duty with long names, a long hall name, two numbers called.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from kiosk.pages.attract import AttractPage
from kiosk.pages.take import TakePage
from kiosk.store.lobby import Wait
from kiosk.widgets import title_size
from kiosk.widgets.scene import WindowScene
from kiosk.widgets.tiles import Tile
from shared.qt import theme
from shared.qt.widgets import Symbol
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.crowd import crowded
from tests.kiosk.large_print import ROUNDING, TIMES, Prints, prints_of, too_small
from tests.kiosk.looks import Stretched, faults
from tests.kiosk.walk import pages

SIZES = {"standing": STANDING, "lying": LYING}
SENIOR = pytest.mark.parametrize("senior", [False, True], ids=["normal", "senior"])
SMALL = (768, 1366)
_SETTLES = 3  # a text that needs two lines makes its page be laid out once more


def test_the_first_page_is_laid_out_for_its_window_at_once(lobby, monkeypatch):
    """For another size first, its titles would be restyled and back before anybody sees it."""
    restyled = []
    monkeypatch.setattr(title_size, "set_property", lambda *_: restyled.append(1))
    lobby.open()
    assert restyled == []


@contextmanager
def spoken(window, language: str) -> Iterator[None]:
    """The window speaks zh_CN, en, or a language whose texts are half as long again."""
    if language != "stretched":
        window.speak(language)
        yield
        return
    stretched, app = Stretched(), QApplication.instance()
    app.installTranslator(stretched)
    yield
    app.removeTranslator(stretched)


def found(window) -> list[str]:
    return looked_at(window)[0]


def looked_at(window) -> tuple[list[str], Prints]:
    """What is wrong on all pages, and how large each text is."""
    seen, prints = [], {}
    for name in pages(window):
        for _ in range(_SETTLES):
            QApplication.processEvents()
        seen += [f"{name}: {fault}" for fault in faults(window)]
        prints |= prints_of(window, name)
    return seen, prints


def full(lobby, size):
    """A kiosk in a full hall, which stays so: the real one is not read again meanwhile. Laid out, but not painted."""
    window = lobby.open(size=size, refresh_ms=3_600_000)
    window.setUpdatesEnabled(False)
    window.session.lobby = crowded(window.session.lobby)
    return window


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_pages_are_whole_and_every_text_half_as_large_again_in_large_print(lobby, size, language):
    """Each pair of variants comes once; contrast, which changes colours and borders, with every other of them."""
    window = full(lobby, SIZES[size])
    window.speak(language)
    seen = []
    for senior in (False, True):
        window.set_look(senior=senior, contrast=(size == "lying") ^ senior ^ (language == "en"))
        wrong, prints = looked_at(window)
        assert wrong == []
        seen.append(prints)
    assert too_small(*seen) == []


@pytest.mark.parametrize("size", SIZES)
def test_pages_are_whole_with_texts_half_as_long_again(lobby, size):
    """Large print is laid out for the two languages there are."""
    window = full(lobby, SIZES[size])
    with spoken(window, "stretched"):
        window.set_look(senior=False, contrast=size == "lying")
        assert found(window) == []


@pytest.mark.parametrize(("size", "language"), [("lying", "zh_CN"), ("standing", "en")])
def test_large_print_in_strong_contrast_is_whole(lobby, size, language):
    """Who needs one of them often needs the other: both together also where the variants above have but one."""
    window = full(lobby, SIZES[size])
    with spoken(window, language):
        window.set_look(senior=True, contrast=True)
        assert found(window) == []


@SENIOR
def test_pages_are_whole_on_a_small_screen(lobby, senior):
    window = full(lobby, SMALL)
    window.set_look(senior=senior, contrast=False)
    assert found(window) == []


@SENIOR
@pytest.mark.parametrize("size", [*SIZES.values(), SMALL], ids=[*SIZES, "small"])
def test_who_waits_is_read_with_the_service(lobby, size, senior):
    """Below the name it had no room: both were cut to their lower halves."""
    window = full(lobby, size)
    waits = {service: Wait(waiting=12, windows=(), minutes=25) for service in window.session.lobby.services}
    window.session.lobby = replace(window.session.lobby, waits=waits)
    window.set_look(senior=senior, contrast=False)
    window.go(TakePage, "")
    for _ in range(_SETTLES):
        QApplication.processEvents()
    assert [*faults(window)] == []
    assert any("12" in label.text() for label in window.page.findChildren(QLabel) if label.isVisible())


def test_the_service_that_somebody_waits_for_has_a_symbol_as_large_as_its_neighbours(lobby):
    window = full(lobby, SIZES["standing"])
    service, *_ = window.session.lobby.services
    window.session.lobby = replace(window.session.lobby, waits={service: Wait(waiting=1, windows=(), minutes=5)})
    window.go(TakePage, "")
    for _ in range(_SETTLES):
        QApplication.processEvents()
    symbols = [symbol for tile in window.page.findChildren(Tile) for symbol in tile.findChildren(Symbol)]
    heights = [symbol.square().height() for symbol in symbols]
    assert max(heights) <= 1.1 * min(heights)


def scene_print(window) -> float:
    window.home()
    for _ in range(_SETTLES):
        QApplication.processEvents()
    assert isinstance(window.page, AttractPage)
    return window.page.findChild(WindowScene).name_size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_five_names_on_the_sill_are_half_as_large_again(lobby, size, language):
    window = lobby.open(size=SIZES[size])
    window.speak(language)
    prints = []
    for senior in (False, True):
        window.set_look(senior=senior, contrast=False)
        prints.append(scene_print(window))
    normal, large = prints
    assert large >= normal * TIMES - ROUNDING


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


def test_every_service_has_a_symbol_of_its_own(lobby):
    window = lobby.open(size=LYING)
    window.go(TakePage, "")
    for _ in range(_SETTLES):
        QApplication.processEvents()
    pictures = [tile.findChild(Symbol).grab().toImage() for tile in lobby.page.services.values()]
    assert len({picture.size().toTuple() for picture in pictures}) == 1  # else they would differ by that alone
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
