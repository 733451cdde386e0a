"""A child process of the bench: run an app, print when its first frame was painted, and go on until it is terminated.

`python -m tests.bench.first_frame kiosk …` is the real kiosk, `… counter …` the real counter, `… empty` a bare PySide6
window of the same size.
"""

import sys
import time
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstFrame(QObject):
    """Prints the monotonic time once the first paint of a window is over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: print(time.monotonic(), flush=True))
        return False


def watch_first_frame() -> None:
    """Every app ends in `exec`: by then there is an application to watch, and nothing has been painted."""
    original = QApplication.exec

    def exec_watched(*args: object) -> int:
        watcher = FirstFrame(QApplication.instance())
        QApplication.instance().installEventFilter(watcher)
        return original()

    QApplication.exec = exec_watched  # type: ignore[method-assign]  # the only moment before every first paint


def empty_window(size: str) -> int:
    app = QApplication([])
    window = QWidget()
    window.resize(*(int(side) for side in size.split("x")))
    window.show()
    return app.exec()


def main(app: str, *words: str) -> int:
    watch_first_frame()
    if app == "empty":
        return empty_window(*words)
    return int(import_module(f"{app}.__main__").main(words))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
