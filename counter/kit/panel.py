"""The card that groups widgets on a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter.kit.words import Text
from shared.qt import theme


class Panel(QFrame):
    """A white card with an optional heading; its contents go into `box`."""

    def __init__(self, title: object = "", look: str = "card") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.box = QVBoxLayout(self)
        pad, gap = theme.current().px("room"), theme.current().px("gap")
        self.box.setContentsMargins(pad, gap, pad, gap)
        self.box.setSpacing(theme.current().px("small"))
        if title:
            self.box.addWidget(Text(title, "strong"))
