"""A data folder that cannot be used is said in a window, in both languages; a missing one is made on request."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMessageBox

from shared.device import data_folder
from shared.device.data_folder import Trouble
from shared.qt import trouble
from tests.support import patience

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


MADE = """
from pathlib import Path
from shared.qt import startup
main = lambda argv: 3 if startup.begin("kiosk", Path(argv[1])) else 4
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
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
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
        [sys.executable, "-c", program, str(tmp_path / "new" / "hall"), "新建 · Create"],
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
    monkeypatch.setattr("shared.qt.trouble.RETRY_MS", 50)
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


def test_the_platforms_own_folder_is_made_at_the_first_start(tmp_path, monkeypatch):
    monkeypatch.delenv("WARM_WINDOW_DATA", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "share" / "warm-window")
    assert data_folder.trouble() is None
    assert (tmp_path / "share" / "warm-window").is_dir()


def test_a_variable_that_names_no_folder_is_found_out_too(tmp_path, monkeypatch):
    monkeypatch.setenv("WARM_WINDOW_DATA", str(tmp_path / "mistyped"))
    assert data_folder.trouble() == (Trouble.MISSING, "")
