"""A label of one line that shortens its text to the room it has."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

_LEAST = 4  # letters that are always shown


class Elided(QLabel):
    """One line that ends in … where its place is too narrow. `text` and screen readers have it whole."""

    def __init__(self, style: str = "", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self._whole = ""

    def text(self) -> str:
        return self._whole

    def setText(self, text: str) -> None:
        if text == self._whole:
            return
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._across(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._across(self._whole[:_LEAST]), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _across(self, text: str) -> int:
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(text) + 1

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
