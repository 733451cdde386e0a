"""The navigation at the left of a workspace: one entry per page, with what waits there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from counter import navigation
from counter.kit.page import AnyPage
from counter.kit.words import Text
from counter.navigation_entry import Entry, shortcut_of
from shared.domain.roles import Role
from shared.qt import theme

_HOME = "home"


class NavigationPanel(QWidget):
    """Shows the entries of `pages` in their order; emits `chosen(key)` of the page whose entry was clicked."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[type[AnyPage]], role: Role) -> None:
        super().__init__()
        self._pages = pages
        self._entries = QButtonGroup(self)
        box = QVBoxLayout(self)
        small = theme.current().px("small")
        box.setContentsMargins(small, theme.current().px("gap"), small, small)
        box.setSpacing(theme.current().px("hair"))  # a supervisor has eighteen pages
        theme_above = None
        for number, page in enumerate(pages):
            place = page.place
            if navigation.by_theme(role) and place.theme is not None and place.theme != theme_above:
                theme_above = place.theme
                box.addWidget(Text(place.theme.title, "caption"))
            box.addWidget(self._entry(number, page))
        box.addStretch(1)

    def mark_open(self, key: str) -> Entry:
        """Check the entry of the open page, and return it."""
        entry = self._entry_at([page.place.key for page in self._pages].index(key))
        entry.setChecked(True)
        return entry

    def show_counts(self, counts: Sequence[tuple[int, bool]]) -> None:
        """Show per page how many items wait, and whether the person has the page (`Page.appointed`)."""
        for number, (count, appointed) in enumerate(counts):
            if self._pages[number].place.key != _HOME:  # shows the time left of a pause instead
                self._entry_at(number).note(str(count) if count else "")
            self._entry_at(number).setVisible(appointed)

    def show_pause(self, left: str) -> None:
        """Show the time left of a pause at the page where it is ended; "" for none."""
        for number, page in enumerate(self._pages):
            if page.place.key == _HOME:
                self._entry_at(number).note(left)

    def _entry(self, number: int, page: type[AnyPage]) -> Entry:
        entry = Entry(page.place, shortcut_of(number))
        entry.setCheckable(True)
        entry.clicked.connect(lambda: self.chosen.emit(page.place.key))
        if page.by_appointment:
            entry.hide()  # until the journal says so; shown without a parent it would be a window of its own
        self._entries.addButton(entry, number)
        return entry

    def _entry_at(self, number: int) -> Entry:
        entry = self._entries.button(number)
        assert isinstance(entry, Entry)
        return entry
