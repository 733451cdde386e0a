"""The kiosk keeps running: one that died is started again, an error leads back to the first page; pages slide."""

import subprocess
import sys
import time
import wave

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.pages.attract import AttractPage
from kiosk.pages.who import WhoPage
from kiosk.process import restart_loop
from kiosk.process.recovery import Recovery
from shared.journal.faults import StoreRebuilt
from shared.qt import sound
from tests.kiosk.test_award import cards
from tests.support import patience

DIES_TWICE = """
import sys
from pathlib import Path
file = Path(sys.argv[1])
starts = len(file.read_text()) if file.exists() else 0
file.write_text("x" * (starts + 1))
sys.exit(0 if starts == 2 else 70)
"""


def test_a_dead_kiosk_is_started_again_until_staff_leave_it(tmp_path):
    file, waits = tmp_path / "starts", []
    assert restart_loop.run([sys.executable, "-c", DIES_TWICE, str(file)], sleep=waits.append) == 0
    assert file.read_text() == "xxx"
    assert waits == [1.0, 1.0]


def test_a_kiosk_that_dies_over_and_over_is_started_after_longer_waits(tmp_path):
    waits = []

    def sleep(seconds):
        waits.append(seconds)
        if len(waits) == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restart_loop.run([sys.executable, "-c", "raise SystemExit(70)"], sleep=sleep)
    assert waits == [1.0, 1.0, 1.0, 1.0, 30.0, 30.0]


KEEPS = """
import sys
from kiosk.process import restart_loop
from tests.support import patience
sys.exit(restart_loop.run([sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without telling it")
def test_a_killed_kiosk_is_up_again_within_seconds_and_ends_with_the_restart_loop():
    run = subprocess.Popen([sys.executable, "-c", KEEPS], stdout=subprocess.PIPE, text=True)
    assert run.stdout.readline() == "up\n"
    (child,) = psutil.Process(run.pid).children()
    child.kill()
    killed = time.monotonic()
    assert run.stdout.readline() == "up\n"
    assert time.monotonic() - killed < patience.SLACK
    run.terminate()
    assert run.wait(patience.SECONDS) == 0
    run.stdout.close()


def test_an_error_leads_home_and_several_in_a_row_end_it():
    now, done = [0.0], []
    recover = Recovery(lambda: done.append("home"), lambda: done.append("end"), lambda: now[0])
    for moment in (0, 100, 110, 120):
        now[0] = moment
        recover(ValueError())
    assert done == ["home", "home", "home", "end"]


def test_a_kiosk_whose_tables_another_version_has_rebuilt_starts_anew_at_once(lobby):
    """It is the newer version then. Opened again by the old one, the tables were rebuilt back under the new counter."""
    done = []
    Recovery(lambda: done.append("home"), lambda: done.append("end"), lambda: 0.0)(StoreRebuilt(""))
    assert done == ["end"]
    session = lobby.open().session
    with pytest.raises(StoreRebuilt):
        session.fail(StoreRebuilt(""))
    assert session.error is None


def test_sliding_pages_take_no_touch_until_they_stand_and_a_card_is_given(lobby):
    window = lobby.open(motion=True)
    lobby.touch(lobby.page.card)
    lobby.sees(WhoPage)
    assert window.frame.slide.isVisible()
    QTest.mouseClick(window.frame.slide, Qt.MouseButton.LeftButton)
    lobby.sees(WhoPage)
    lobby.qtbot.waitUntil(lambda: not window.frame.slide.isVisible())
    lobby.touch(lobby.page.heading.back)
    lobby.sees(AttractPage)
    choices = (lambda page: page.card, lambda page: page.tiles[0], lambda page: page.cards["positive"])
    for choose in choices:
        lobby.qtbot.waitUntil(lambda: not window.frame.slide.isVisible())
        lobby.touch(choose(lobby.page))
    lobby.qtbot.waitUntil(lambda: len(cards(lobby)) == 1)


def test_the_sound_of_thanks_is_short():
    with wave.open(str(sound.THANKS)) as file:
        assert file.getnframes() / file.getframerate() < 1.5
