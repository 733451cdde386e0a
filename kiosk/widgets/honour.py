"""The honour wall of a lobby's screens: a few faces with their names and what they are honoured for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shared.qt import theme
from shared.qt.widgets import Avatar, clear, label

if TYPE_CHECKING:
    from shared.practice.honour.views import Honoured

_MOST = 3
"""Beside each other; of more, others come first each day."""


class HonourStrip(QWidget):
    """Up to three people; nothing at all, and no room taken, while there is nobody."""

    def __init__(self, size: str = "symbol") -> None:
        super().__init__()
        self._size = size
        self._shown: tuple[object, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px("room"))
        self.hide()

    def show_people(self, honoured: "Sequence[Honoured]") -> None:
        """Show the first of these."""
        chosen = honoured[:_MOST]
        wanted = tuple((each.number, each.name, each.photo, each.words) for each in chosen)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._row)
        self._row.addStretch(1)
        for each in chosen:
            self._row.addWidget(self._person(each))
        self._row.addStretch(1)
        self.setVisible(bool(chosen))
        self.setAccessibleName("、".join(f"{each.name} {each.words}" for each in chosen))

    def _person(self, each: "Honoured") -> QWidget:
        face = Avatar(each.name, each.photo, theme.current().px(self._size), each.number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(each.name, "strong", wrap=False))
        words.addWidget(label(each.words, "caption", wrap=False))
        whole = QWidget()
        box = QHBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addWidget(face, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(words)
        return whole
