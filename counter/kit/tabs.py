"""A page of tabs that each read their own data; only the open one reads, and one never opened is not built."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from counter.kit.lazy_tabs import LazyTabs
from counter.kit.page import Page, tab_keys
from counter.kit.words import say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor

Part = tuple[int, Any]
"""The index of a tab, and what it read."""


class PageTab(QWidget):
    """One tab of a `PageOfTabs`; `title` is Chinese of the context Counter."""

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
    """The classes of its tabs are given by `tab_types`."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self._types = tuple(self.tab_types())
        self.tabs = LazyTabs(*(partial(kind, self) for kind in self._types))
        self._write_titles()
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self.refresh)

    def tab_types(self) -> Sequence[type[PageTab]]:
        """The tabs in their order."""
        raise NotImplementedError

    @property
    def part(self) -> PageTab:
        """The open tab."""
        found = self.tabs.parts[self.tabs.currentIndex()]
        assert isinstance(found, PageTab)
        return found

    def query(self) -> Callable[[Store], Part]:
        place, read = self.tabs.currentIndex(), self.part.query()
        return lambda store: (place, read(store))

    def show_data(self, data: Part) -> None:
        self._write_titles()
        place, read = data
        if place == self.tabs.currentIndex():
            self.part.show_part(read)
        else:
            self.refresh()

    def _write_titles(self) -> None:
        for place, kind in enumerate(self._types):
            self.tabs.setTabText(place, say(kind.title))

    def take_focus(self) -> None:
        self.part.take_focus()
