"""What every page of the kiosk has: texts in `retranslate`, an orientation, and the desk it belongs to."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.lobby import Lobby
from shared.qt import theme
from shared.qt.translation import Translated
from shared.qt.widgets import TouchButton, label

if TYPE_CHECKING:
    from kiosk.service import Service


class Desk(Protocol):
    """What a page may ask of the window around it."""

    service: "Service"

    @property
    def page(self) -> "Page": ...

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
            self.turn(_stands(event.size()))


def _stands(size: QSize) -> bool:
    return size.height() >= size.width()


class Heading(QWidget):
    """The top of a page: back on the left, the question and one line under it, home on the right."""

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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(now.px("room"))
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)

    def set_texts(self, back: str, title: str, words: str) -> None:
        self.back.setText(back)
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))


def direction(box: QBoxLayout, portrait: bool) -> None:
    """Stack a box on a standing screen, put its parts side by side on a lying one."""
    box.setDirection(QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight)


def centred(text: QLabel) -> QLabel:
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return text
