"""A stack of pages whose size is that of the open page, at its minimum."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Asks the open page alone for its size.

    QStackedWidget is as large as its largest page wishes to be; that put buttons below the edge of small screens, and
    laid out every page that was ever opened, 5 ms each time that the open one changed.
    """

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else QSize()

    def heightForWidth(self, width: int) -> int:
        """The minimum height of the open page: a scroll area takes heightForWidth for the minimum of its contents."""
        page = self.currentWidget()
        box = page.layout() if page else None
        return box.minimumHeightForWidth(width) if box else 0
