"""What a kiosk brings after 60 days: somebody of the hall looks at it on the counter's page, and is named for it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.__main__ import build
from counter.kit import page_change
from shared.daily_log import late_records
from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.sync.courier import Courier
from shared.sync.question import Ask
from tests.counter.conftest import CTRL, Counter, Times
from tests.hub.site import Device, Site, card
from tests.hub.test_terminal import PIN, staffed
from tests.support.builders import code

BOSS = Actor("1000", "", Role.SUPERVISOR, "", "A")
LONG_AGO = int(timedelta(days=61).total_seconds() * 1000)


@pytest.fixture
def pc(site: Site) -> Device:
    """A counter of hall A; its kiosk has just brought two cards of two months ago."""
    pc = staffed(site)
    kiosk = site.device("k1", "kiosk", clock=lambda: wall_clock() - LONG_AGO)
    kiosk.record(card("1001"))
    kiosk.record(card("1001"))
    kiosk.clock = wall_clock
    kiosk.sync()
    return pc


def ask_of(pc: Device) -> Ask:
    return partial(Courier(pc.folder, pc.open).ask, patience=30)


def test_late_records_are_let_in_by_a_named_person(pc: Device, site: Site) -> None:
    ask, other = ask_of(pc), site.device("other")
    first, second = late_records.waiting(ask) or ()
    assert (first.device, first.kind) == ("k1", "card_awarded")
    assert "1001" in late_records.said(pc.store, first)
    assert code(
        late_records.decide(pc.store, ask, Actor("1001", "", Role.STAFF, "", "A"), [first], let_in=True, now=1)
    ) == ("not_allowed")
    decided = late_records.decide(pc.store, ask, BOSS, [first], let_in=True, now=pc.clock())
    assert not isinstance(decided, Refusal)
    assert not isinstance(late_records.decide(pc.store, ask, BOSS, [second], let_in=False, now=pc.clock()), Refusal)
    assert late_records.waiting(ask) == ()
    pc.sync()
    other.sync()
    assert {event.replace("-", "") for event in decided.events} == other.cards()
    told = [event for event in other.store.events() if event.kind == "late_looked"]
    assert [(event.actor, event.body["let_in"]) for event in told] == [("1000", True), ("1000", False)]
    assert site.sql("SELECT fault FROM hub.event WHERE kind = 'card_awarded' ORDER BY fault") == [("",), ("left",)]


def test_without_an_answer_nothing_is_decided(pc: Device) -> None:
    (first, _) = late_records.waiting(ask_of(pc)) or ()
    silent: Callable[..., None] = lambda question: None  # noqa: E731
    before = len(pc.store.events())
    assert code(late_records.decide(pc.store, silent, BOSS, [first], let_in=True, now=pc.clock())) == "hub_silent"
    assert len(pc.store.events()) == before


def test_the_supervisor_decides_on_the_page(pc: Device, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    times = Times(start=pc.clock())
    window = build(app, pc.folder, clock=times.clock())
    window.session.ask_hub = ask_of(pc)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    counter = Counter(window, pc.folder, times, pc.store)
    counter.signs_in("1000", PIN)
    page = counter.opens("late")
    counter.waits(lambda: page.table.rows.rowCount() == 2, "what waits")
    page.take_focus()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(counter.dialog, "the question")
    counter.taps_last("采用")
    counter.waits(lambda: page.table.rows.rowCount() == 1, "one to be gone")
    told = counter.until(lambda store: [e for e in store.events() if e.kind == "late_looked"])
    assert [event.actor for event in told] == ["1000"]
    window.translation.uninstall()
    window.close()
    window.deleteLater()
    page_change.reset()
    qtbot.wait(1)
