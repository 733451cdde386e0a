"""The one line that greets a person on a page they open for the first time; it never comes back by itself."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import personal
from counter.kit.handbook import page_help
from counter.kit.page import Notice
from counter.kit.words import HELP, keys, say

_MORE = QT_TRANSLATE_NOOP("Counter", "{hint}（{key} 看说明）")


class Hint(Notice):
    """Above the page; gone with the next page, and for good."""

    def show_for(self, key: str) -> None:
        """Greet with the hint of this page, unless they have read it: F1 says it again."""
        if not personal.known() or key in personal.current().hints_read:
            self.hide()
            return
        personal.current().hints_read.add(key)
        personal.changed()
        self.say(lambda: say(_MORE).format(hint=page_help()[key].hint, key=keys(HELP)), "", 0)
