"""The splash: shown before any page is loaded, gone once the pages are there; if they fail the program ends."""

import os
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.shell.splash import Splash
from shared.qt import theme
from tests.support import patience
from tests.support.builders import empty_store

RUN = """
import sys
from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kiosk import __main__ as kiosk
from kiosk.shell.splash import Splash

def look(self, event, paint=Splash.paintEvent):
    paint(self, event)
    loaded = ["pages"] * ("kiosk.shell.window" in sys.modules) + ["Qt"] * ("Qt" in vars(QtCore))
    loaded += ["first day"] * ("counter" in sys.modules)
    print(loaded, flush=True)
Splash.paintEvent = look
def begin(*words, build=kiosk.build, **more):
    window = build(*words, **more)
    window.painted.connect(lambda: QTimer.singleShot(100, report))
    return window
def report():
    print([type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()], flush=True)
    QApplication.exit(3)
{last}
sys.exit(kiosk.main(["--windowed", "--size", "600x1000", "--data", sys.argv[1]]))
"""


def run(folder, last="kiosk.build = begin"):
    empty_store(folder).close()  # a folder in which nobody has worked is set up first
    program = RUN.format(last=last)
    return subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        timeout=patience.SECONDS,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_the_splash_is_shown_before_pages_and_enums_of_qt_are_loaded_and_then_gone(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 3, done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first == "[]"
    assert last == "['KioskWindow']"


def test_pages_that_cannot_be_built_end_the_program_for_its_restart_loop(tmp_path):
    done = run(tmp_path, last="kiosk.build = lambda *words, **more: 1 / 0")
    assert done.returncode == 70, done.stderr


def test_the_splash_shows_the_product_and_cannot_be_closed(qtbot):
    splash = Splash()
    qtbot.addWidget(splash)
    splash.resize(540, 960)
    splash.show()
    picture = splash.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 540, 3) for y in range(0, 960, 3)}
    assert {theme.current().colour(name).name() for name in ("ground", "accent", "sun")} <= colours
    assert not splash.close()
    QTest.keyClick(splash, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert splash.isVisible()
