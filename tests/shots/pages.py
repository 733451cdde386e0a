"""Every page of the two apps, one after the other, handed to `take(picture, name)` as it is shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import counter.__main__ as counter_app
import kiosk.__main__ as kiosk_app
from counter.session import Clock
from counter.window import Window
from tests.kiosk.walk import pages
from tests.shots.hall import NOW, ROLES
from tests.support.person import Person

_DESK = (1366, 768)
_SETTLE_MS = 120
_READINGS = 3  # a page reads its list, a list what is beside its first line
Take = Callable[[QPixmap, str], None]


def kiosk_pages(
    app: QApplication, folder: Path, size: tuple[int, int], language: str, senior: bool, contrast: bool, take: Take
) -> None:
    """The kiosk's pages in one size, language and variant."""
    options = kiosk_app.parse_arguments(["--windowed", "--still"])
    window = kiosk_app.build(app, folder, options, lambda: NOW)
    window.resize(*size)
    window.show()
    Person(window).waits(lambda: window.session.lobby, "the hall")
    window.speak(language)
    window.set_look(senior=senior, contrast=contrast)
    for name in pages(window):
        QTest.qWait(_SETTLE_MS)
        take(window.grab(), name.replace(" ", "-"))
    window.session.close()
    window.hide()
    window.deleteLater()


def counter_pages(app: QApplication, folder: Path, pins: dict[str, str], language: str, take: Take) -> None:
    """The counter's pages: sign-in, then what each role may open, none twice."""
    seen: set[str] = set()
    for role, number in ROLES.items():
        window = counter_app.build(app, folder, language, Clock(now=lambda: NOW))
        window.resize(*_DESK)
        window.show()
        window.start()
        person = Person(window)
        person.waits(lambda w=window: w.session.here.people, "the people")
        if not seen:
            take(window.grab(), "sign-in")
        person.types(number)
        person.types(pins[number], into=window.sign_in.pin.accessibleName())
        person.waits(lambda w=window: w.workspace, role)
        for place in window.workspace.places:
            if place.key not in seen:
                seen.add(place.key)
                page = window.workspace.open(place.key)
                person.waits(lambda p=page: p.filled, place.key)
                _read_out(window, person)
                QTest.qWait(_SETTLE_MS)
                take(window.grab(), place.key)
        window.session.background.close()
        window.hide()
        window.deleteLater()


def _read_out(window: Window, person: Person) -> None:
    """Wait until everything that was asked of the journal has been answered, and what was asked because of it."""
    for _ in range(_READINGS):
        answers: list[bool] = []
        window.session.read(window, lambda _store: True, answers.append)
        person.waits(lambda answers=answers: answers, "the journal")
