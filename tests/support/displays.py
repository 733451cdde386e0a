"""`python -m tests.support.displays FOLDER`: the real sign and a counter; prints what covers which display.

The displays exist in memory only, see tests/counter/test_displays.py.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from counter.__main__ import build
from counter.second_screen import SecondScreen
from kiosk.__main__ import main
from kiosk.sign.sign import SignWindow

_LOOK_MS = 20


class Watch:
    """Opens the counter once the sign is there, and ends this process once the customer's display is there, too."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counter: QWidget | None = None
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        sign = _shown(SignWindow)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if sign is None:
            return
        if self._counter is None:
            self._counter = window = build(app, self._folder)
            window.show()
            window.start()
        elif display := _shown(SecondScreen):
            for shown in (sign, display):
                print(shown.screen().name(), shown.geometry().getRect(), flush=True)
            os._exit(0)


def _shown(kind: type[QWidget]) -> QWidget | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


if __name__ == "__main__":
    run, watching = QApplication.exec, []

    def watched() -> int:
        watching.append(Watch(Path(sys.argv[1])))
        return run()

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]  # the one moment before its loop
    main(["--sign", "--data", sys.argv[1]])
