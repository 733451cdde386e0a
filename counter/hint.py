"""The one-line hint above a page that a person opens for the first time; shown once per person and page."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import personal
from counter.kit.handbook import page_help
from counter.kit.notice import Notice
from counter.kit.words import HELP, keys, say

_MORE = QT_TRANSLATE_NOOP("Counter", "{hint}（{key} 看说明）")


class Hint(Notice):
    """Stays above the page until another page is opened."""

    def show_for(self, key: str) -> None:
        """Show the hint of the page with this key, unless the person has seen it; F1 shows it again."""
        if key in personal.current().hints_read:
            self.hide()
            return
        personal.current().hints_read.add(key)
        personal.changed()
        self.say(lambda: say(_MORE).format(hint=page_help()[key].hint, key=keys(HELP)), "", 0)
