"""The disk is full before the kiosk starts: it starts all the same, says so, and the restart loop keeps running."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from shared.journal import faults
from tests.support import patience
from tests.support.builders import staffed_today
from tests.support.small_disk import fill, small_disk

__all__ = ["small_disk"]

LOOK = """
import sys
from PySide6.QtCore import QTimer
from kiosk import __main__ as kiosk

def begin(*words, build=kiosk.build, **more):
    window = build(*words, **more)
    window.session.changed.connect(lambda: QTimer.singleShot(0, lambda: report(window)))
    return window
def report(window):
    print(type(window.page).__name__, window.session.state, flush=True)
    window.end_program()
    sys.exit(0)
kiosk.build = begin
sys.exit(kiosk.main(["--windowed", "--always-open", "--size", "600x1000", "--data", sys.argv[1]]))
"""


def environment() -> dict[str, str]:
    """As a machine gives it whose fonts the kiosk has to bring itself."""
    kept = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def page_seen(data: Path) -> str:
    """The page that the real program shows once it knows its store, and why."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(data)],
        capture_output=True,
        text=True,
        timeout=patience.SECONDS,
        env=environment(),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def new_folder(disk: Path) -> Path:
    """As a kiosk's set-up leaves it: a named folder has to be there, or the program asks about it in a window."""
    folder = disk / "data"
    folder.mkdir()
    return folder


def test_a_new_kiosk_on_a_full_disk_shows_that_it_cannot_be_used(small_disk):
    data = new_folder(small_disk)
    fill(small_disk, leave=0)
    assert page_seen(data) == "NoticePage broken"


def test_a_set_up_kiosk_on_a_full_disk_works_again_once_there_is_room(small_disk):
    data = small_disk / "data"
    staffed_today(data).close()
    (data / faults.BALLAST).unlink()
    filler = fill(small_disk, leave=0)
    assert page_seen(data) == "NoticePage broken"
    filler.unlink()
    assert page_seen(data) == "AttractPage open"


@pytest.fixture
def kept(small_disk):
    """A kiosk and its restart loop, started on a full disk."""
    data = new_folder(small_disk)
    fill(small_disk, leave=0)
    start = [sys.executable, "-m", "kiosk", "--keep", "--windowed", "--size", "600x1000"]
    run = subprocess.Popen([*start, "--data", str(data)], env=environment())
    yield run, data
    run.terminate()
    run.wait(patience.SECONDS)


def test_the_restart_loop_does_not_take_a_full_disk_for_staff_who_left(qtbot, kept):
    run, data = kept
    qtbot.waitUntil(
        (data / "in-use.db").exists, timeout=patience.MS
    )  # the kiosk has shown itself and asks for its store
    (kiosk,) = psutil.Process(run.pid).children()
    assert run.poll() is None
    assert kiosk.is_running()
