"""A page of the counter: reads on the store thread, shows on the GUI thread, again after every change."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTabWidget, QVBoxLayout, QWidget

from counter.kit.flow import Flow
from counter.kit.notice import Notice
from counter.kit.place import Place
from counter.kit.words import FIND, Text, named, say_names
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.qt import reading_order, theme
from shared.qt.boxes import row

D = TypeVar("D")
T = TypeVar("T")
_WARNING_SECONDS = 20


class Question(Protocol):
    """A dialog that waits for an answer."""

    def accept(self) -> None: ...
    def refused(self, text: str) -> None:
        """Show the refusal inside the dialog."""


class Page(QWidget, Generic[D]):
    """One page. `query()` gives what to read on the store thread, `show_data` shows it; repeated after every change."""

    place: ClassVar[Place]
    """Where it stands in the navigation."""
    by_appointment: ClassVar[bool] = False
    """Shown only to people appointed by a plan or a round, whatever their role: see `appointed`."""
    asked = Signal(str)
    """Asks the workspace to open the page with this key, or a part of it (`key#part`, see `show_part`)."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__()
        self.session, self.actor = session, actor
        self.data: D | None = None
        """What was read last and is shown; None before the first reading."""
        self._reading = self._read_again = False
        self._shows_other_language = False
        self.body = QVBoxLayout(self)
        pad, gap = theme.current().px("room"), theme.current().px("gap")
        self.body.setContentsMargins(pad, gap, pad, gap)
        self.body.setSpacing(gap)
        self.title_row = row(Text(self.place.title, "title"))
        self.head = Flow(right=True)
        """At the right of the title."""
        self.title_row.addLayout(self.head)
        self.body.addLayout(self.title_row)
        self.notice = Notice()
        self.body.addWidget(self.notice)
        session.changed.connect(self.refresh)
        session.minute.connect(self.refresh)

    def query(self) -> Callable[[Store], D]:
        """What to read: a function of the store that touches no widget."""
        raise NotImplementedError

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """How many items on this page wait for the person: shown as a count in the navigation. On the store thread."""
        return 0

    @classmethod
    def appointed(cls, store: Store, actor: Actor, now: int) -> bool:
        """For a page `by_appointment`: whether this person sees it in the navigation. Runs on the store thread."""
        return True

    def show_data(self, data: D) -> None:
        """Show what was read; also called again when the language changed."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """The page was opened: put the cursor where work begins."""

    def show_part(self, part: str) -> None:
        """Show the part of this page that another page asked for by `key#part`."""

    def refresh(self) -> None:
        """Read again, and once more if something changed meanwhile. A hidden page reads when it is shown."""
        if not self.isVisible():
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self.session.read(self, self.query(), self._read, self._read_failed)

    def act(self, work: Callable[[Store], T | Refusal], done: Callable[[T], None]) -> None:
        """Record something; a refusal is shown in words on the page."""
        self.session.act(self, work, done, lambda text: self.notice.say(text, "warn"))

    def answer(
        self, asked: Question, work: Callable[[Store], T | Refusal], done: Callable[[T], None] = lambda _: None
    ) -> None:
        """Record what a dialog asked for: it closes when done, and shows a refusal inside."""

        def finish(result: T) -> None:
            asked.accept()
            done(result)

        self.session.act(self, work, finish, asked.refused)

    def warn_on_open_page(self, text: str) -> None:
        """Show a warning on whichever page is open: it must be read now."""
        stack = self.parentWidget()
        page = stack.currentWidget() if isinstance(stack, QStackedWidget) else self
        if isinstance(page, Page):
            page.warn(text)

    def warn(self, text: str) -> None:
        """Show a warning on this page; another page may be its source."""
        self.notice.say(text, "warn", _WARNING_SECONDS)

    @property
    def filled(self) -> bool:
        """Whether it has shown what it reads at least once."""
        return self.data is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F comes here where neither the page has a search of its own nor a table has the cursor."""
        from counter.kit.table import Table  # late: no part of the first frame

        table = next((each for each in self.findChildren(Table) if each.isVisible()), None)
        if not event.matches(FIND) or table is None:
            super().keyPressEvent(event)
            return
        table.open_filter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shows_other_language:
            self._show_in_language()
        else:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            say_names(self)
            self._shows_other_language = True
            QTimer.singleShot(0, self, self._show_in_language)  # after every widget got the event
        super().changeEvent(event)

    def _read(self, data: D) -> None:
        self._reading, self.data = False, data
        self._show()
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _read_failed(self, error: Exception) -> None:
        self._reading = False  # otherwise `refresh` would wait forever for this reading
        raise error

    def _show_in_language(self) -> None:
        """Show the same in the language that is spoken now; a hidden page when it is shown."""
        if self._shows_other_language and self.isVisible():
            self._show()
            self.refresh()  # some words are chosen where the journal is read

    def _show(self) -> None:
        self._shows_other_language = False
        if self.data is not None:
            self.show_data(self.data)
            reading_order.arrange_soon(self)


AnyPage = Page[Any]
"""A page whose data type does not matter to the caller."""


def tab_keys(page: AnyPage, tabs: QTabBar) -> None:
    """Let Ctrl+PgUp and Ctrl+PgDn go through the visible tabs, wherever on `page` the cursor is."""
    named(tabs, page.place.title)
    if isinstance(around := tabs.parentWidget(), QTabWidget):
        named(around, page.place.title)

    def go(step: int) -> None:
        shown = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
        tabs.setCurrentIndex(shown[(shown.index(tabs.currentIndex()) + step) % len(shown)])

    for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
        QShortcut(QKeySequence(keys), page, partial(go, step))
