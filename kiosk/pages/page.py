"""What every page of the kiosk has: a typed request, texts in `retranslate`, a layout for each orientation."""

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.store.lobby import Lobby
from kiosk.widgets.title_size import fit_line
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.translation import Translated
from shared.qt.widgets import label, set_property

if TYPE_CHECKING:
    from kiosk.store.session import KioskSession
    from shared.device.codes import Code, Unreadable
    from shared.qt.sync_badge import Status

R = TypeVar("R")
K = TypeVar("K")


class Kiosk(Protocol):
    """What a page may ask of the window around it."""

    session: "KioskSession"

    @property
    def page(self) -> "AnyPage": ...
    @property
    def sync_status(self) -> "Status | None": ...
    @overload
    def go(self, page: "type[Page[None, Any]]") -> None: ...
    @overload
    def go(self, page: "type[Page[R, Any]]", request: R) -> None: ...
    def back(self) -> None: ...
    def page_of(self, kind: "type[AnyPage]") -> "AnyPage": ...
    def home(self) -> None: ...
    def say(self, text: str, tone: str = "good") -> None: ...
    def end_program(self) -> None: ...
    def play_thanks(self) -> None: ...
    def seconds(self, name: str) -> float: ...


class Page(Translated, Generic[R, K]):
    """A page, shown for a request `R`. `K` is the input made on it, kept when the page is rebuilt."""

    times_out = True  # without a touch, a countdown leads back to the first page
    ends_visit = False  # the customer's task ends here: 返回 leads neither to it nor to pages before it
    gives_way = False  # replaced at once when the state of the hall changes
    animates = True  # slides in; a page that answers a touch appears at once
    allows_scans = True  # a scanned code may leave the page; False where typed text would be lost
    has_foot = True  # language, large print and contrast are offered below it

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__()
        self.kiosk = kiosk
        self.box = QVBoxLayout(self)
        now = theme.current()
        self.box.setContentsMargins(now.px("wide"), now.px("room"), now.px("wide"), now.px("room"))
        self.box.setSpacing(now.px("room"))
        self._heading: Heading | None = None
        self._next_buttons: tuple[TouchButton, ...] = ()
        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(now.px("gap"))

    def bottom_row(self, heading: "Heading", *next_buttons: TouchButton) -> QHBoxLayout:
        """The lowest row: the buttons that lead on, and on a portrait screen also 返回."""
        self._heading, self._next_buttons = heading, next_buttons
        return self.bottom

    @property
    def step(self) -> tuple[int, int]:
        """The number of this step and of all steps; (0, 0) for a page that is no step."""
        return 0, 0

    def show_for(self, request: R) -> None:
        """Fill the page: called each time it is shown for another request."""

    def keep(self) -> K:
        """The input made on the page, for `restore` on the page rebuilt in another text size."""
        return None  # type: ignore[return-value]  # a page with nothing to keep has K = None

    def restore(self, request: R, _kept: K) -> None:
        """Show the request with the input that `keep` returned."""
        self.show_for(request)

    def sentence_written(self, sentence: str) -> None:
        """Take the sentence the customer wrote on the keyboard page for this page."""

    def handle_code(self, _code: "Code | Unreadable") -> bool:
        """Handle a scanned code on this page; returns whether it did. A code not handled may open another page."""
        return False

    def lay_out(self, portrait: bool) -> None:
        """Arrange the page for a portrait or a landscape screen."""

    def refresh(self) -> None:
        """Update: the lobby has changed, or the page is shown again for the same request."""

    @property
    def lobby(self) -> Lobby:
        """The lobby; only the first page is shown before it was read."""
        found = self.kiosk.session.lobby
        assert found is not None
        return found

    @property
    def portrait(self) -> bool:
        return self.height() >= self.width()

    def changeEvent(self, event: QEvent) -> None:
        """Take the focus back when enabled: disabled while the store answers, the page lost it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self.isEnabled() and self.isVisible():
            self.setFocus()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Nothing: QWidget repaints the whole page, which looks no different with the focus."""

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Nothing, as above: the repaint was 5 of the 22 ms of CPU from a touched card to the thanks page."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isEmpty() or _is_portrait(event.oldSize()) != _is_portrait(event.size()):
            self._place_bottom_row(_is_portrait(event.size()))
            self.lay_out(_is_portrait(event.size()))

    def _place_bottom_row(self, portrait: bool) -> None:
        for button in self._next_buttons:
            self.bottom.addWidget(button, 1)
        if self._heading is not None:
            self._heading.place_back(self.bottom, portrait)


def _is_portrait(size: QSize) -> bool:
    return size.height() >= size.width()


AnyPage = Page[Any, Any]


class Heading(QWidget):
    """The top of a page: the question, one line under it, and on a landscape screen 返回."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__()
        now = theme.current()
        self.back = TouchButton("", "", "back")
        self.back.clicked.connect(kiosk.back)
        self.title = label(style="display")
        self.words = label(style="lead")
        text = QVBoxLayout()
        text.setSpacing(now.px("tight"))
        text.addWidget(self.title)
        text.addWidget(self.words)
        text.addStretch(1)  # keeps title and words together
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(now.px("room"))
        self._row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(text, 1)

    def place_back(self, low: QHBoxLayout, portrait: bool) -> None:
        """Put 返回 into the lowest row of a portrait screen, whose top a short or sitting person cannot reach."""
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


def set_direction(box: QBoxLayout, portrait: bool) -> None:
    """Stack the parts of a box on a portrait screen, put them side by side on a landscape one."""
    box.setDirection(QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight)
