"""Makes a screen reader read widgets in the order they are seen in.

Qt reports siblings in their stacking order, which is the order they were made in. Done only while a screen reader is
active, as it takes time.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def arrange_soon(top: QWidget) -> None:
    """Call `arrange` once what has just been shown on `top` is laid out."""
    if is_read():
        QTimer.singleShot(0, top, lambda: arrange(top))


def is_read() -> bool:
    """Whether a screen reader is active."""
    return QAccessible.isActive()


def arrange(top: QWidget) -> None:
    """Restack the side-by-side widgets on `top` in reading order; overlays stay on top."""
    for parent in (top, *top.findChildren(QWidget)):
        _arrange(parent, placed(parent))


def placed(parent: QWidget) -> list[QWidget]:
    """The visible children that overlap no sibling."""
    if parent.layout() is None:  # composite widgets of Qt
        return []
    seen = [
        each for each in parent.children() if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()
    ]
    boxes = [each.geometry() for each in seen]
    return [each for each, box in zip(seen, boxes, strict=True) if sum(map(box.intersects, boxes)) == 1]


def _arrange(parent: QWidget, placed: list[QWidget]) -> None:
    seen = sorted(placed, key=lambda widget: (widget.y(), widget.x()))
    made = [child for child in parent.children() if isinstance(child, QWidget)]
    if seen == [child for child in made if child in seen]:
        return
    over = [child for child in made if child not in seen and not child.isWindow()]
    for child in (*seen, *over):
        child.raise_()
