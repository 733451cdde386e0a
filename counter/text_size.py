"""大字: the text size of the counter's windows, a personal setting of whoever is signed in."""

from PySide6.QtWidgets import QApplication, QWidget

from counter.kit.words import TextArea, TextField
from shared.qt import theme


def use(*, large: bool) -> None:
    """Apply large or normal text to this screen. Widgets built before keep their sizes."""
    theme.apply(
        theme.Theme(unit=_unit(large), large=large, dpi=theme.real_dpi(QApplication.primaryScreen())), "counter"
    )


def change(*, large: bool) -> bool:
    """Apply it if another size is in force; returns whether it was."""
    if other := _unit(large) != theme.current().unit:
        use(large=large)
    return other


def has_unsaved_text(top: QWidget) -> bool:
    """Whether a text area below `top` holds unsaved text: it would be lost when the page is rebuilt."""
    areas = top.findChildren(TextArea)
    return any(area.text().strip() and area.document().isModified() for area in areas)


def typed(page: QWidget) -> list[str]:
    """What somebody typed into each field of one line, in their order; "" for what nobody touched, or a PIN."""
    shown = TextField.EchoMode.Normal
    return [field.text() if field.isModified() and field.echoMode() == shown else "" for field in _fields(page)]


def type_again(page: QWidget, texts: list[str]) -> None:
    """The same into the same page, built anew; not where it has other fields now."""
    fields = _fields(page)
    for field, text in zip(fields, texts, strict=False):
        if text and len(fields) == len(texts):
            field.setText(text)
            field.setModified(True)  # kept the next time too


def _fields(page: QWidget) -> list[TextField]:
    """Without those of tables, which make their filter with their first rows."""
    from counter.kit.table_tools import Filter  # late: no part of the first frame

    return [field for field in page.findChildren(TextField) if not isinstance(field, Filter)]


def _unit(large: bool) -> float:
    return theme.counter_unit(QApplication.primaryScreen().availableGeometry().height(), large=large)
