"""A stack of pages whose size is that of the open page, at its minimum."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Ignores the size hints of the other pages.

    QStackedWidget is as large as its largest page wishes to be; that put buttons below the edge of small screens.
    """

    def open(self, page: QWidget) -> None:
        """Show this page."""
        self.setCurrentWidget(page)
        for each in (self.widget(place) for place in range(self.count())):
            wish = QSizePolicy.Policy.Preferred if each is page else QSizePolicy.Policy.Ignored
            each.setSizePolicy(wish, wish)

    def heightForWidth(self, width: int) -> int:
        """The minimum height of the open page: a scroll area takes heightForWidth for the minimum of its contents."""
        page = self.currentWidget()
        box = page.layout() if page else None
        return box.minimumHeightForWidth(width) if box else 0
