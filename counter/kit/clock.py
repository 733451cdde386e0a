"""Times and durations as text. Moments are epoch ms."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from shared.domain import wording
from shared.domain.workdays import day_of, local


def clock(ms: int) -> str:
    """14:05."""
    return f"{local(ms):%H:%M}"


def moment(ms: int, now: int) -> str:
    """14:05 today, otherwise 2月9日（周五） 14:05."""
    day = day_of(ms)
    return clock(ms) if day == day_of(now) else f"{wording.day(day)} {clock(ms)}"


def iso_day(ms: int) -> str:
    """2026-02-09: for lists over several years; the same width in both languages."""
    return f"{day_of(ms):%Y-%m-%d}"


def length(ms: int) -> str:
    """4:07, minutes and seconds."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    return f"{minutes}:{seconds:02}"


def short_day(day: date, now: int) -> str:
    """今天, 明天, or the day with its weekday."""
    ahead = (day - day_of(now)).days
    if ahead == 0:
        return QCoreApplication.translate("Counter", "今天")
    if ahead == 1:
        return QCoreApplication.translate("Counter", "明天")
    if ahead == -1:
        return QCoreApplication.translate("Counter", "昨天")
    return wording.day(day)
