"""Tabs, and those that are built when they are first opened: a page then costs what is seen of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QTabWidget, QVBoxLayout, QWidget


class Tabs(QTabWidget):
    """A page writes the titles of its tabs with whatever it shows; they change seldom."""

    def setTabText(self, place: int, text: str) -> None:
        """Set the title. With the same one Qt would lay out and paint the page anew."""
        if text != self.tabText(place):
            super().setTabText(place, text)


class TabBar(QTabBar):
    """The same for tabs without pages of their own."""

    def setTabText(self, place: int, text: str) -> None:
        if text != self.tabText(place):
            super().setTabText(place, text)


class LazyTabs(Tabs):
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
