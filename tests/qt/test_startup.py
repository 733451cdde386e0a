"""Starting: Chinese is written with real glyphs, one instance per folder, errors are logged and shown and survived."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMessageBox

from shared.device import data_folder
from shared.device.data_folder import Trouble
from shared.qt import fonts, startup, trouble
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


COUNTER = """
import sys
import counter.__main__
from counter import navigation
from shared import device_journal
navigation.pages()
print(sorted({"psycopg", "openpyxl", "lxml", "PIL", "jinja2"} & set(sys.modules)))
"""


def test_a_counter_at_rest_has_neither_loaded_what_asks_a_hub_nor_what_writes_files():
    done = subprocess.run([sys.executable, "-c", COUNTER], capture_output=True, text=True, timeout=patience.SECONDS)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


READS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

def read():
    box = QApplication.activeModalWidget()
    if not isinstance(box, QMessageBox):
        return
    print(box.text(), flush=True)
    {each.text(): each for each in box.buttons()}[sys.argv[2]].click()

shown = QMessageBox.exec
def exec_and_read(box):
    QTimer.singleShot(0, read)
    return shown(box)
QMessageBox.exec = exec_and_read
from {app}.__main__ import main
sys.exit(main(["--data", sys.argv[1], *sys.argv[3:]]))
"""


def started(app: str, folder: object, touch: str = "退出 · Quit", *more: str) -> "subprocess.CompletedProcess[str]":
    """The real program on a folder; somebody reads what its first window says and touches a button."""
    program = READS.replace("{app}", app)
    command = [sys.executable, "-c", program, str(folder), touch, *more]
    return subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS)


APPS = pytest.mark.parametrize(
    ("app", "more", "code"),
    [("kiosk", ("--windowed",), 0), ("kiosk", ("--sign", "--windowed"), 0), ("counter", (), 1)],
    ids=["kiosk", "sign", "counter"],
)


@APPS
def test_a_data_path_that_is_a_file_is_said_in_a_window_without_a_traceback(tmp_path, app, more, code):
    file = tmp_path / "hall"
    file.write_text("precious")
    done = started(app, file, "退出 · Quit", *more)
    assert (done.returncode, done.stderr) == (code, "")
    assert "这是一个文件，不是文件夹" in done.stdout
    assert "This is a file" in done.stdout
    assert str(file) in done.stdout
    assert file.read_text() == "precious"


@APPS
def test_a_folder_that_cannot_be_written_is_said_in_a_window_without_a_traceback(tmp_path, app, more, code):
    folder = tmp_path / "hall"
    folder.mkdir()
    folder.chmod(0o500)
    if os.geteuid() == 0:
        folder = Path("/proc/self")  # root may write everywhere, but nobody can here
    done = started(app, folder, "退出 · Quit", *more)
    assert (done.returncode, done.stderr) == (code, "")
    assert "不能写入" in done.stdout


@APPS
def test_a_mistyped_folder_is_not_quietly_made(tmp_path, app, more, code):
    done = started(app, tmp_path / "mistyped", "退出 · Quit", *more)
    assert (done.returncode, done.stderr) == (code, "")
    assert "没有这个文件夹" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_made_when_somebody_asks_for_it(tmp_path):
    program = READS.replace("{app}", "kiosk").replace("from kiosk.__main__ import main", MADE)
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "new" / "hall"), "新建 · Make it"],
        capture_output=True,
        text=True,
        timeout=patience.SECONDS,
    )
    assert done.returncode == 3, done.stderr
    assert (tmp_path / "new" / "hall").is_dir()


def window_of(kind):
    """The trouble's window, where it is the one that is shown."""
    window = QApplication.activeModalWidget()
    return window if isinstance(window, kind) else None


