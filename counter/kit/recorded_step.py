"""Records the step that a dialog asked for; the page's notice then names it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.words import say
from counter.store_type import Store

_RECORDED = QT_TRANSLATE_NOOP("Counter", "{step}，已记录。")


def record_step(page: Page[Any], asked: Dialog, step: object, work: Callable[[Store, int], Any]) -> None:
    """Do `work(store, now)`; `step` is the name of what it does, Chinese of the context Counter."""
    now, text = page.session.now(), say(_RECORDED).format(step=say(step))
    page.answer(asked, lambda store: work(store, now), lambda _: page.notice.say(text))
