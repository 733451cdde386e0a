"""The start of both apps: QApplication, single instance, log, and a page for unexpected errors.

The log is started after the first frame and written by a thread of its own: the GUI thread touches no disk.
"""

import builtins
import linecache
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLockFile, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from shared.device import data_folder
from shared.qt import fonts

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

_LOG_BYTES = 1_000_000
_LOG_FILES = 5
_NO_HINTS = "This plugin does not support propagateSizeHints()"
"""A warning of the platform `offscreen` for each window, without meaning for us."""


def begin(name: str, given: Path | None, end: Callable[[], str] = str) -> QApplication | None:
    """The QApplication of the program `name` on the data folder `given` (None: this device's own).

    None where the folder cannot be used and somebody closed the window that says why. A locked program (kiosk) waits
    instead and cannot be closed; `end()` is the command that ends it.
    """
    found = data_folder.trouble(given)
    app = application([], name, None if found else data_folder.data_folder(given))
    if found:
        from shared.qt.trouble import solved  # late: hardly ever needed

        return app if solved(given, *found, end()) else None
    return app


def application(argv: Sequence[str], name: str, folder: Path | None) -> QApplication:
    """The app's QApplication, with a Chinese font and Qt's own style on every platform.

    `folder` is where fontconfig's configuration with our font is written; None where that is impossible. The style is
    an option of the command line: `setStyle` would load all enums of QStyle before the first frame (10 ms).
    """
    _restore_import()
    qInstallMessageHandler(_qt_message_on_terminal)
    if folder:
        fonts.offer_to_fontconfig(folder)
    app = QApplication([name, "-style", "Fusion", *argv])
    app.setApplicationName(name)
    app.setApplicationDisplayName(QCoreApplication.translate("App", "暖窗 Warm Window"))
    app.setFont(fonts.application_font())
    return app


def _restore_import() -> None:
    """Give `import` back to Python, and drop the source texts that PySide's own has read so far.

    PySide replaces it for `from __feature__ import …`, which nobody here uses: after an import it looks for the word
    "PySide6" in the module's source, and the texts read so stay in memory: 2.3 MB in the kiosk and 5.4 in the counter.
    Not where this package is loaded: PySide's own `import`, at work then, would come back as it ends.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()


def only_one(folder: Path, name: str) -> QLockFile | None:
    """The lock that makes this process the only `name` on `folder`; None if another one runs. Keep the object.

    Where the lock cannot be written, as on a full disk, the program starts without one.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / f"{name}.lock"))
    lock.setStaleLockTime(0)  # stale only if its process is gone, never by age
    lives = not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError
    return None if lives else lock


def catch_errors(show: Callable[[BaseException], None]) -> None:
    """From now on an uncaught exception is logged and passed to `show`, and the app keeps running."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log(error)
        show(error)

    sys.excepthook = hook


def _log(error: BaseException) -> None:
    import logging

    logging.getLogger("warm_window").critical("unexpected error", exc_info=error)


def start_log(folder: Path, name: str) -> Callable[[], None]:
    """Begin the rotating log `folder`/log/`name`.log, written by its own thread; returns what ends it."""
    import logging
    from logging.handlers import QueueHandler, QueueListener
    from queue import SimpleQueue

    root = logging.getLogger()
    if any(isinstance(handler, QueueHandler) for handler in root.handlers):
        return lambda: None  # a store that is opened again
    file = _rotating_file(folder / "log" / f"{name}.log")
    lines: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = QueueHandler(lines)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    listener = QueueListener(lines, file)
    listener.start()
    qInstallMessageHandler(_qt_message)

    def end() -> None:
        qInstallMessageHandler(_qt_message_on_terminal)
        root.setLevel(level)
        root.removeHandler(handler)
        listener.stop()
        file.close()

    return end


def _rotating_file(log: Path) -> "RotatingFileHandler":
    import logging
    from logging.handlers import RotatingFileHandler

    log.parent.mkdir(parents=True, exist_ok=True)
    file = RotatingFileHandler(log, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True)
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return file


def _qt_message_on_terminal(_kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    """To stderr, as Qt's own handler does."""
    if text != _NO_HINTS:
        print(text, file=sys.stderr)


def _qt_message(kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    if text == _NO_HINTS:
        return
    import logging

    levels = {QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR}
    logging.getLogger("qt").log(levels.get(kind, logging.INFO), "%s", text)
