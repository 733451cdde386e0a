"""Everything inside the kiosk's window: top bar, pages, foot, and what covers them at times."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.pages.page import AnyPage, Kiosk, Page
from kiosk.shell.bars import Foot, Head
from kiosk.shell.exit_corner import HoldArea
from kiosk.shell.idle import Countdown
from kiosk.shell.slide import Slide
from shared.qt import reading_order, theme
from shared.qt.widgets import Banner

_ROUNDS = 4


class Frame(QWidget):
    """Rebuilt whenever print or colours change. `staff` is called when the upper right corner is held."""

    def __init__(self, clock: Callable[[], int], staff: Callable[[], None]) -> None:
        super().__init__()
        self.pages: dict[type[AnyPage], AnyPage] = {}
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
    def page(self) -> AnyPage | None:
        """The page that is shown; None before the first."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Page) else None

    def add(self, kind: type[AnyPage], kiosk: Kiosk) -> AnyPage:
        """Make a page that is not there yet."""
        made = self.pages[kind] = kind(kiosk)
        self._stack.addWidget(made)
        return made

    def show_page(self, page: AnyPage, prepare: Callable[[], None], *, back: bool) -> None:
        """Bring a page to the front once `prepare` has filled it; another page that animates slides in."""
        self.countdown.end()
        before = self._picture_for_slide() if page.animates and page is not self.page else None
        prepare()
        self._stack.setCurrentWidget(page)
        self.foot.setVisible(page.has_foot)
        self.foot.home.setVisible(not page.gives_way)
        self.head.show_step(page.step)
        page.setFocus()
        reading_order.arrange_soon(page)
        if before is not None:
            self._settle()
            self.slide.setGeometry(self._page_area())
            self.slide.play(before, self._grab(), back=back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hold.move(self.width() - self.hold.width(), 0)
        self.hold.raise_()

    def _picture_for_slide(self) -> QPixmap | None:
        """The page before, for the slide; None where there is no animation."""
        if not theme.current().motion or not self.isVisible():
            return None
        self.slide.stop()
        return self._grab()

    def _settle(self) -> None:
        """Lay everything out now: a page seen for the first time would else come in squashed, and jump at the end.

        More than once, because a text that needs two lines makes its page be laid out anew.
        """
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            for part in (self.page, *self.page.findChildren(QWidget)) if self.page else ():
                if (layout := part.layout()) is not None:
                    layout.activate()

    def _grab(self) -> QPixmap:
        return self.window().grab(self._page_area())  # of the window, because it paints the background

    def _page_area(self) -> QRect:
        """Where the pages are: below the top bar."""
        return QRect(0, self.head.height(), self.width(), self.height() - self.head.height())
