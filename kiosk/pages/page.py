"""What every page of the kiosk has: texts in `retranslate`, an orientation, and the desk it belongs to."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.store.lobby import Lobby
from kiosk.widgets.print_size import fit_line
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.translation import Translated
from shared.qt.widgets import label, set_property

if TYPE_CHECKING:
    from kiosk.store.session import Service
    from shared.qt.badge import Status


class Desk(Protocol):
    """What a page may ask of the window around it."""

    service: "Service"

    @property
    def page(self) -> "Page": ...
    @property
    def news(self) -> "Status | None": ...
    def go(self, page: "type[Page]", *details: Any) -> None: ...
    def back(self) -> None: ...
    def of(self, kind: "type[Page]") -> "Page": ...
    def home(self) -> None: ...
    def say(self, text: str, tone: str = "good") -> None: ...
    def leave(self) -> None: ...
    def thank(self) -> None: ...
    def seconds(self, name: str) -> float: ...


class Page(Translated):
    """A page. `enter(...)` fills it anew each time it is shown; `turn(portrait)` lays it out for the orientation."""

    idles = True  # whether the countdown watches over it
    ends = False  # whether something is over with it: nothing leads back to it, or behind it
    yields = False  # whether it gives way at once when the state of the hall changes
    slides = True  # whether it comes with motion; what answers a touch is there at once
    takes_scans = True  # whether a scanned code may lead away from it; not where it would cost what was typed
    foot = True  # whether language, large print and contrast are offered under it

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.box = QVBoxLayout(self)
        now = theme.current()
        self.box.setContentsMargins(now.px("wide"), now.px("room"), now.px("wide"), now.px("room"))
        self.box.setSpacing(now.px("room"))
        self._heading: Heading | None = None
        self._onward: tuple[TouchButton, ...] = ()
        self.low = QHBoxLayout()
        self.low.setSpacing(now.px("gap"))

    def ways(self, heading: "Heading", *onward: TouchButton) -> QHBoxLayout:
        """The row at the page's foot, for what carries the page on; back comes down to it on a standing screen."""
        self._heading, self._onward = heading, onward
        return self.low

    def enter(self, *_details: Any) -> None:
        """Called each time the page is shown, with what the page before it knew."""

    def keep(self) -> Any:
        """What was done on the page, to be put on one that is built anew in another print."""
        return None

    def again(self, _kept: Any, *details: Any) -> None:
        """Be as the page was that `keep` was asked of."""
        self.enter(*details)

    def written(self, sentence: str) -> None:
        """The customer has written a sentence for this page."""

    def turn(self, portrait: bool) -> None:
        """Lay out for a standing or a lying screen."""

    def refresh(self) -> None:
        """The lobby has changed while the page is shown."""

    @property
    def lobby(self) -> Lobby:
        """The lobby; pages other than the first are shown only when there is one."""
        found = self.desk.service.lobby
        assert found is not None
        return found

    @property
    def portrait(self) -> bool:
        return self.height() >= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isEmpty() or _stands(event.oldSize()) != _stands(event.size()):
            self._place_ways(_stands(event.size()))
            self.turn(_stands(event.size()))

    def _place_ways(self, portrait: bool) -> None:
        for button in self._onward:
            self.low.addWidget(button, 1)
        if self._heading is not None:
            self._heading.place_back(self.low, portrait)


def _stands(size: QSize) -> bool:
    return size.height() >= size.width()


class Heading(QWidget):
    """The top of a page: the question and one line under it, and back, as far as every hand reaches it there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        now = theme.current()
        self.back = TouchButton("", "", "back")
        self.back.clicked.connect(desk.back)
        self.title = label(style="display")
        self.words = label(style="lead")
        text = QVBoxLayout()
        text.setSpacing(now.px("tight"))
        text.addWidget(self.title)
        text.addWidget(self.words)
        text.addStretch(1)  # title and words stay together, however much room the page leaves them
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(now.px("room"))
        self._row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(text, 1)

    def place_back(self, low: QHBoxLayout, portrait: bool) -> None:
        """Down to the page's lowest row where the top of the screen is above a short or sitting person's reach."""
        set_property(self.back, "tall", portrait)
        if portrait:
            low.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._row.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.back.sizeHint().width() + self._row.spacing() if self._row.indexOf(self.back) >= 0 else 0
        fit_line(self.title, self.width() - beside, "display")

    def set_texts(self, back: str, title: str, words: str) -> None:
        self.back.setText(back)
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._fit()


def direction(box: QBoxLayout, portrait: bool) -> None:
    """Stack a box on a standing screen, put its parts side by side on a lying one."""
    box.setDirection(QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight)


def centred(text: QLabel) -> QLabel:
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return text
