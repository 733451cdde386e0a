"""The accessible tree of a window, as AT-SPI and UI Automation give it to a screen reader."""

import itertools
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from shared.qt import reading_order

_Role = QAccessible.Role
_USED = (
    *(_Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox, _Role.EditableText, _Role.SpinBox),
    *(_Role.Table, _Role.List, _Role.PageTab, _Role.PageTabList, _Role.ProgressBar, _Role.Slider),
)
"""What somebody uses or is told by: it needs a name. Panes and texts are read by what is in them."""


def tree(top: QWidget) -> Iterator[QAccessibleInterface]:
    """What is visible of `top`, as it is read."""
    yield from _below(QAccessible.queryAccessibleInterface(top))


def faults(top: QWidget) -> list[str]:
    """What has no name, and neighbours that are read in another order than they are seen in."""
    found: list[str] = []
    for node in tree(top):
        if node.role() in _USED and not name(node):
            found.append(f"without a name: {_called(node)}")
        found += [f"read too late: {_called(each)}" for each in _read_late(node)]
    return found


def name(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name).strip()


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for child in _children(node):
        yield from _below(child)


def _children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    children = (node.child(place) for place in range(node.childCount()))
    return [child for child in children if child is not None and not child.state().invisible]  # type: ignore[attr-defined]


def _read_late(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Children that stand wholly above the one read before them."""
    made = node.object()
    if not isinstance(made, QWidget) or made.layout() is None:  # parts that Qt itself puts together
        return []
    children = [child for child in _children(node) if not child.rect().isEmpty() and _is_placed(child, made)]
    pairs = itertools.pairwise(children)
    return [later for before, later in pairs if later.rect().bottom() < before.rect().top()]


def _is_placed(child: QAccessibleInterface, parent: QWidget) -> bool:
    """Not what lies over the others, as a banner does."""
    made = child.object()
    return isinstance(made, QWidget) and made in reading_order.placed(parent)


def _called(node: QAccessibleInterface) -> str:
    made = node.object()
    return f"{node.role().name} {type(made).__name__} “{name(node)[:24]}”"
