"""A layout that wraps: widgets side by side, continued in the next line where the width ends."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from shared.qt import theme

_Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """A row of widgets that wraps: as wide as it is allowed, as high as that takes.

    What comes after None is aligned to the right edge, on a line of its own where there is no room beside the others;
    `right`: everything is. In English a row that does not wrap would make pages wider than a small screen.
    """

    def __init__(self, *parts: QWidget | None, spacing: str = "gap", right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._left = 0 if right else parts.index(None) if None in parts else None
        self._places_by_width: dict[int, list[tuple[QLayoutItem, QRect]]] = {}  # Qt asks several times per change
        self._height_by_width: dict[int, int] = {}  # cache: hundreds of calls in nested layouts
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.current().px(spacing))
        for part in filter(None, parts):
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
        for left, right in self._lines(width):
            high = max(size.height() for _, size in (*left, *right))
            for across, line in ((0, left), (width - self._across(right), right)):
                for item, size in line:
                    yield item, QRect(QPoint(across, top + (high - size.height()) // 2), size)
                    across += size.width() + self.spacing()
            top += high + self.spacing()

    def _lines(self, width: int) -> list[tuple[_Line, _Line]]:
        """The parts at the left and at the right of each line; hidden parts are in neither."""
        left, right = (
            [(item, _size(item, width)) for item in part if not item.isEmpty()]
            for part in (self._items[: self._left], self._items[len(self._items[: self._left]) :])
        )
        if self._across([*left, *right]) <= width and (left or right):
            return [(left, right)]
        return [
            *((line, []) for line in self._broken(left, width)),
            *(([], line) for line in self._broken(right, width)),
        ]

    def _broken(self, parts: _Line, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for part in parts:
            if lines and self._across([*lines[-1], part]) <= width:
                lines[-1].append(part)
            else:
                lines.append([part])
        return lines

    def _across(self, parts: _Line) -> int:
        return sum(size.width() for _, size in parts) + self.spacing() * max(0, len(parts) - 1)


def _size(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    return hint.boundedTo(QSize(max(width, item.minimumSize().width()), hint.height()))
