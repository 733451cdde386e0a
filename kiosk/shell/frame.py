"""Everything inside the kiosk's window in one look: top bar, pages, foot, and what lies over them now and then."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.pages.page import Desk, Page
from kiosk.shell.bars import Foot, Head
from kiosk.shell.exit_corner import HoldArea
from kiosk.shell.idle import Countdown
from kiosk.shell.slide import Slide
from shared.qt import theme
from shared.qt.widgets import Banner


class Frame(QWidget):
    """Made anew whenever the look changes. `staff` is called where the upper right corner is held."""

    def __init__(self, clock: Callable[[], int], staff: Callable[[], None]) -> None:
        super().__init__()
        self.pages: dict[type[Page], Page] = {}
        self._stack = QStackedWidget()
        self.head, self.foot = Head(clock), Foot()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part, stretch in ((self.head, 0), (self._stack, 1), (self.foot, 0)):
            box.addWidget(part, stretch)
        self.banner, self.countdown = Banner(self), Countdown(self)
        self.slide = Slide(self)
        self.hold = HoldArea(self, staff)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None before the first."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Page) else None

    def add(self, kind: type[Page], desk: Desk) -> Page:
        """Make a page that is not there yet."""
        made = self.pages[kind] = kind(desk)
        self._stack.addWidget(made)
        return made

    def show_page(self, page: Page, prepare: Callable[[], None], *, back: bool) -> None:
        """Bring a page to the front once `prepare` has filled it; with motion where it slides and is another."""
        self.countdown.end()
        before = self._picture() if page.slides and page is not self.page else None
        prepare()
        self._stack.setCurrentWidget(page)
        self.foot.setVisible(page.foot)
        page.setFocus()
        if before is not None:
            self.slide.setGeometry(self._stage())
            self.slide.play(before, self._grab(), back=back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hold.move(self.width() - self.hold.width(), 0)
        self.hold.raise_()

    def _picture(self) -> QPixmap | None:
        """The page as it is, for the slide; None where nothing moves."""
        if not theme.current().motion or not self.isVisible():
            return None
        self.slide.stop()
        return self._grab()

    def _grab(self) -> QPixmap:
        return self.window().grab(self._stage())  # the ground is the window's

    def _stage(self) -> QRect:
        """Where the pages are: below the top bar."""
        return QRect(0, self.head.height(), self.width(), self.height() - self.head.height())
