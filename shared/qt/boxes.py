"""Horizontal and vertical layouts with the spacing of the theme."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from shared.qt import theme


def row(*parts: QWidget | QLayout | None, spacing: str = "gap") -> QHBoxLayout:
    """Parts side by side; None is the space that takes what is left."""
    box = QHBoxLayout()
    box.setSpacing(theme.current().px(spacing))
    fill(box, *parts)
    return box


def column(*parts: QWidget | QLayout | None, spacing: str = "gap") -> QVBoxLayout:
    """Parts below each other; None is the space that takes what is left."""
    box = QVBoxLayout()
    box.setSpacing(theme.current().px(spacing))
    fill(box, *parts)
    return box


def fill(box: QHBoxLayout | QVBoxLayout, *parts: QWidget | QLayout | None) -> None:
    """Put parts into a box, one after the other; None is the space that takes what is left."""
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)


def together(box: QLayout) -> QWidget:
    """Parts as one widget, to be added at once: adding each alone would lay the page out each time."""
    holder = QWidget()
    box.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(box)
    return holder
