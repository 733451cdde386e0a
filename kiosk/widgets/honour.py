"""The honour wall on the lobby's screens: a few faces with names and what they are honoured for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from shared.qt import theme
from shared.qt.widgets import Avatar, clear, label

if TYPE_CHECKING:
    from shared.practice.honour.views import Honoured

_MOST = 3
"""People side by side; if there are more, the order changes daily."""


class HonourStrip(QWidget):
    """Up to three people, as many as fit whole; hidden while there are none."""

    def __init__(self, size: str = "symbol") -> None:
        super().__init__()
        self._size = size
        self._shown: tuple[object, ...] = ()
        self._people: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it asks for no width
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
        self._people = [self._person(each) for each in chosen]
        self._row.addStretch(1)
        for person in self._people:
            self._row.addWidget(person)
        self._row.addStretch(1)
        self.setVisible(bool(chosen))
        self._fit()
        self.setAccessibleName("、".join(f"{each.name} {each.words}" for each in chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Hide the last people until the others fit."""
        left = self.width()
        for person in self._people:
            left -= _whole_width(person) + self._row.spacing()
            person.setVisible(left + self._row.spacing() >= 0)

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


def _whole_width(person: QWidget) -> int:
    """The width of a person's face and texts, px, measured after the style sheet is applied."""
    for part in person.findChildren(QWidget):
        part.ensurePolished()
    layouts = person.findChildren(QLayout)
    for each in reversed(layouts):
        each.invalidate()
    return person.layout().sizeHint().width()  # type: ignore[union-attr]  # `_person` gives it a layout
