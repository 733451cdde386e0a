"""A stack of pages that spends nothing on those that are not open."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Asks the open page alone for its size, and tells it alone at once when the language changes.

    QStackedWidget is as large as its largest page wishes to be; that put buttons below the edge of small screens, and
    laid out every page that was ever opened, 5 ms each time that the open one changed. Translating forty took 50 ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self._in_other_language: set[QWidget] = set()

    def setCurrentWidget(self, page: QWidget) -> None:
        if page in self._in_other_language:
            self._in_other_language.discard(page)
            QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
        super().setCurrentWidget(page)

    def event(self, event: QEvent) -> bool:
        page = self.currentWidget()
        if event.type() != QEvent.Type.LanguageChange or page is None:
            return super().event(event)
        self._in_other_language = {self.widget(place) for place in range(self.count())} - {page}
        return QCoreApplication.sendEvent(page, event)  # QWidget would pass it on to all of them

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
