"""The hall's sign alone on the PC of a wall: the calls of the counters reach it, and it says when they cannot."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kiosk.__main__ import build_sign, start_sync
from shared import device_journal
from shared.practice.line import actions
from tests.hub.site import Site
from tests.hub.test_runner import joined, runner
from tests.support.builders import MORNING, actor, staffed_store
from tests.support.person import Person


class Recorded(QObject):
    """Something was recorded: the courier does not wait for its next round."""

    acted = Signal()


def test_the_sign_shows_what_a_counter_of_the_hall_calls(site: Site, tmp_path: Path, qapp: QApplication) -> None:
    desk, wall = tmp_path / "desk", tmp_path / "wall"
    staffed_store(desk).close()
    joined(site, desk, "counter", "desk")
    joined(site, wall, "kiosk", "wall")
    sign = build_sign(qapp, wall, "zh_CN", lambda: MORNING, poll_ms=50)
    recorded = Recorded()
    end = start_sync(wall, sign.courier_reported.emit, sign.background.ready, recorded.acted)
    with runner(desk, []) as there:
        with device_journal.opened(desk, now=MORNING) as store:
            actions.take(store, "gas_payment", now=MORNING)
            actions.call_next(store, actor("1001"), now=MORNING)
        there.nudge()
        sign.resize(1920, 1080)
        sign.show()
        Person(sign).reads("A001")
    site.close()
    recorded.acted.emit()
    Person(sign).reads("已断线")
    end()
    sign.close()
    sign.deleteLater()
