"""Tabs that are built when they are first opened: a page then costs what is seen of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


class LazyTabs(QTabWidget):
    """Emits `built(index)` when a tab was first opened, before it is shown; the first is built at once.

    `makers`: what makes the contents of each tab. All five tabs of 培训 at once were 47 ms of the 50 a page may take.
    """

    built = Signal(int)

    def __init__(self, *makers: Callable[[], QWidget]) -> None:
        super().__init__()
        self._makers = makers
        self.parts: dict[int, QWidget] = {}
        """The contents of the tabs opened so far, by index."""
        for _ in makers:
            self.addTab(QWidget(), "")
        self.build(0)
        self.currentChanged.connect(self.build)

    def build(self, place: int) -> None:
        """Build the tab at this index, unless it is built."""
        if place in self.parts:
            return
        self.parts[place] = self._makers[place]()
        box = QVBoxLayout(self.widget(place))
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.parts[place])
        self.built.emit(place)
