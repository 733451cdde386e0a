"""The screen while pages change: the moving picture is the final one, on the first visit too; nothing is blank."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.notice import NoticePage
from kiosk.pages.number import NumberPage
from kiosk.pages.page import AnyPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.progress import ProgressPage
from kiosk.pages.slip import SlipPage
from kiosk.pages.summary import Draft
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.topic import NEW, TopicPage
from kiosk.pages.which import WhichPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from kiosk.store.lobby import InquiryProgress, Slip, State, Visit
from shared.device import codes
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.walk import SLIP, TAKEN
from tests.support.builders import MONDAY

_SETTLES = 4
_SEEN = 24  # of 255
_TOUCHED = 0.03  # the look of a touched or disabled button; a page not painted differs by 8 %
_SMOOTHED = 0.006  # a title or a cursor whose edges are smoothed otherwise; a squashed page differs by 5 % and more


def settle() -> None:
    for _ in range(_SETTLES):
        QApplication.processEvents()


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that differ visibly."""
    assert one.size() == other.size()
    seen = ImageChops.difference(grey(one), grey(other)).histogram()
    return sum(seen[_SEEN + 1 :]) / (one.width() * one.height())


def grey(picture: QImage) -> Image.Image:
    plain = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size, data = (plain.width(), plain.height()), bytes(plain.constBits())
    return Image.frombytes("L", size, data, "raw", "L", plain.bytesPerLine())


def on_screen(window: Any) -> QImage:
    """What was painted last."""
    pixels = window.backingStore().paintDevice()
    assert isinstance(pixels, QImage)
    return pixels.copy()


class Paintings(QObject):
    """Counts how often a page is painted while it slides."""

    def __init__(self, window: Any) -> None:
        super().__init__(window.page)
        self._slide, self.count = window.frame.slide, 0
        window.page.installEventFilter(self)

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint and self._slide.isVisible()
        return False


def first_visits(window: Any) -> Iterator[tuple[type[AnyPage], object]]:
    person = window.session.lobby.people[0]
    yield WhoPage, None
    yield CardsPage, Receiver(person)
    yield TopicPage, NEW
    yield WordsPage, Draft("complaint")
    yield WritePage, WordsPage
    yield PhonePage, Draft("question")
    yield ProgressPage, InquiryProgress("260302-3BFF-01", "open", MONDAY)
    yield TakePage, ""
    yield SlipPage, Slip(TAKEN, SLIP)
    yield WhichPage, tuple(Visit(person, f"number:{n:032}", f"{letter}012") for n, letter in enumerate("AB"))
    yield NumberPage, None
    yield NoticePage, State.CLOSED


@pytest.mark.parametrize("size", [STANDING, LYING], ids=["standing", "lying"])
@pytest.mark.parametrize("senior", [False, True], ids=["normal", "senior"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_page_is_laid_out_before_it_moves(lobby, size, senior, language):
    window = lobby.open(size=size, motion=True)
    window.set_look(senior=senior, contrast=False)
    window.speak(language)
    settle()
    for page, shown_for in first_visits(window):
        window.go(page, shown_for)
        moving = window.frame.slide.incoming.toImage()
        assert not moving.isNull()
        moving = moving.copy(window.frame.slide.rect())
        window.frame.slide.stop()
        settle()
        still = window.grab(window.rect().adjusted(0, window.frame.head.height(), 0, 0)).toImage()
        assert differing(moving, still) < _SMOOTHED, page.__name__


def test_a_page_is_not_painted_again_under_each_frame_of_its_slide(lobby):
    window = lobby.open(motion=True)
    settle()
    lobby.touch(lobby.page.card)
    lobby.sees(WhoPage)
    paintings = Paintings(window)
    assert window.frame.slide.isVisible()
    lobby.qtbot.waitUntil(window.frame.slide.isHidden)
    assert paintings.count == 0


def test_the_cards_stay_on_the_screen_while_one_is_stored(lobby):
    window = lobby.open()
    window.go(CardsPage, Receiver(window.session.lobby.people[0]))
    settle()
    before, held = on_screen(window), Event()
    window.session.background.run_without_store(held.wait, lambda _: None)
    lobby.touch(lobby.page.cards["patient"])
    settle()
    during = on_screen(window)
    held.set()
    assert differing(before, during) < _TOUCHED
    lobby.sees(ThanksPage)


@pytest.mark.parametrize("motion", [False, True])
def test_another_look_is_shown_in_one_go_with_what_was_scanned_meanwhile(lobby, motion):
    window = lobby.open(motion=motion)
    window.go(WhoPage, None)
    lobby.qtbot.waitUntil(window.frame.slide.isHidden)
    settle()
    lobby.qtbot.mouseClick(window.frame.foot.senior, Qt.MouseButton.LeftButton)
    before = on_screen(window)
    window.scanner.handle(codes.Badge("1002"))
    while not window.updatesEnabled():
        assert differing(before, on_screen(window)) == 0
        QApplication.processEvents()
    assert isinstance(window.page, CardsPage)
    assert window.frame.slide.isVisible() is motion
    lobby.qtbot.waitUntil(window.frame.slide.isHidden)
    settle()
    assert differing(on_screen(window), window.grab().toImage()) < _SMOOTHED
