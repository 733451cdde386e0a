"""大字: the text size of the counter's windows, a personal setting of whoever is signed in."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QApplication, QWidget

from counter.kit.words import TextArea, TextField
from shared.qt import theme

if TYPE_CHECKING:
    from counter.kit.lazy_tabs import LazyTabs


def use(*, large: bool) -> None:
    """Put large or normal text of this screen in force for what is built from now on."""
    theme.use(theme.Theme(unit=_unit(large), large=large, dpi=theme.real_dpi(QApplication.primaryScreen())), "counter")


def in_force(*, large: bool) -> bool:
    """Whether this size is the one in force."""
    return _unit(large) == theme.current().unit


def has_unsaved_text(top: QWidget) -> bool:
    """Whether a text area below `top` holds unsaved text: it would be lost when the page is rebuilt."""
    areas = top.findChildren(TextArea)
    return any(area.text().strip() and area.document().isModified() for area in areas)


class Typed(msgspec.Struct, frozen=True):
    """What somebody typed on a page: the text of each field of one line in their order, "" for what nobody touched.

    `tabs`: which tabs of each group were built; only those have fields.
    """

    texts: list[str]
    tabs: list[set[int]]


def typed(page: QWidget) -> Typed:
    """What somebody typed, without PINs."""
    shown = TextField.EchoMode.Normal
    texts = [field.text() if field.isModified() and field.echoMode() == shown else "" for field in _fields(page)]
    return Typed(texts, [set(tabs.parts) for tabs in _tabs(page)])


def type_again(page: QWidget, before: Typed) -> None:
    """The same into the same page, built anew; not where it has other fields now."""
    if not any(before.texts):
        return
    for tabs, built in zip(_tabs(page), before.tabs, strict=False):
        for place in sorted(built):
            tabs.build(place)
    fields = _fields(page)
    for field, text in zip(fields, before.texts, strict=False):
        if text and len(fields) == len(before.texts):
            field.setText(text)
            field.setModified(True)  # kept the next time too


def _fields(page: QWidget) -> list[TextField]:
    """Without those of tables, which make their filter with their first rows."""
    from counter.kit.table_tools import Filter  # late: no part of the first frame

    return [field for field in page.findChildren(TextField) if not isinstance(field, Filter)]


def _tabs(page: QWidget) -> "list[LazyTabs]":
    from counter.kit.lazy_tabs import LazyTabs  # late: no part of the first frame

    return page.findChildren(LazyTabs)


def _unit(large: bool) -> float:
    return theme.counter_unit(QApplication.primaryScreen().availableGeometry().height(), large=large)
