"""A child process of the bench: run an app, print when its first frame was painted, and go on until it is terminated.

`python -m tests.bench.first_frame kiosk …` is the real kiosk, `… counter …` the real counter, `… empty SIZE` a bare
PySide6 window of the same size, `… lettered SIZE` one with Chinese words in the product's font, sizes and weights.
"""

import sys
import time
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

_LETTERS = (
    (16, 400, "点一点，送 TA 一张5P卡。不用登录，三步就好。"),
    (20, 650, "送一张5P卡"),
    (26, 650, "礼貌 耐心 积极 热情 专业"),
    (50, 650, "今天，谁温暖了您？"),
)
"""Size (for a window 620 px wide), weight and text, as on the kiosk's first page."""


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


def empty_window(size: str, *, lettered: bool = False) -> int:
    app, window = QApplication([]), QWidget()
    width, height = (int(side) for side in size.split("x"))
    window.resize(width, height)
    if lettered:
        _write_on(window, min(width, height) / 620)
    window.show()
    return app.exec()


def _write_on(window: QWidget, unit: float) -> None:
    from shared.qt import fonts  # late: the empty window does without

    box = QVBoxLayout(window)
    for pixels, weight, text in _LETTERS:
        font, label = fonts.application_font(), QLabel(text)
        font.setPixelSize(round(pixels * unit))
        font.setWeight(QFont.Weight(weight))
        label.setFont(font)
        box.addWidget(label)


def main(app: str, *words: str) -> int:
    watch_first_frame()
    if app in ("empty", "lettered"):
        return empty_window(*words, lettered=app == "lettered")
    return int(import_module(f"{app}.__main__").main(words))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
