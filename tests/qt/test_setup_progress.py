"""An empty folder is set up before its app opens, and only then: what counts as empty, and the real kiosk on one."""

import os
import subprocess
import sys

import pytest

from shared.device import setup_progress
from tests.support import patience

LEAVES = """
import sys
from PySide6.QtCore import QTimer
from kiosk import __main__ as kiosk
from counter.first_day.window import FirstDay

def seen(self, left_at="", begin=FirstDay.begin):
    begin(self, left_at)
    print("first day", self.page is None, flush=True)
    self.finished = True
    QTimer.singleShot(0, self, self.close)
FirstDay.begin = seen
def built(*words, build=kiosk.build, **more):
    window = build(*words, **more)
    print("kiosk", flush=True)
    window.painted.connect(lambda: kiosk.startup.QApplication.exit(3))
    return window
kiosk.build = built
sys.exit(kiosk.main(["--windowed", "--size", "600x1000", "--data", sys.argv[1]]))
"""


@pytest.mark.parametrize(
    ("there", "needed"),
    [
        ((), True),
        (("fonts.conf", "kiosk.lock", "device.json"), True),
        (("journal.db",), False),
        (("backups",), False),  # its journal was lost: it is recovered, not set up
        (("hub.member",), False),
        (("journal.db", "setting-up"), True),
    ],
)
def test_a_folder_is_set_up_that_nobody_worked_in_or_finished(tmp_path, there, needed):
    for name in there:
        (tmp_path / name).touch()
    assert setup_progress.needed(tmp_path) is needed


def test_the_step_it_was_left_at_is_read_back_until_it_ends(tmp_path):
    assert setup_progress.left_at(tmp_path) == ""
    setup_progress.note(tmp_path, "first_people")
    assert setup_progress.left_at(tmp_path) == "first_people"
    setup_progress.end(tmp_path)
    setup_progress.end(tmp_path)
    assert setup_progress.left_at(tmp_path) == ""


def test_the_kiosk_opens_after_its_first_day(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LEAVES, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=patience.SECONDS,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stdout.splitlines()) == (3, ["first day True", "kiosk"]), done.stderr
    assert "Traceback" not in done.stderr
