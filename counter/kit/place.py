"""The place of a page in the navigation, as each page declares it itself."""

from enum import IntEnum

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from shared.domain.roles import Act


class Group(IntEnum):
    """The parts of the navigation, in their order from the top."""

    OFFICE = 0
    HALL = 1
    WINDOW = 2
    EVERYBODY = 3


class Theme(IntEnum):
    """The paper's four core themes: how the office's own pages are arranged, in their order from the top."""

    CARE = 0
    TEAM = 1
    RULES = 2
    SERVICE = 3

    @property
    def title(self) -> object:
        return _THEMES[self]


_THEMES = {
    Theme.CARE: QT_TRANSLATE_NOOP("Counter", "人文关怀员工"),
    Theme.TEAM: QT_TRANSLATE_NOOP("Counter", "阳光管理团队"),
    Theme.RULES: QT_TRANSLATE_NOOP("Counter", "规范工作守则"),
    Theme.SERVICE: QT_TRANSLATE_NOOP("Counter", "真心服务用户"),
}


class Place(msgspec.Struct, frozen=True):
    """One entry of the navigation: `title` and `icon`, the right it needs (None: none), `order` within its group.

    `theme`: its heading for the office; None for the office's first page and pages of other roles.
    `key` names the page in the program and in tests; it is not shown.
    """

    key: str
    title: object
    icon: str
    act: Act | None
    group: Group
    order: int
    theme: Theme | None = None


def place_around(widget: QWidget) -> Place | None:
    """The place of the page that holds `widget`; None outside a page."""
    above = widget.parentWidget()
    while above is not None:
        place = getattr(above, "place", None)
        if isinstance(place, Place):
            return place
        above = above.parentWidget()
    return None
