"""Starting: Chinese is written with real glyphs, one instance per folder, errors are logged and shown and survived."""

import subprocess
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontInfo, QRawFont

from shared.qt import fonts, startup
from tests.support import patience

CHINESE = "暖窗谢谢您首问责任人"


def test_the_font_writes_chinese(qtbot):
    raw = QRawFont.fromFont(fonts.application_font())
    assert all(raw.supportsCharacter(ord(letter)) for letter in CHINESE)
    assert QFontInfo(fonts.application_font()).family()


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
import sys
from pathlib import Path
from kiosk.__main__ import build, parse_arguments
from kiosk.store.session import KioskSession
from shared.qt import startup
KioskSession.start = lambda self: None  # what it loads comes after, on its own thread
app = startup.application([], "kiosk", Path(sys.argv[1]))
window = build(app, Path(sys.argv[1]), parse_arguments(["--windowed"]))
heavy = {"peewee", "psycopg", "sqlite3", "pysqlite3", "msgspec", "openpyxl", "shared.practice.cards.actions"}
window.painted.connect(lambda: (print(sorted(heavy & set(sys.modules))), window.leave()))
window.resize(600, 1000)
window.show()
app.exec()
window.session.close()
"""


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
