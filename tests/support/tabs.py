"""Opens a tab of a page by its class, as its title is pressed."""

from typing import TypeVar

from counter.kit.tabs import PageOfTabs, PageTab

P = TypeVar("P", bound=PageTab)


def opened(page: PageOfTabs, kind: type[P]) -> P:
    """The tab of this kind, shown now."""
    place = page.tab_types().index(kind)
    page.tabs.setCurrentIndex(place)
    part = page.tabs.parts[place]
    assert isinstance(part, kind)
    return part
