"""A text in both languages as plain data, and the one language that this process speaks.

Practices name things and refuse with these; screens, paper and command line show the same ones. Chinese is first.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

LANGUAGES = ("zh", "en")
NEWER = "*"
"""The entry of a table that words a code of a newer version, such as "a kind of card this version doesn't know"."""
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class _Spoken:
    language = "zh"


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and English; `str()` and `format()` give those of the language spoken now."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.in_(_Spoken.language)

    def in_(self, language: str) -> str:
        """The words in one language, `zh` or `en`."""
        return self.en if language == "en" else self.zh

    def format(self, /, **details: object) -> str:
        """The words with their blanks filled in. Raises `KeyError` for a detail that is missing."""
        return str(self).format(**details)

    def format_map(self, details: Mapping[str, object]) -> str:
        """The words with their blanks filled in from a mapping."""
        return str(self).format_map(details)


_NEWER_CODE = Text("本版本还不认识的（{code}）", "one this version does not know ({code})")


def speak(language: str) -> None:
    """From now on every text of this process is in `language`: `zh` or `en` (`zh_CN` counts as `zh`)."""
    _Spoken.language = "en" if language.startswith("en") else "zh"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """`speak` for the length of a `with`."""
    before = _Spoken.language
    speak(language)
    try:
        yield
    finally:
        _Spoken.language = before


def named(table: Mapping[str, Text], code: str) -> str:
    """The word for `code`; of one that the table lacks, that of `NEWER`, else that this version does not know it."""
    if found := table.get(code) or (table.get(NEWER) if code else None):
        return str(found)
    return _NEWER_CODE.format(code=code) if code else ""


def full_day(value: date) -> str:
    """2026年11月25日, 25 Nov 2026."""
    if _Spoken.language == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"


def weekday(value: date) -> str:
    """周五, Fri."""
    return _WEEKDAYS[_Spoken.language][value.weekday()]


def day(value: date) -> str:
    """2月9日（周五）, Fri 9 Feb."""
    if _Spoken.language == "en":
        return f"{weekday(value)} {value.day} {_MONTHS[value.month - 1]}"
    return f"{value.month}月{value.day}日（{weekday(value)}）"
