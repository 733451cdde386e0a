"""Starts the kiosk; the only place that wires it together. Splash, window and store are loaded one after another."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.process.recovery import CRASHED, Recovery
from kiosk.shell.full_screen import FullScreen
from shared.device import setup_progress
from shared.device.data_folder import data_folder
from shared.device.demonstration import clock_of
from shared.domain.clock import wall_clock
from shared.domain.progress import Progress, no_progress
from shared.qt import startup

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication, QWidget

    from kiosk.shell.window import KioskWindow
    from kiosk.sign.sign import SignWindow
    from kiosk.store.session import KioskSession
    from shared.journal.store import Store
    from shared.qt.sync_badge import Status
    from shared.sync.runner import CourierRunner

NAME = "kiosk"
SIGN = "sign"
_UPRIGHT = "1080x1920"
_HOUR_MS = 3_600_000


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The kiosk's options as given on the command line."""
    parser = argparse.ArgumentParser(prog="warm-window-kiosk", description="Warm Window: the lobby screen")
    parser.add_argument("--data", type=Path, help="data folder (default: WARM_WINDOW_DATA, else the platform's own)")
    parser.add_argument("--windowed", action="store_true", help="an ordinary window instead of the locked full screen")
    parser.add_argument("--size", default=_UPRIGHT, metavar="WxH", help="size of the window (default: %(default)s)")
    parser.add_argument("--always-open", action="store_true", help="ignore the opening hours")
    parser.add_argument("--sign", action="store_true", help="the hall sign for a wall screen instead of the kiosk")
    parser.add_argument("--screen", type=int, help="the screen it covers, from 0 (default: what is set here)")
    parser.add_argument("--language", choices=("zh_CN", "en"), help="the sign's language (default: this PC's setting)")
    parser.add_argument("--still", action="store_true", help="no motion")
    parser.add_argument("--silent", action="store_true", help="no sound")
    parser.add_argument("--keep", action="store_true", help="start again within seconds if it ever dies")
    return parser.parse_args(argv)


def _open(folder: Path, now: int, log: str = "", progress: Progress = no_progress) -> "Store":
    """Open the store, on its thread: heavy modules are imported here, and folders are first read here.

    `log`: the name of this process's log, "" where another one logs.
    """
    import shared.journal.load_peewee  # noqa: F401  # before any other import of peewee
    from kiosk.store import hall, inquiries, staff_exit  # noqa: F401  # preloaded for the pages
    from shared.device_journal import open_here

    if log:
        startup.start_log(folder, log)
    return open_here(folder, now=now, kiosk=True, progress=progress)


def build(
    app: "QApplication",
    folder: Path,
    options: argparse.Namespace,
    clock: Callable[[], int] = wall_clock,
    *,
    log: str = "",
) -> "KioskWindow":
    """Make the kiosk's window on `folder`; the caller shows it. The store opens after the first frame."""
    from kiosk.shell.window import KioskWindow
    from kiosk.store.session import KioskSession
    from shared.qt import sound
    from shared.qt.translation import Translation

    def opener() -> "Store":
        sound.player()
        return _open(folder, clock(), log, session.background.note_progress)

    session = KioskSession(folder, opener, clock, options.always_open)
    window = KioskWindow(
        session,
        Translation(app, NAME),
        motion=not options.still,
        sound=not options.silent,
        locked=not options.windowed,
    )
    window.painted.connect(session.start)
    _maintain_hourly(session, clock)
    return window


def _maintain_hourly(session: "KioskSession", clock: Callable[[], int]) -> None:
    from PySide6.QtCore import QTimer

    hourly = QTimer(session, interval=_HOUR_MS)
    hourly.timeout.connect(lambda: session.maintain(lambda store: _maintain(store, clock())))
    hourly.start()


def _maintain(store: "Store", now: int) -> None:
    """The day's backup and what is due to be erased; hourly, because a kiosk runs for months."""
    from shared.device_journal import run_daily_duties

    run_daily_duties(store, now=now, kiosk=True)


def build_sign(
    app: "QApplication",
    folder: Path,
    language: str,
    clock: Callable[[], int] = wall_clock,
    *,
    poll_ms: int = 1000,
    log: str = "",
) -> "SignWindow":
    """Make the hall sign on `folder`, beside a kiosk or counter or alone; the caller shows it."""
    from kiosk.sign.sign import SignWindow
    from shared.qt import sound
    from shared.qt.translation import Translation

    def opener() -> "Store":
        sound.player()
        return _open(folder, clock(), log)

    Translation(app, NAME).speak(language)
    return SignWindow(opener, clock, poll_ms)


