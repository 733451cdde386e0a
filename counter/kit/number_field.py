"""A field for a whole number, typed or stepped with the arrow keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from counter.kit.words import named


class NumberField(QSpinBox):
    """A number from `least` to `most`; `source`: its accessible name, Chinese of the context Counter."""

    def __init__(self, source: object, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)  # QSpinBox ignores the stylesheet's padding for its digits
        named(self, source)
