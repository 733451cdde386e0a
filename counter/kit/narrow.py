"""A drop-down where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from counter.kit.dialog import Choice
from shared.qt import theme


class Narrow(Choice):
    """Shows the beginning of what is chosen, the whole of it on pointing and in its list."""

    def __init__(self, width: str) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(width))
        self.currentTextChanged.connect(self.setToolTip)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text: str = option.currentText
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme.current().px("room"))
        super().showPopup()
