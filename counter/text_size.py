"""大字: the text size of the counter's windows, a personal setting of whoever is signed in."""

from PySide6.QtWidgets import QApplication, QWidget

from counter.kit.words import TextArea
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


def _unit(large: bool) -> float:
    return theme.counter_unit(QApplication.primaryScreen().availableGeometry().height(), large=large)
