"""Starts the first day, for either app, before the app itself: the only place that wires it together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

import shared.journal.load_peewee  # noqa: F401  # before anything else brings peewee
from counter.first_day.step import Plan
from counter.first_day.window import FirstDay
from counter.second_screen import SecondScreen
from counter.session import Clock, CounterSession
from counter.store_type import Store
from shared.device import setting_up
from shared.device_journal import open_here
from shared.qt import startup, theme
from shared.qt.background import Background
from shared.qt.translation import CHINESE, Translation

_STANDING = 0.75  # of its width: so high would a screen be that lies


def build(app: QApplication, folder: Path, language: str = CHINESE, clock: Clock | None = None) -> FirstDay:
    """The window on `folder`, not shown yet. Nothing is written before somebody has answered."""
    size = app.primaryScreen().availableGeometry()
    unit = theme.counter_unit(min(size.height(), round(size.width() * _STANDING)))
    theme.apply(theme.Theme(unit=unit, dpi=theme.real_dpi(app.primaryScreen())), "counter")
    translation = Translation(app, "counter")
    translation.speak(language)
    plan, times = Plan(folder), clock or Clock()

    def opener() -> Store:
        return open_here(folder, now=times.now(), hall=plan.hall, progress=background.note_progress)

    background: Background[Store] = Background(opener)
    window = FirstDay(CounterSession(background, times), translation, plan)
    SecondScreen(window.session, window)
    return window


def run(app: QApplication, folder: Path, show: Callable[[QWidget], None], language: str = CHINESE) -> bool:
    """Show it until it is closed; whether the app is to open now. `show`: how the app shows its own window."""
    window = build(app, folder, language)
    startup.catch_errors(window.show_error)
    end_log = startup.start_log(folder, "first-day")
    loop = QEventLoop()
    window.over.connect(loop.quit)
    show(window)
    window.begin(setting_up.left_at(folder))
    loop.exec()
    end_log()
    window.translation.uninstall()
    window.deleteLater()
    return window.finished