def _show_sign(folder: Path, options: argparse.Namespace) -> int:
    from shared.device import config  # late: the kiosk reads it on its store thread

    app = startup.begin(SIGN, options.data, lambda: _end_if_locked(options))
    if app is None:
        return 0
    lock = startup.only_one(folder, SIGN)
    if lock is None:
        print("the hall sign is already running on this folder", file=sys.stderr)
        return 0
    set_here = config.load(folder).screens
    sign = build_sign(app, folder, options.language or set_here.sign_language, clock_of(folder), log=SIGN)
    startup.catch_errors(sign.fail)
    _show(sign, options, set_here.sign)
    # A PC with the sign alone has no other program that fetches the calls from the hub.
    end = start_sync(folder, sign.courier_reported.emit, sign.background.ready)
    code = app.exec()
    end()
    return code


def _end_if_locked(options: argparse.Namespace) -> str:
    """The command that ends a locked full-screen program, shown if it cannot start; "" for an ordinary window."""
    if options.windowed:
        return ""
    from kiosk.process import restart_loop  # late: what it needs is loaded for a child process only

    return restart_loop.end_command()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the kiosk, its sign or the loop that keeps it running; returns the exit code."""
    options = parse_arguments(argv)
    if options.keep:
        from kiosk.process import restart_loop  # late: only the restart loop itself needs it

        return restart_loop.run(restart_loop.command([word for word in argv or sys.argv[1:] if word != "--keep"]))
    folder = data_folder(options.data)
    return _show_sign(folder, options) if options.sign else _start_kiosk(folder, options)


def _start_kiosk(folder: Path, options: argparse.Namespace) -> int:
    app = startup.begin(NAME, options.data, lambda: _end_if_locked(options))
    if app is None:
        return 0  # the reason was shown: the restart loop ends too
    lock = startup.only_one(folder, NAME)
    if lock is None:
        print("warm-window-kiosk is already running on this folder", file=sys.stderr)
        return 0
    if setup_progress.needed(folder) and not _set_up(app, folder, options):
        return 0
    return _run(app, folder, options)


def _run(app: "QApplication", folder: Path, options: argparse.Namespace) -> int:
    """Show the splash, then load and show the window; until it is closed."""
    from kiosk.shell.splash import Splash  # late: loaded before the application, its source would stay in memory

    ends: list[Callable[[], None]] = []
    splash = Splash()

    def load() -> None:
        window = build(app, folder, options, clock_of(folder), log=NAME)
        startup.catch_errors(Recovery(window.reset, lambda: app.exit(CRASHED), time.monotonic))
        window.painted.connect(splash.deleteLater)
        session = window.session
        ends.extend((session.close, start_sync(folder, window.courier_reported.emit, session.opened, session.acted)))
        _show(window, options)

    startup.catch_errors(lambda _error: app.exit(CRASHED))
    splash.painted.connect(load)
    _show(splash, options)
    code = app.exec()
    for end in ends:
        end()
    return code


def _set_up(app: "QApplication", folder: Path, options: argparse.Namespace) -> bool:
    """Run the first-day assistant on an empty folder; whether the kiosk is to open afterwards."""
    from counter.first_day.start import run  # late: needed once in the life of a device

    return bool(run(app, folder, lambda window: _show(window, options), signs_in=False))


def _show(window: "QWidget", options: argparse.Namespace, default_screen: int = 0) -> None:
    """Show it on `--screen`, else on `default_screen`; on the last one if there are fewer."""
    if options.windowed:
        window.resize(*(int(side) for side in options.size.split("x")))
        window.show()
    else:
        FullScreen(window, default_screen if options.screen is None else options.screen)
    if not options.sign:
        window.activateWindow()  # without a window manager nothing else does; the scanner's keys come here then


def start_sync(
    folder: Path,
    tell: "Callable[[Status], None]",
    opened: "SignalInstance",
    acted: "SignalInstance | None" = None,
) -> Callable[[], None]:
    """Start the courier (sync with the hub) once the store is open; returns the function that stops it."""
    runners: list[CourierRunner] = []

    def begin() -> None:
        if not runners:
            from shared import device_journal  # late: everything of the store is loaded by now
            from shared.sync.runner import CourierRunner

            runners.append(CourierRunner(folder, partial(device_journal.open_now, kiosk=True), tell))
            if acted:
                acted.connect(runners[0].nudge)
            runners[0].start()

    def end() -> None:
        for runner in runners:
            runner.stop()

    opened.connect(begin)
    return end


if __name__ == "__main__":
    sys.exit(main())
