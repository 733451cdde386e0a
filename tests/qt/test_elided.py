"""A name too long for its line: shown with dots, known whole."""

from PySide6.QtWidgets import QLabel

from shared.qt.elided import Elided

NAME = "沈阳燃气有限公司和平分公司南湖科技园区便民购气大厅"


def shown(text: Elided) -> str:
    return QLabel.text(text)


def test_it_ends_in_dots_and_is_whole_again_with_room(qtbot):
    text = Elided()
    qtbot.addWidget(text)
    text.setText(NAME)
    text.resize(text.minimumSizeHint())
    text.show()
    assert shown(text).endswith("…")
    assert text.text() == text.accessibleName() == NAME
    text.resize(text.sizeHint())
    assert shown(text) == NAME
