"""What is on the screen: the widgets that show now."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget


def seen(top: QWidget) -> Iterator[QWidget]:
    """The widgets below `top` that show, each before those inside it.

    Looks into nothing hidden: a window holds every page that was open before, a thousand widgets.
    """
    for child in top.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from seen(child)
