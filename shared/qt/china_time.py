"""The time in China, whatever time zone this PC was set to."""

from PySide6.QtCore import QDateTime, QTimeZone

_CHINA_SECONDS = 8 * 3600


def china_time(ms: int) -> QDateTime:
    """The moment `ms` (epoch) in China's time, UTC+8."""
    return QDateTime.fromMSecsSinceEpoch(ms, QTimeZone(_CHINA_SECONDS))
