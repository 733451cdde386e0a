"""Where a page stands in the navigation, as each page declares it itself."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

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


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: `title` and `icon`, the right it needs (None: none), `order` within its group.

    `theme`: where the office finds it; its first page and those it cannot open have none.

    `key` names the page in the program and in tests; nobody reads it on the screen.
    """

    key: str
    title: object
    icon: str
    act: Act | None
    group: Group
    order: int
    theme: Theme | None = None
