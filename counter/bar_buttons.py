"""Buttons of the workspace's bar that show less than they say: on a small screen the bar has no room for more."""

from PySide6.QtGui import QKeySequence

from counter.kit.words import Button
from shared.qt.tips import plain


class ShortButton(Button):
    """Shows its text without the shortcut; the tooltip has both."""

    def _write(self) -> None:
        super()._write()
        self.setText(self._short())
        self.setShortcut(QKeySequence(self._keys))  # `setText` removes it
        self.setToolTip(plain(f"{self.words}  {self.keys}"))

    def _short(self) -> str:
        return self.words


class HelpButton(ShortButton):
    """Shows a question mark and its shortcut."""

    def _short(self) -> str:
        return f"? {self.keys}"


class IconButton(ShortButton):
    """Shows its icon only."""

    def _short(self) -> str:
        return ""
