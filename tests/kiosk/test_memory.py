"""A kiosk runs for months: what is built anew for another print leaves nothing behind."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from kiosk.keyboard.keyboard import Keyboard
from kiosk.pages.page import Page
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from tests.kiosk.walk import pages
from tests.support.living import Living

CHANGES = 5
LARGE = 500  # pixels wide


def test_keyboards_of_another_print_are_freed(lobby, monkeypatch):
    keyboards = Living(Keyboard, monkeypatch)
    window = lobby.open()
    for change in range(CHANGES):
        window.go(WritePage, WordsPage)
        window.set_look(senior=bool(change % 2), contrast=False)
    lobby.answered()  # a page lives until the words of Pinyin that it asked for are read
    assert 0 < keyboards.counts().total() <= 2


def test_pages_of_another_print_are_freed(lobby, monkeypatch):
    living = Living(Page, monkeypatch)
    window = lobby.open()
    kinds = set()
    for senior in (False, True):
        window.set_look(senior=senior, contrast=False)
        for _ in pages(window):
            kinds.add(type(window.page))
    window.set_look(senior=False, contrast=False)
    lobby.answered()  # a page lives until the printer it asked has said something
    counts = living.counts()
    assert counts
    assert {kind.__name__: counts[kind] for kind in kinds if counts[kind] > 1} == {}


def large_pictures():
    """How many there are in memory; nobody collects garbage first."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return sum(type(each) is QPixmap and each.width() > LARGE for each in gc.get_objects())


def test_large_pictures_of_another_print_are_freed_with_its_window(lobby):
    """They take 18 MB, and Python looks for cycles among old objects once in fifty changes."""
    window = lobby.open(motion=True)
    gc.collect()
    for change in range(CHANGES):
        window.set_look(senior=bool(change % 2), contrast=False)
        for go in (lambda: window.go(WhoPage, None), window.home):
            go()
            QApplication.processEvents()
    lobby.answered()  # no thread may make anything while all objects are looked at
    assert large_pictures() <= 3  # the first page's, and two of a slide
