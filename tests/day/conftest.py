"""A real hub, a proxy before it that can break connections, and the hall of the scripted day with its real counter."""

import gc
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter import navigation
from counter.__main__ import build
from counter.kit import page_change
from counter.session import Clock
from shared.domain.roles import Role
from shared.people import actions as people
from shared.sync import enrolment
from tests.counter.conftest import Counter, Times
from tests.day.hall import Hall
from tests.day.pc import HALL_ROSTER, OPENING, Pc
from tests.day.screen import AtTheScreen, window_1
from tests.faults.conftest import proxy, server, site
from tests.faults.proxy import Proxy
from tests.hub.site import Device, Site
from tests.support.builders import HALL, PIN, staffed_store
from tests.support.watch import Watch

__all__ = ["proxy", "server", "site"]
AS_IN_PYTHON = (700, 10, 10)
"""How many new objects make Python look for garbage, and every how many times it looks among older ones."""


@pytest.fixture
def hall(site: Site, proxy: Proxy) -> Iterator[Hall]:
    made = Hall(tuple(_pcs(site, proxy)))
    made.everybody_hears(True)
    yield made
    for pc in made.pcs:
        pc.leave()
        pc.device.store.close()


@pytest.fixture
def screen(qtbot: QtBot, hall: Hall) -> Iterator[AtTheScreen]:
    """The real counter at window 1, with its person signed in and on every page once."""
    rarely = gc.get_threshold()
    gc.set_threshold(*AS_IN_PYTHON)  # what it takes of the screen's time is a part of what the watchdog measures
    for role in (Role.STAFF, Role.SUPERVISOR):
        navigation.pages_of(role)  # loaded while a person types their PIN, which here takes no time
    app, first = QApplication.instance(), window_1(hall)
    assert isinstance(app, QApplication)
    page_change.reset()  # another test's page
    window = build(app, first.device.folder, clock=Clock(now=lambda: hall.now, steady=lambda: hall.now - OPENING))
    window.session.call_arbiter = first.may_call
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    first.counter, first.watch = Counter(window, first.device.folder, Times(), first.device.store), Watch(window)
    first.comes("1001")
    yield first
    window.close()
    window.deleteLater()
    qtbot.wait(1)
    gc.set_threshold(*rarely)


def _pcs(site: Site, proxy: Proxy) -> Iterator[Pc]:
    """Windows 1 to 3; the first had the roster and its people's PINs before it joined."""
    store = staffed_store(site.folder / "pc1", HALL_ROSTER[:-1])
    people.import_staff(store, HALL_ROSTER, now=OPENING)
    for number in ("1001", "1005", "2001"):
        people.set_pin(store, number, PIN, now=OPENING)
    store.close()
    for window in (1, 2, 3):
        enrolled = msgspec.structs.replace(site.enroll(f"pc{window}", hall=HALL), port=proxy.port)
        device = Device(enrolled, site.folder / f"pc{window}")
        enrolment.join(device.store, enrolled)
        yield (AtTheScreen if window == 1 else Pc)(device, f"100{window}")
