"""The contents of the kiosk's window: top bar, pages, foot, and the overlays (banner, countdown, slide)."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.pages.page import AnyPage, Kiosk
from kiosk.shell.bars import Foot, Head
from kiosk.shell.exit_corner import HoldArea
from kiosk.shell.idle import Countdown
from kiosk.shell.slide import Slide
from shared.qt import reading_order, theme
from shared.qt.boxes import together
from shared.qt.widgets import Banner

_LAYOUT_PASSES = 4


class Frame(QWidget):
    """Rebuilt whenever text size or colours change. `staff` is called when the upper right corner is held down.

    `slide` goes from frame to frame: it keeps its pixels.
    """

    def __init__(self, clock: Callable[[], int], staff: Callable[[], None], slide: Slide) -> None:
        super().__init__()
        self.pages: dict[type[AnyPage], AnyPage] = {}
        self.page: AnyPage | None = None
        """The page that is shown; None before the first."""
        self.head, self.foot = Head(clock), Foot()
        self._pages = QVBoxLayout()
        """All pages, of which one is visible. QStackedWidget asks hidden ones for their sizes too: 4 ms a change."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part, stretch in ((self.head, 0), (together(self._pages), 1), (self.foot, 0)):
            box.addWidget(part, stretch)
        self.banner, self.countdown = Banner(self), Countdown(self)
        self.slide = slide
        slide.setParent(self)
        self.hold = HoldArea(self, staff)

    def add(self, kind: type[AnyPage], kiosk: Kiosk) -> AnyPage:
        """Make a page of this class."""
        made = self.pages[kind] = kind(kiosk)
        made.hide()
        self._pages.addWidget(made)
        return made

    def show_page(self, page: AnyPage, prepare: Callable[[], None], *, back: bool) -> None:
        """Bring a page to the front once `prepare` has filled it; another page that animates slides in."""
        self.countdown.end()
        is_other = page is not self.page
        self.slide.stop()
        prepare()
        if self.page is not None and self.page is not page:
            self.page.clearFocus()  # else Qt gives it to the next button when the page goes
            self.page.hide()
        self.page = page
        page.show()
        self.foot.setVisible(page.has_foot)
        self.foot.home.setVisible(not page.gives_way)
        self.head.show_step(page.step)
        page.setFocus()
        reading_order.arrange_soon(page)
        if is_other:
            self.slide_in(back=back)

    def slide_in(self, *, back: bool = False) -> None:
        """Slide the page in if it animates; only lay it out while the window does not paint."""
        page = self.page
        if page is None or not (page.animates and theme.current().motion and self.isVisible()):
            return
        self._lay_out_now(page)
        if self.updatesEnabled():
            self.slide.play(self._page_area(), back=back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hold.move(self.width() - self.hold.width(), 0)
        self.hold.raise_()

    def _lay_out_now(self, page: AnyPage) -> None:
        """Lay a page out now: otherwise a page shown for the first time slides in squashed and jumps at the end.

        Several passes, because a text that wraps changes the layout of its page.
        """
        parts = (page, *page.findChildren(QWidget))
        layouts = [layout for part in parts if (layout := part.layout()) is not None]
        for _ in range(_LAYOUT_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            for layout in layouts:
                layout.activate()

    def _page_area(self) -> QRect:
        """The rectangle of the pages, below the top bar."""
        return QRect(0, self.head.height(), self.width(), self.height() - self.head.height())
