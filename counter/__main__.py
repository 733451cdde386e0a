"""Start the counter: `python -m counter [--data DIR] [--language zh_CN|en]`. The only place that wires it together."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

import shared.journal.load_peewee  # noqa: F401  # before any other import of peewee, which loads psycopg
from counter import text_size
from counter.kit.words import say
from counter.second_screen import SecondScreen
from counter.session import Clock, CounterSession
from counter.store_type import Store
from counter.window import Window
from shared.device import demonstration, setup_progress
from shared.device.data_folder import data_folder
from shared.domain.progress import Progress
from shared.qt import startup
from shared.qt.background import Background
from shared.qt.translation import CHINESE, ENGLISH, Translation

if TYPE_CHECKING:
    from shared.sync.runner import CourierRunner

_SIZE = QSize(1366, 768)
_HOUR_MS = 3_600_000
MESSAGE_MS = 10_000  # how long the message "already open" stays if nobody closes it
_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 窗口工作台")
_OPEN_ALREADY = QT_TRANSLATE_NOOP("Counter", "窗口工作台已经打开。请看任务栏，或屏幕上的小条。")


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed; 0, or 1 when this folder cannot be used or another counter works on it."""
    arguments = parser().parse_args(argv)
    folder = data_folder(arguments.data)
    app = startup.begin("counter", arguments.data)
    if app is None:
        return 1
    lock = startup.only_one(folder, "counter")
    if lock is None:
        print("another counter is already open on this folder", file=sys.stderr)
        say_open_already(app, arguments.language)
        return 1
    language = _set_up(app, folder, arguments.language) if setup_progress.needed(folder) else arguments.language
    if not language:
        lock.unlock()
        return 0
    window = build(app, folder, language)
    startup.catch_errors(window.show_error)
    _show(app, window)
    end_log = startup.start_log(folder, "counter")
    QTimer.singleShot(0, window, window.start)
    end_sync = _start_sync(folder, window)
    try:
        return app.exec()
    finally:
        window.session.background.close()
        end_sync()
        end_log()
        lock.unlock()


def _show(app: QApplication, window: QWidget) -> None:
    window.resize(_SIZE.boundedTo(app.primaryScreen().availableSize()))  # without a window manager it stays so
    window.showMaximized()
    window.activateWindow()  # without a window manager nothing else does, and shortcuts wait for it


def _set_up(app: QApplication, folder: Path, language: str) -> str:
    """Run the first-day assistant on an empty folder; returns the chosen language, "" if it was left."""
    from counter.first_day.start import run  # late: needed once in the life of a device

    return run(app, folder, lambda window: _show(app, window), language)


def say_open_already(app: QApplication, language: str) -> None:
    """Show that the counter is open already: a second start by its icon has no terminal, and the bar is small."""
    Translation(app, "counter").speak(language)
    box = QMessageBox(QMessageBox.Icon.Information, say(_TITLE), say(_OPEN_ALREADY))
    box.setTextFormat(Qt.TextFormat.PlainText)
    QTimer.singleShot(MESSAGE_MS, box.accept)
    box.exec()


def _start_sync(folder: Path, window: Window) -> Callable[[], None]:
    """Start the courier (sync with the hub) once the store is open; returns the function that stops it."""
    runners: list[CourierRunner] = []

    def begin() -> None:
        if not runners:
            from shared import device_journal  # late: everything of the store is loaded by now
            from shared.practice.line.hub import may_call
            from shared.practice.pauses.hub import may_begin
            from shared.sync.runner import CourierRunner

            runner, session = CourierRunner(folder, device_journal.open_now, window.sync_status.emit), window.session
            runners.append(runner)
            session.acted.connect(runner.nudge)
            session.ask_hub = runner.ask
            session.call_arbiter = partial(may_call, runner.ask)
            session.pause_arbiter = lambda pause, staff, now: may_begin(
                runner.ask, session.here.policy, pause, staff, now
            )
            runner.start()

    def end() -> None:
        for runner in runners:
            runner.stop()

    window.session.background.ready.connect(begin)
    return end


def build(app: QApplication, folder: Path, language: str = CHINESE, clock: Clock | None = None) -> Window:
    """Make the window on the store of `folder`; the caller shows it."""
    text_size.use(large=False)
    translation = Translation(app, "counter")
    translation.speak(language)
    shown = demonstration.of(folder)
    times = clock or (Clock(now=shown.clock()) if shown else Clock())
    background: Background[Store] = Background(lambda: _open(folder, times.now(), background.note_progress))
    session = CounterSession(background, times)
    session.first_page = shown.page if shown else ""
    window = Window(session, translation)
    SecondScreen(session, window)
    background.ready.connect(lambda: _start_spoken_calls(session), Qt.ConnectionType.SingleShotConnection)
    housekeeping = QTimer(window, interval=_HOUR_MS)
    housekeeping.timeout.connect(lambda: background.run(lambda store: run_daily_duties(store, times.now())))
    housekeeping.start()
    return window


def _start_spoken_calls(session: CounterSession) -> None:
    """Speak calls of numbers where this PC is set so; loaded after the first frame is shown."""
    from counter.desk.calls import SpokenCalls

    SpokenCalls(session)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    line = argparse.ArgumentParser(prog="warm-window-counter", description="Warm Window: the screen of window staff")
    line.add_argument("--data", type=Path, help="the folder of the journal; default: WARM_WINDOW_DATA, else the user's")
    line.add_argument("--language", choices=(CHINESE, ENGLISH), default=CHINESE)
    return line


def _open(folder: Path, now: int, progress: Progress) -> Store:
    """Open the store, on its thread; imported here so that the first frame does not wait for it."""
    from shared.device_journal import open_here

    return open_here(folder, now=now, progress=progress)


def run_daily_duties(store: Store, now: int) -> None:
    """The day's backup and what is due to be erased; hourly, because a counter may run for weeks."""
    from shared import device_journal

    device_journal.run_daily_duties(store, now=now)


if __name__ == "__main__":
    sys.exit(main())
