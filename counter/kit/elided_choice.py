"""A drop-down that elides its text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from counter.kit.choice import Choice
from shared.qt import theme
from shared.qt.tips import plain


class ElidedChoice(Choice):
    """Of a fixed `width` (name of a theme size); the tooltip and the list have the whole text."""

    def __init__(self, width: str) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(width))
        self.currentTextChanged.connect(lambda text: self.setToolTip(plain(text)))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text: str = option.currentText  # type: ignore[attr-defined]  # missing in the stubs of 6.9
        elided = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        option.currentText = elided  # type: ignore[attr-defined]  # missing in the stubs of 6.9

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme.current().px("room"))
        super().showPopup()
