"""One's own figure among nameless others: shown only where there are enough of them to stay nameless."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.words import say
from shared.qt.charts.chart import Format, whole
from shared.qt.charts.strip import Strip
from shared.qt.charts.view import ChartView

_ME, _OTHERS = QT_TRANSLATE_NOOP("Counter", "我"), QT_TRANSLATE_NOOP("Counter", "同事（不记名）")
_LEAST = 4  # others; fewer are known by name


def show(view: ChartView, title: str, own: float | None, others: Sequence[float], shown: Format = whole) -> None:
    """Into `view`, which is hidden where the person has no figure or the others are too few."""
    enough = own is not None and len(others) >= _LEAST
    if enough:
        view.show_chart(Strip(title, tuple(others), own, say(_ME), say(_OTHERS), shown))
    view.setVisible(enough)
