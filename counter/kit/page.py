"""A page of the counter: reads on the store thread, shows here; with its frame, its panels and its notices."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from counter.kit.flow import Flow
from counter.kit.place import Place
from counter.kit.words import FIND, Button, Text, named, say, say_names
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.qt import reading_order, theme
from shared.qt.boxes import row
from shared.qt.spoken import announce
from shared.qt.widgets import set_property

D = TypeVar("D")
T = TypeVar("T")
_ROWS_OF_WORDS = 3
_NOTICE_SECONDS, _TOLD_SECONDS = 8, 20


class Question(Protocol):
    """A dialog that waits for an answer."""

    def accept(self) -> None: ...
    def refused(self, text: str) -> None:
        """Say why not, inside of it."""


class Page(QWidget, Generic[D]):
    """One page. `query()` gives what to read on the store thread, `show_data` shows it; repeated after every change."""

    place: ClassVar[Place]
    """Where it stands in the navigation."""
    by_appointment: ClassVar[bool] = False
    """Only for those whom something appoints (a plan, a round), whatever their role: see `appointed`."""
    asked = Signal(str)
    """The page with this key is to be opened, or `key#part`: see `show_part`."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__()
        self.session, self.actor = session, actor
        self.data: D | None = None
        """What is shown, as it was read last."""
        self._reading = self._again = False
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
        """How many things on this page wait for the person: shown beside it in the navigation."""
        return 0

    @classmethod
    def appointed(cls, store: Store, actor: Actor, now: int) -> bool:
        """Of a page `by_appointment`: whether this person has it in the navigation."""
        return True

    def show_data(self, data: D) -> None:
        """Show what was read; also called again when the language changed."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """The page was opened: put the cursor where work begins."""

    def show_part(self, part: str) -> None:
        """Another page asked for something on this one, named by `part`."""

    def refresh(self) -> None:
        """Read again, once more if something changed while reading; not while nobody sees the page."""
        if not self.isVisible():
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        self.session.read(self, self.query(), self._read, self._broke)

    def act(self, work: Callable[[Store], T | Refusal], done: Callable[[T], None]) -> None:
        """Record something; a refusal is shown in words on the page."""
        self.session.act(self, work, done, lambda text: self.notice.say(text, "warn"))

    def answer(
        self, asked: Question, work: Callable[[Store], T | Refusal], done: Callable[[T], None] = lambda _: None
    ) -> None:
        """Record what a dialog asked for: it closes when done, and says a refusal itself."""

        def finish(result: T) -> None:
            asked.accept()
            done(result)

        self.session.act(self, work, finish, asked.refused)

    def warn_on_open_page(self, text: str) -> None:
        """Say something that must be read now on whichever page is open."""
        stack = self.parentWidget()
        page = stack.currentWidget() if isinstance(stack, QStackedWidget) else self
        if isinstance(page, Page):
            page.warn(text)

    def warn(self, text: str) -> None:
        """Say a warning here; it may come from another page."""
        self.notice.say(text, "warn", _TOLD_SECONDS)

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
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            say_names(self)
            QTimer.singleShot(0, self, self._show)  # after every widget got the event
        super().changeEvent(event)

    def _read(self, data: D) -> None:
        self._reading, self.data = False, data
        self._show()
        if self._again:
            self._again = False
            self.refresh()

    def _broke(self, error: Exception) -> None:
        self._reading = False  # or the page would never read again
        raise error

    def _show(self) -> None:
        if self.data is not None:
            self.show_data(self.data)
            reading_order.arrange_soon(self)


AnyPage = Page[Any]
"""For those who use a page and not what it reads."""


class Notice(QFrame):
    """A sentence about what just happened: stays a while, or until the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._text = Text(wrap=True)
        self._words: Callable[[], str] | None = None
        box = QHBoxLayout(self)
        gap, small = theme.current().px("gap"), theme.current().px("small")
        box.setContentsMargins(gap, small, gap, small)
        box.addWidget(self._text, 1)
        self.row = box
        self._steps: tuple[Button, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str | Callable[[], str], tone: str = "good", seconds: float = _NOTICE_SECONDS) -> None:
        """Show `text`; `tone` good, warn or bad; 0 seconds: until the next.

        What stays for long is given as a function: it is worded anew when the language changes.
        """
        self._words = None if isinstance(text, str) else text
        self._put(text if isinstance(text, str) else text())
        set_property(self, "tone", tone)
        self.show()
        announce(self, self._text.text(), tone)
        for step in self._steps:
            step.deleteLater()
        self._steps = ()
        self._timer.stop()
        if seconds:
            self._timer.start(round(seconds * 1000))

    def suggest(self, *steps: Button) -> None:
        """What can be done next, beside the sentence just said and as long as it stays."""
        self._steps = steps
        for step in steps:
            step.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.row.addWidget(step)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._words is not None:
            self._put(self._words())

    def _put(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)


class Panel(QFrame):
    """A white card with an optional heading; put things into `box`."""

    def __init__(self, title: object = "", look: str = "card") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.box = QVBoxLayout(self)
        pad, gap = theme.current().px("room"), theme.current().px("gap")
        self.box.setContentsMargins(pad, gap, pad, gap)
        self.box.setSpacing(theme.current().px("small"))
        if title:
            self.box.addWidget(Text(title, "strong"))


class _Scrolling(QScrollArea):
    """Where it does not scroll sideways it is as wide as its inside needs: what is cut there nobody could reach.

    The keyboard comes to it so that it can be scrolled: a screen reader then hears what it begins with.
    """

    _needs = 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._name_it()
        super().focusInEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name_it()

    def _name_it(self) -> None:
        texts = (label.text() for label in self.findChildren(QLabel) if label.isVisible())
        self.setAccessibleName(next(filter(None, texts), "") or self._page_title())

    def _page_title(self) -> str:
        """Where nothing is written inside yet."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, Page):
            above = above.parentWidget()
        return say(above.place.title) if above is not None else ""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff or self.widget() is None:
            return least
        frame = self.width() - self.maximumViewportSize().width()
        beside = self.verticalScrollBar().sizeHint().width() + frame
        return QSize(self.widget().minimumSizeHint().width() + beside, least.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            needs = self.widget().minimumSizeHint().width()
            if needs != self._needs:
                self._needs = needs
                self.updateGeometry()  # Qt asks for the size hint only once
        return super().eventFilter(watched, event)


def scrolling(inside: QWidget) -> QScrollArea:
    """`inside` with a scroll bar where it is taller than its place."""
    area = _Scrolling()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def reachable(inside: QWidget) -> QScrollArea:
    """`inside`, with scroll bars only where the window is smaller than it can be: nothing is ever off the screen."""
    area = scrolling(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the cursor by itself
    return area


def words_below(text: QLabel) -> QScrollArea:
    """A long text under a list: a few lines high, the rest by scrolling, so that it never makes the window higher."""
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = scrolling(text)
    area.setFixedHeight(theme.current().px("row") * _ROWS_OF_WORDS)
    return area


def tab_keys(page: AnyPage, tabs: QTabBar) -> None:
    """Ctrl+PgUp and Ctrl+PgDn go through the visible tabs, wherever on `page` the cursor is."""
    named(tabs, page.place.title)
    if isinstance(around := tabs.parentWidget(), QTabWidget):
        named(around, page.place.title)

    def go(step: int) -> None:
        shown = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
        tabs.setCurrentIndex(shown[(shown.index(tabs.currentIndex()) + step) % len(shown)])

    for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
        QShortcut(QKeySequence(keys), page, partial(go, step))
