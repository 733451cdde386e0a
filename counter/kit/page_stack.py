"""The pages above each other: only the open one asks for room, and for no more than it can do with."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """By itself a stack is as large as the largest page ever opened, and as high as that one would like to be.

    Then the buttons below a table were off the screen though the table had room to spare.
    """

    def open(self, page: QWidget) -> None:
        """Show this page."""
        self.setCurrentWidget(page)
        for each in (self.widget(place) for place in range(self.count())):
            wish = QSizePolicy.Policy.Preferred if each is page else QSizePolicy.Policy.Ignored
            each.setSizePolicy(wish, wish)

    def heightForWidth(self, width: int) -> int:
        """The least height of the open page: a scroll area takes this for what its inside cannot do without."""
        page = self.currentWidget()
        box = page.layout() if page else None
        return box.minimumHeightForWidth(width) if box else 0
