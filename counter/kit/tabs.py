"""A page of tabs that each read their own data; only the open one reads."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget

from counter.kit.page import Page, tab_keys
from counter.kit.words import say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor

Part = tuple[int, Any]
"""The index of a tab, and what it read."""


class PageTab(QWidget):
    """One tab of a `PageOfParts`; `title` is Chinese of the context Counter."""

    title: object = ""

    def __init__(self, page: "PageOfTabs") -> None:
        super().__init__()
        self.page = page

    def query(self) -> Callable[[Store], Any]:
        """What to read: a function of the store that touches no widget."""
        raise NotImplementedError

    def show_part(self, data: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where work begins: the tab was opened."""


class PageOfTabs(Page[Part]):
    """Makes its tabs by `make_parts` when it is built itself."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.tabs = QTabWidget()
        self.parts = tuple(self.make_parts())
        for part in self.parts:
            self.tabs.addTab(part, say(part.title))
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self.refresh)

    def make_parts(self) -> Sequence[PageTab]:
        """The tabs in their order."""
        raise NotImplementedError

    def query(self) -> Callable[[Store], Part]:
        place = self.tabs.currentIndex()
        read = self.parts[place].query()
        return lambda store: (place, read(store))

    def show_data(self, data: Part) -> None:
        for place, part in enumerate(self.parts):
            self.tabs.setTabText(place, say(part.title))
        place, read = data
        self.parts[place].show_part(read)
        if place != self.tabs.currentIndex():
            self.refresh()

    def take_focus(self) -> None:
        self.parts[self.tabs.currentIndex()].take_focus()

    def open_part(self, kind: type[PageTab]) -> None:
        """Show the tab of this kind."""
        self.tabs.setCurrentIndex(next(n for n, part in enumerate(self.parts) if isinstance(part, kind)))
