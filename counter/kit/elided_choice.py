"""Where there is little room: a drop-down and a text that show as much as they can."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOptionComboBox

from counter.kit.choice import Choice
from shared.qt import theme


class ElidedChoice(Choice):
    """Shows the beginning of what is chosen, the whole of it on pointing and in its list."""

    def __init__(self, width: str) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(width))
        self.currentTextChanged.connect(self.setToolTip)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text: str = option.currentText  # type: ignore[attr-defined]  # the stubs of 6.9 forgot this field
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme.current().px("room"))
        super().showPopup()


class Cut(QLabel):
    """One line of a text, the whole of it on pointing; however long, it asks for no room."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self)
        self.style().drawItemText(painter, self.rect(), side, self.palette(), True, shown, self.foregroundRole())
        painter.end()
