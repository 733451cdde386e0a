"""The dialog for signing on duty (上岗) at a chosen window."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.windows import window_choice
from counter.kit.words import say
from shared.people import actions
from shared.people.views import PersonToday

_TITLE = QT_TRANSLATE_NOOP("Counter", "换窗口并上岗")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_WINDOW = QT_TRANSLATE_NOOP("Counter", "窗口和现在坐在那里的人")
_NONE = QT_TRANSLATE_NOOP("Counter", "请选择一个窗口。")


def ask(page: AnyPage, person: PersonToday, done: Callable[[], None] = lambda: None) -> Dialog:
    """Ask for the window, then put the person on duty there."""
    dialog = Dialog(page, _TITLE, f"{person.name} {person.number}", ok=_OK)
    dialog.add("window", _WINDOW, window_choice(page.session.here.people.values(), person))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, window = page.session.now(), values["window"]
        if not window:
            asked.refused(say(_NONE))
            return
        page.answer(
            asked,
            lambda store: actions.set_duty(store, page.actor, person.number, True, window=window, now=now),
            lambda _: done(),
        )

    return dialog.ask(submit)
