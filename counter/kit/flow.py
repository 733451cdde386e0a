"""A layout that wraps: widgets side by side, continued in the next line where the width ends."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from shared.qt import theme


class Flow(QLayout):
    """Height for width; `right`: lines are aligned to the right edge.

    In English a row that does not wrap would make pages wider than a small screen.
    """

    def __init__(self, *parts: QWidget, spacing: str = "gap", right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right = right
        self._places_by_width: dict[int, list[tuple[QLayoutItem, QRect]]] = {}  # Qt asks several times per change
        self._height_by_width: dict[int, int] = {}  # cache: hundreds of calls in nested layouts
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.current().px(spacing))
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:  # type: ignore[override]  # C++ gives None, the stubs don't
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def invalidate(self) -> None:
        self._places_by_width.clear()
        self._height_by_width.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._height_by_width:
            self._height_by_width[width] = max((box.bottom() + 1 for _, box in self._cached_places(width)), default=0)
        return self._height_by_width[width]

    def minimumSize(self) -> QSize:
        """Room for the widest part."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def sizeHint(self) -> QSize:
        """All parts in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, box in self._cached_places(rect.width()):
            item.setGeometry(box.translated(rect.topLeft()))

    def _cached_places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """The rectangle of each item in lines of this width, px."""
        if width not in self._places_by_width:
            self._places_by_width[width] = list(self._places(width))
        return self._places_by_width[width]

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        top = 0
        for line in self._lines(width):
            high = max(size.height() for _, size in line)
            used = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
            left = width - used if self._right else 0
            for item, size in line:
                yield item, QRect(QPoint(left, top + (high - size.height()) // 2), size)
                left += size.width() + self.spacing()
            top += high + self.spacing()

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), item.sizeHint().height()))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self.spacing()
        if line:
            yield line
