"""The counter as a process of its own, and what it says when it cannot begin."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from counter.__main__ import build, say_open_already
from counter.kit import page_change
from counter.window import Window
from shared.device import demonstration
from shared.device.demonstration import Demonstration
from shared.journal.store import Store
from shared.qt.translation import Translation
from tests.counter.conftest import Counter, Times
from tests.support import patience
from tests.support.builders import at, empty_store
from tests.support.person import Person

_READS_QUICKLY = """
import sys
from counter import __main__ as counter
counter.MESSAGE_MS = 50
sys.exit(counter.main(sys.argv[1:]))
"""


def test_a_second_counter_on_the_same_folder_says_so_and_leaves(folder: Path) -> None:
    first = subprocess.Popen([sys.executable, "-m", "counter", "--data", str(folder)])
    try:
        patience.until((folder / "counter.lock").exists, "the first counter")
        words = [sys.executable, "-c", _READS_QUICKLY, "--data", str(folder)]
        second = subprocess.run(words, capture_output=True, text=True, timeout=patience.SECONDS)
        assert second.returncode == 1
        assert "already open" in second.stderr
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()


def test_a_second_start_is_told_where_the_counter_is(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    read = []

    def looks() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        read.append(box.text())
        box.accept()

    QTimer.singleShot(50, looks)
    say_open_already(app, "en")
    assert Translation.in_force
    Translation.in_force.uninstall()
    assert read == ["The counter is already open. Look in the task bar, or for its small bar on the screen."]


def _opened(qtbot: QtBot, folder: Path) -> Window:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = build(app, folder)
    qtbot.addWidget(window)
    window.show()
    window.start()
    return window


def test_a_journal_that_does_not_open_is_said_and_stays_said(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "journal.db").mkdir()  # nothing SQLite could open
    window = _opened(qtbot, tmp_path / "data")
    Person(window).reads("本机的数据打不开，请联系管理员")
    assert not window.sign_in.isEnabled()
    window.close()


def test_a_journal_of_a_newer_version_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    """The name of the newer step was shown, and nothing else."""
    store = empty_store(tmp_path / "data")
    store.db.execute_sql("INSERT INTO schema_migration (name, applied) VALUES ('0099_tomorrow', '2027-01-01')")
    store.close()
    window = _opened(qtbot, tmp_path / "data")
    Person(window).reads("数据文件来自更新的版本：请升级这台机器上的暖窗")
    window.close()


def test_a_demonstration_opens_in_its_own_time_at_its_own_page(
    folder: Path, store: Store, qtbot: QtBot, qapp: QApplication
) -> None:
    """Opened today, every page about the present would be empty."""
    demonstration.mark(folder, Demonstration(at("10:30"), "pay"))
    window = build(qapp, folder)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    counter = Counter(window, folder, Times(), store)
    counter.signs_in("9001")
    assert counter.window.workspace
    assert set(counter.window.workspace.pages) == {"pay"}
    assert at("10:30") <= window.session.now() < at("11:30")
    window.translation.uninstall()
    window.close()
    window.deleteLater()  # else it is destroyed with the interpreter, in whatever order that ends
    page_change.reset()
    qtbot.wait(1)
