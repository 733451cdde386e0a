"""One's own figure among those of colleagues, who stay anonymous: shown only if there are enough of them."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.words import Text, say
from shared.qt import theme
from shared.qt.charts.chart import Format, whole
from shared.qt.charts.strip import Strip
from shared.qt.charts.view import ChartView

_ME, _OTHERS = QT_TRANSLATE_NOOP("Counter", "我"), QT_TRANSLATE_NOOP("Counter", "同事（不记名）")
_LEAST_OTHERS = 4  # with fewer, each could be guessed


class PeerComparison(QWidget):
    """A strip with its caption; hidden where the person has no figure or the others are too few."""

    def __init__(self, caption: object) -> None:
        super().__init__()
        self._caption, self.view = caption, ChartView()
        self.view.setFixedHeight(theme.current().px("ring") // 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Text(caption, "caption"))
        box.addWidget(self.view)

    def show_figures(self, own: float | None, others: Sequence[float], shown: Format = whole) -> None:
        """Show the figures; `shown` formats them."""
        enough = own is not None and len(others) >= _LEAST_OTHERS
        if enough:
            self.view.show_chart(Strip(say(self._caption), tuple(others), own, say(_ME), say(_OTHERS), shown))
        self.setVisible(enough)
