"""Announces sentences to a screen reader that appear without taking the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

_URGENT = ("warn", "bad")


def announce(widget: QWidget, text: str, tone: str = "good") -> None:
    """`text` appeared on `widget`: warnings interrupt what is being read, the rest waits. Nothing without a reader.

    The alert tells the reader that `widget` matters, the announcement what to say: not all of them read alerts.
    """
    if not QAccessible.isActive():
        return
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    said = QAccessibleAnnouncementEvent(widget, text)
    ways = QAccessible.AnnouncementPoliteness
    said.setPoliteness(ways.Assertive if tone in _URGENT else ways.Polite)
    QAccessible.updateAccessibility(said)
