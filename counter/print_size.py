"""大字: the print of the counter's windows, as whoever works here set it for themselves."""

from PySide6.QtWidgets import QApplication, QWidget

from counter.kit.words import TextArea
from shared.qt import theme


def use(*, large: bool) -> None:
    """Put it in force for this screen. What is built already keeps its sizes."""
    theme.apply(
        theme.Theme(unit=_unit(large), large=large, dpi=theme.real_dpi(QApplication.primaryScreen())), "counter"
    )


def change(*, large: bool) -> bool:
    """The same, unless it is in force already; whether it was not."""
    if other := _unit(large) != theme.current().unit:
        use(large=large)
    return other


def holds_words(top: QWidget) -> bool:
    """Whether somebody is writing on a page: it would be lost with a page that is built anew."""
    areas = top.findChildren(TextArea)
    return any(area.text().strip() and area.document().isModified() for area in areas)


def _unit(large: bool) -> float:
    return theme.counter_unit(QApplication.primaryScreen().availableGeometry().height(), large=large)