def while_shown(qtbot, kind, do):
    """Do something as soon as the next such window is shown."""
    timer = QTimer(interval=20)

    def look():
        if window := window_of(kind):
            timer.stop()
            do(window)

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_a_locked_screen_cannot_be_ended_by_whoever_stands_before_it_and_goes_on_by_itself(
    qtbot, tmp_path, monkeypatch
):
    monkeypatch.setattr("shared.qt.trouble.LOOK_AGAIN_MS", 50)
    folder = tmp_path / "late disk"

    def touched(window):
        assert window.findChildren(QAbstractButton) == []  # neither 退出 nor 新建
        QTest.keyClick(window, Qt.Key.Key_Escape)
        window.close()
        assert window.isVisible()
        (said,) = window.findChildren(QLabel)
        for part in ("请到窗口", "Please go to a window", str(folder), "kill 4711"):
            assert part in said.text()
        folder.mkdir()

    timer = while_shown(qtbot, QDialog, touched)
    assert trouble.solved(folder, Trouble.MISSING, "", "kill 4711")
    timer.stop()


def test_a_folder_that_could_not_be_made_is_asked_about_again_with_the_reason(qtbot, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "hall"  # as on a full disk: making it fails
    said = []

    def answer(window):
        said.append(window.text())
        if len(said) < 3:
            timers.append(while_shown(qtbot, QMessageBox, answer))
        window.buttons()[0 if len(said) < 3 else 1].click()  # 新建, twice; then 退出
        assert len(window.buttons()) == 2

    timers = [while_shown(qtbot, QMessageBox, answer)]
    assert not trouble.solved(folder, Trouble.MISSING, "")
    assert ["没能新建" in each for each in said] == [False, True, True]
    assert "自动继续" not in said[1]


MADE = """
from pathlib import Path
from shared.qt import startup
main = lambda argv: 3 if startup.begin("kiosk", Path(argv[1])) else 4
"""


def test_the_platforms_own_folder_is_made_at_the_first_start(tmp_path, monkeypatch):
    monkeypatch.delenv("WARM_WINDOW_DATA", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "share" / "warm-window")
    assert data_folder.trouble() is None
    assert (tmp_path / "share" / "warm-window").is_dir()


def test_a_variable_that_names_no_folder_is_found_out_too(tmp_path, monkeypatch):
    monkeypatch.setenv("WARM_WINDOW_DATA", str(tmp_path / "mistyped"))
    assert data_folder.trouble() == (Trouble.MISSING, "")


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


def test_only_the_message_nobody_can_mend_is_silenced(tmp_path):
    command = [sys.executable, "-c", OFFSCREEN, str(tmp_path)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, env=env)
    assert done.stderr == "something else\n"


POOR = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir><match target="scan">
<edit name="family" mode="assign"><string>Droid Sans Fallback</string></edit></match></fontconfig>"""
WHICH = """
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from shared.qt import fonts
app = QGuiApplication([])
found = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
print(found, QFontInfo(fonts.application_font()).family())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_a_font_of_low_quality_is_not_taken_where_there_is_a_better_one(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(POOR.format(folder=fonts.packaged().parent, cache=tmp_path / "cache"))
    env = {**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WHICH]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, env=env)
    assert done.stdout.split("] ") == ["['Droid Sans Fallback'", "Noto Sans CJK SC\n"], done.stderr


WEIGHTS = """
import sys
from pathlib import Path
from PySide6.QtGui import QFont, QFontMetrics
from shared.qt import startup
app = startup.application([], "test", Path(sys.argv[1]))
bold = QFont(app.font())
bold.setBold(True)
print([QFontMetrics(font).horizontalAdvance("Warm Window" * 9) for font in (app.font(), bold)])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_bold_is_bold_where_both_the_system_and_the_package_have_noto(tmp_path):
    """Qt then says Noto Sans CJK SC [ADBO] and [GOOG]; taken for unknown families, all text had one weight."""
    env = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    env["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", WEIGHTS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, env=env)
    regular, bold = json.loads(done.stdout)
    assert bold > regular
