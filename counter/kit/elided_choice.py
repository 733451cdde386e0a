"""A drop-down for a narrow place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from counter.kit.choice import Choice
from shared.qt import theme
from shared.qt.tips import plain


class ElidedChoice(Choice):
    """Ends in … where its text is too long; the tooltip and its list have the whole text."""

    def __init__(self, width: str) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(width))
        self.currentTextChanged.connect(lambda text: self.setToolTip(plain(text)))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text: str = option.currentText  # type: ignore[attr-defined]  # the stubs of 6.9 forgot this field
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme.current().px("room"))
        super().showPopup()
