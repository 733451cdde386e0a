"""Start the counter: `python -m counter [--data DIR] [--language zh_CN|en]`. The only place that wires it together."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

import shared.journal.load_peewee  # noqa: F401  # before anything else brings peewee, and psycopg with it
from counter import print_size
from counter.kit.words import say
from counter.second_screen import SecondScreen
from counter.session import Clock, CounterSession
from counter.store_type import Store
from counter.window import Window
from shared.device import demonstration, setting_up
from shared.device.data_folder import data_folder
from shared.domain.progress import Progress
from shared.qt import startup
from shared.qt.background import Background
from shared.qt.translation import CHINESE, ENGLISH, Translation

if TYPE_CHECKING:
    from shared.sync.runner import CourierRunner

_SIZE = QSize(1366, 768)
_HOUR_MS = 3_600_000
READ_MS = 10_000  # until the words that it is open already go by themselves
_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 窗口工作台")
_OPEN_ALREADY = QT_TRANSLATE_NOOP("Counter", "窗口工作台已经打开。请看任务栏，或屏幕上的小条。")


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed; 0, or 1 when this folder cannot be used or another counter works on it."""
    words = parser().parse_args(argv)
    folder = data_folder(words.data)
    app = startup.begin("counter", words.data)
    if app is None:
        return 1
    lock = startup.only_one(folder, "counter")
    if lock is None:
        print("another counter is already open on this folder", file=sys.stderr)
        say_open_already(app, words.language)
        return 1
    language = _set_up(app, folder, words.language) if setting_up.needed(folder) else words.language
    if not language:
        lock.unlock()
        return 0
    window = build(app, folder, language)
    startup.catch_errors(window.show_error)
    _show(app, window)
    end_log = startup.start_log(folder, "counter")
    QTimer.singleShot(0, window, window.start)
    end_sync = _carry(folder, window)
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


def _set_up(app: QApplication, folder: Path, language: str) -> str:
    """Let somebody set the empty folder up on the screen; the language to open the counter in, "" for not at all."""
    from counter.first_day.start import run  # late: once in the life of a device

    return run(app, folder, lambda window: _show(app, window), language)


def say_open_already(app: QApplication, language: str) -> None:
    """Whoever started it once more, by its icon, sees no terminal: the small bar is easily overlooked."""
    Translation(app, "counter").speak(language)
    box = QMessageBox(QMessageBox.Icon.Information, say(_TITLE), say(_OPEN_ALREADY))
    box.setTextFormat(Qt.TextFormat.PlainText)
    QTimer.singleShot(READ_MS, box.accept)
    box.exec()


def _carry(folder: Path, window: Window) -> Callable[[], None]:
    """Once the store is open, let a courier carry what is recorded here and ask the hub of pauses and calls."""
    runners: list[CourierRunner] = []

    def begin() -> None:
        if not runners:
            from shared import device_journal  # late: everything of the store is loaded by now
            from shared.practice.line.hub import may_call
            from shared.practice.pauses.hub import may_begin
            from shared.sync.runner import CourierRunner

            runner, session = CourierRunner(folder, device_journal.open_now, window.told.emit), window.session
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
    """The window on the store of `folder`, not shown yet."""
    print_size.use(large=False)
    translation = Translation(app, "counter")
    translation.speak(language)
    shown = demonstration.of(folder)
    times = clock or (Clock(now=shown.clock()) if shown else Clock())
    background: Background[Store] = Background(lambda: _open(folder, times.now(), background.note_progress))
    session = CounterSession(background, times)
    session.first_page = shown.page if shown else ""
    window = Window(session, translation)
    SecondScreen(session, window)
    background.ready.connect(lambda: _speak(session), Qt.ConnectionType.SingleShotConnection)
    house = QTimer(window, interval=_HOUR_MS)
    house.timeout.connect(lambda: background.run(lambda store: run_daily_duties(store, times.now())))
    house.start()
    return window


def _speak(session: CounterSession) -> None:
    """Calls of numbers may be spoken here; loaded once the first picture is on the screen."""
    from counter.desk.calls import SpokenCalls

    SpokenCalls(session)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="warm-window-counter", description="Warm Window: the screen of window staff")
    made.add_argument("--data", type=Path, help="the folder of the journal; default: WARM_WINDOW_DATA, else the user's")
    made.add_argument("--language", choices=(CHINESE, ENGLISH), default=CHINESE)
    return made


def _open(folder: Path, now: int, progress: Progress) -> Store:
    """The store; imported here so that the first picture does not wait for it."""
    from shared.device_journal import open_here

    return open_here(folder, now=now, progress=progress)


def run_daily_duties(store: Store, now: int) -> None:
    """Hourly, because a counter may run for weeks: the day's backup, and what is due to be erased."""
    from shared import device_journal

    device_journal.run_daily_duties(store, now=now)


if __name__ == "__main__":
    sys.exit(main())
