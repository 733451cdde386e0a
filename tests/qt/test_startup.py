"""Starting: one instance per folder, little loaded before the first frame, errors logged, shown and survived."""

import os
import subprocess
import sys

from PySide6.QtCore import QTimer

from shared.qt import startup
from tests.support import patience


def test_one_instance_per_folder(tmp_path):
    first = startup.only_one(tmp_path, "kiosk")
    assert first is not None
    assert startup.only_one(tmp_path, "kiosk") is None
    assert startup.only_one(tmp_path, "counter") is not None
    first.unlock()
    assert startup.only_one(tmp_path, "kiosk") is not None


def test_an_error_in_a_slot_is_logged_and_shown_and_the_app_lives(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown = []
    end = startup.start_log(tmp_path, "kiosk")
    try:
        startup.catch_errors(shown.append)
        QTimer.singleShot(0, lambda: sys.excepthook(ValueError, ValueError("torn slot"), None))
        qtbot.waitUntil(lambda: bool(shown))
    finally:
        end()
    assert "torn slot" in (tmp_path / "log" / "kiosk.log").read_text("utf-8")


PROGRAM = """
import linecache
import sys
from pathlib import Path
from kiosk.__main__ import build, parse_arguments
from kiosk.store.session import KioskSession
from shared.qt import startup
KioskSession.start = lambda self: None  # what it loads comes after, on its own thread
app = startup.application([], "kiosk", Path(sys.argv[1]))
window = build(app, Path(sys.argv[1]), parse_arguments(["--windowed"]))
heavy = {"peewee", "psycopg", "sqlite3", "pysqlite3", "msgspec", "openpyxl", "shared.practice.cards.actions"}
read = list(linecache.cache)
window.painted.connect(lambda: (print(sorted(heavy & set(sys.modules)), read), window.end_program()))
window.resize(600, 1000)
window.show()
app.exec()
window.session.close()
"""


def test_nothing_heavy_is_loaded_before_the_first_frame_and_no_source_kept(tmp_path):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[] []"


AT_REST = """
import sys
from pathlib import Path
import counter.__main__
from counter import navigation
from shared import device_journal
from shared.domain.roles import Role
from shared.sync.runner import CourierRunner
CourierRunner(Path(sys.argv[1]), device_journal.open_now).ask(None)
device_journal.open_here(Path(sys.argv[1]), now=0, kiosk=True).close()
print(*sorted({name.split(".")[2] for name in sys.modules if ".practice." in name and ".actions" in name}))
pages = {name.partition(":")[0] for name in navigation.PAGES}
for role in (None, Role.STAFF, Role.SUPERVISOR, Role.OFFICE):
    role and navigation.pages_of(role)
    print(*sorted({name.split(".")[1] for name in pages & set(sys.modules)}))
heavy = {"shared.sync.courier", "psycopg", "openpyxl", "lxml", "PIL", "jinja2", "http.client", "ssl"}
print(sorted(heavy & set(sys.modules)))
"""


def test_at_rest_only_what_the_device_and_the_role_need_is_loaded(tmp_path):
    """What asks a hub or writes files is not, whoever has signed in."""
    command = [sys.executable, "-c", AT_REST, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS)
    assert done.returncode == 0, done.stderr
    kiosk, nobody, staff, supervisor, office, heavy = done.stdout.splitlines()
    assert kiosk == "inquiries"  # a kiosk erases phone numbers; the other daily duties are a counter's
    assert (nobody, staff, supervisor) == ("", "desk queue staff", "desk queue staff supervisor")
    assert (office, heavy) == ("desk office queue staff supervisor", "[]")


OFFSCREEN = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget
from shared.qt import startup
from pathlib import Path
import sys
app = startup.application([], "kiosk", Path(sys.argv[1]))
window = QWidget()
window.setFixedSize(300, 200)
window.show()
qWarning("something else")
"""


def test_only_one_known_message_of_qt_is_silenced(tmp_path):
    command = [sys.executable, "-c", OFFSCREEN, str(tmp_path)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, env=env)
    assert done.stderr == "something else\n"
