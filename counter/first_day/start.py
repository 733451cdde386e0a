"""Starts the first-day assistant before an app; the only place that wires it together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

import shared.journal.load_peewee  # noqa: F401  # must come before any other import of peewee
from counter.first_day.step import Plan
from counter.first_day.window import FirstDay
from counter.second_screen import SecondScreen
from counter.session import Clock, CounterSession
from counter.store_type import Store
from shared.device import setup_progress
from shared.device_journal import open_here
from shared.qt import startup, theme
from shared.qt.background import Background
from shared.qt.translation import CHINESE, Translation

_PORTRAIT_HEIGHT = 0.75  # share of the width; on an upright screen sizes are those of a landscape one


def build(
    app: QApplication, folder: Path, language: str = CHINESE, clock: Clock | None = None, *, signs_in: bool = True
) -> FirstDay:
    """Make the window on `folder`; the caller shows it. Nothing is written before the first step is done."""
    size = app.primaryScreen().availableGeometry()
    unit = theme.counter_unit(min(size.height(), round(size.width() * _PORTRAIT_HEIGHT)))
    theme.apply(theme.Theme(unit=unit, dpi=theme.real_dpi(app.primaryScreen())), "counter")
    translation = Translation(app, "counter")
    translation.speak(language)
    plan, times = Plan(folder, signs_in=signs_in), clock or Clock()

    def opener() -> Store:
        return open_here(folder, now=times.now(), hall=plan.hall, progress=background.note_progress)

    background: Background[Store] = Background(opener)
    window = FirstDay(CounterSession(background, times), translation, plan)
    SecondScreen(window.session, window)
    return window


def run(
    app: QApplication, folder: Path, show: Callable[[QWidget], None], language: str = CHINESE, *, signs_in: bool = True
) -> str:
    """Run the assistant until it is closed; returns the language to open the app in, "" if it was left.

    `show`: shows a window as the app does; `signs_in`: whether the app is the counter.
    """
    window = build(app, folder, language, signs_in=signs_in)
    startup.catch_errors(window.show_error)
    end_log = startup.start_log(folder, "first-day")
    loop = QEventLoop()
    window.closed.connect(loop.quit)
    show(window)
    window.begin(setup_progress.left_at(folder))
    loop.exec()
    end_log()
    chosen = window.translation.language if window.finished else ""
    window.translation.uninstall()
    window.deleteLater()
    return chosen
