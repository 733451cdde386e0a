"""A whole number to type, or to step with the arrow keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from counter.kit.words import named


class NumberField(QSpinBox):
    """A number between two bounds; `source` is what a screen reader says for it."""

    def __init__(self, source: object, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)  # QSpinBox ignores the stylesheet's padding for its digits
        named(self, source)
