"""Starts the kiosk. The only wiring: folder, store, window; nothing but Qt is loaded before the first frame."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.service import Service
from kiosk.window import KioskWindow
from shared.qt import startup
from shared.qt.translation import Translation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from shared.journal.store import Store

NAME = "kiosk"
_STANDING = "1080x1920"


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="warm-window-kiosk", description="Warm Window: the lobby screen")
    parser.add_argument("--data", type=Path, help="data folder (default: WARM_WINDOW_DATA, else the platform's own)")
    parser.add_argument("--windowed", action="store_true", help="an ordinary window instead of the locked full screen")
    parser.add_argument("--size", default=_STANDING, metavar="WxH", help="size of the window (default: %(default)s)")
    parser.add_argument("--always-open", action="store_true", help="ignore the opening hours")
    parser.add_argument("--still", action="store_true", help="no motion")
    return parser.parse_args(argv)


def _folder(given: Path | None) -> Path:
    if given or (given := os.environ.get("WARM_WINDOW_DATA")):  # type: ignore[assignment]
        return Path(str(given))
    import platformdirs

    return Path(platformdirs.user_data_dir("warm-window", appauthor=False))


def _now() -> int:
    return time.time_ns() // 1_000_000


def _open(folder: Path) -> "Store":
    """On the store thread: everything heavy is imported here."""
    from shared.journal.opening import open_store
    from shared.practice.registry import PROJECTIONS

    startup.start_log(folder, NAME)
    return open_store(folder, PROJECTIONS)


def build(
    app: "QApplication", folder: Path, options: argparse.Namespace, clock: Callable[[], int] = _now
) -> KioskWindow:
    """The kiosk's window on the journal in `folder`, ready to be shown; the store opens after its first frame."""
    service = Service(lambda: _open(folder), clock, options.always_open)
    window = KioskWindow(service, Translation(app, NAME), motion=not options.still, locked=not options.windowed)
    window.painted.connect(service.start)
    return window


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    folder = _folder(options.data)
    app = startup.application([], NAME, folder)
    lock = startup.only_one(folder, NAME)
    if lock is None:
        print("warm-window-kiosk is already running on this folder", file=sys.stderr)
        return 0
    window = build(app, folder, options)
    startup.catch_errors(lambda _error: window.reset())
    if options.windowed:
        window.resize(*(int(side) for side in options.size.split("x")))
        window.show()
    else:
        window.showFullScreen()
    code = app.exec()
    window.service.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
