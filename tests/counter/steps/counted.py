"""A person at the counter whose steps are counted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from counter.kit import page_change
from tests.counter.conftest import CTRL, Counter

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Steps(Counter):
    """A person whose keys, touches and entered texts are counted."""

    steps = 0

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.steps += 1
        super().presses(key, modifier)

    def types(self, text: str, into: str = "") -> None:
        self.steps += 1
        super().types(text, into)

    def tap(self, words: str) -> None:
        self.steps += 1
        super().tap(words)

    def chooses(self, words: str) -> None:
        self.steps += 1
        super().chooses(words)

    def turns_to(self, key: str) -> Any:
        """To a page by the key beside its name."""
        self.steps += 1
        work = self.window.workspace
        assert work is not None
        self.presses_key_of(key)
        self.waits(lambda: work.shown == key and key in work.pages and work.pages[key].filled, f"the page {key}")
        page_change.reset()
        return work.pages[key]

    def sends(self) -> None:
        """The key of a page's or a dialog's first button."""
        self.presses(KEY.Key_Return, CTRL)


Task = Callable[[Steps], object]


def played(person: Steps, tasks: dict[str, Task]) -> dict[str, int]:
    """How many steps each task took."""
    taken = {}
    for name, task in tasks.items():
        person.steps = 0
        task(person)
        taken[name] = person.steps
    return taken
