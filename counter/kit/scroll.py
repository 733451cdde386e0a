"""Scroll areas: for contents taller than their place, and for windows smaller than their contents."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from counter.kit.place import place_around
from counter.kit.words import say
from shared.qt import theme

_ROWS_OF_TEXT = 3


class _Scrolling(QScrollArea):
    """Without a horizontal scroll bar it is at least as wide as its contents: what is cut off could not be reached.

    It takes the keyboard focus so that it can be scrolled; its accessible name is the first text inside.
    """

    _needed_width = 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._update_accessible_name()
        super().focusInEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_accessible_name()

    def _update_accessible_name(self) -> None:
        texts = (label.text() for label in self.findChildren(QLabel) if label.isVisible())
        place = place_around(self)
        title = say(place.title) if place else ""
        self.setAccessibleName(next(filter(None, texts), title))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff or self.widget() is None:
            return least
        frame = self.width() - self.maximumViewportSize().width()
        beside = self.verticalScrollBar().sizeHint().width() + frame
        return QSize(self.widget().minimumSizeHint().width() + beside, least.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self.widget().minimumSizeHint().width()
            if needed != self._needed_width:
                self._needed_width = needed
                self.updateGeometry()  # Qt asks for the size hint only once
        return super().eventFilter(watched, event)


def scrolling(inside: QWidget | None) -> QScrollArea:
    """Wrap `inside` in an area that scrolls vertically where it is taller than its place; None: `setWidget` follows."""
    area = _Scrolling()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if inside is not None:
        area.setWidget(inside)
    return area


def reachable(inside: QWidget | None) -> QScrollArea:
    """Wrap `inside` so that a window smaller than its minimum scrolls both ways: nothing is off the screen."""
    area = scrolling(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Qt scrolls to the widget with the focus
    return area


def text_below(text: QLabel) -> QScrollArea:
    """Wrap a long text under a list: a few lines high, the rest by scrolling, so that the window does not grow."""
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = scrolling(text)
    area.setFixedHeight(theme.current().px("row") * _ROWS_OF_TEXT)
    return area
