"""In which order a screen reader reads: the one things are seen in, not the one they were made in.

Qt reads siblings in the order of the stack they lie in, which is how they were made. Done only while a screen reader
is there: nobody else waits for it.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def arrange_soon(top: QWidget) -> None:
    """Once what has just been shown on `top` is laid out."""
    if is_read():
        QTimer.singleShot(0, top, lambda: arrange(top))


def is_read() -> bool:
    """Whether a screen reader is there."""
    return QAccessible.isActive()


def arrange(top: QWidget) -> None:
    """Everything on `top` that stands side by side. What lies over it stays over it."""
    for parent in (top, *top.findChildren(QWidget)):
        _arrange(parent, placed(parent))


def placed(parent: QWidget) -> list[QWidget]:
    """The children that are seen side by side: nothing lies over them, nor they over anything."""
    if parent.layout() is None:  # parts that Qt itself puts together
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
