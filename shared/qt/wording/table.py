"""A table of codes and their Chinese words, translated when asked; and how a day is written."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

NEWER = "*"
"""The entry of a table for the codes of a newer version: what is it that this version does not know?"""
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def word(context: str, table: Mapping[str, object], code: str) -> str:
    """The word for `code` in the language of the screen; of one it lacks, that of `NEWER`, else the code itself."""
    found = table.get(code) or (table.get(NEWER) if code else None)
    return QCoreApplication.translate(context, str(found)) if found else code


def day(value: date) -> str:
    """2月9日（周五）, Fri 9 Feb."""
    weekdays = QCoreApplication.translate("Dates", "周一 周二 周三 周四 周五 周六 周日").split()
    pattern = QCoreApplication.translate("Dates", "{month}月{day}日（{weekday}）")
    month = _ENGLISH.toString(QDate(value.year, value.month, value.day), "MMM")
    return pattern.format(month=value.month, month_name=month, day=value.day, weekday=weekdays[value.weekday()])
