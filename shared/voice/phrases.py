"""The phrases that calls are joined from, and which of them make up a call: 请 A 零零五 号 到 4 号窗口."""

from collections.abc import Iterator, Mapping
from string import ascii_uppercase

_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = {"zh": tuple("零一二三四五六七八九"), "en": _ENGLISH}
_LETTERS = {letter: letter for letter in ascii_uppercase}
PHRASES: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "please": "请",
        **_LETTERS,
        **{str(digit): word for digit, word in enumerate(_DIGITS["zh"])},
        "10": "十",
        "number": "号",
        "to": "到",
        "window": "号窗口",
    },
    "en": {
        "number": "Number",
        **_LETTERS,
        **{str(digit): word for digit, word in enumerate(_DIGITS["en"])},
        "to": "please go to window",
    },
}
"""By language: the name of each clip, and what is said in it."""


def of_call(label: str, window: str, language: str) -> tuple[str, ...]:
    """The clips of one call, in order; a sign without a clip is left out."""
    number = [sign for sign in label.upper() if sign in PHRASES[language]]
    if language == "en":
        return ("number", *number, "to", *(sign for sign in window.upper() if sign in PHRASES["en"]))
    return ("please", *number, "number", "to", *_window(window), "window")


def _window(window: str) -> Iterator[str]:
    """12 is 十二, 20 is 二十; anything else is spoken character by character."""
    if not (window.isdecimal() and 10 <= int(window) < 100):
        yield from (sign for sign in window.upper() if sign in PHRASES["zh"])
        return
    tens, ones = divmod(int(window), 10)
    if tens > 1:
        yield str(tens)
    yield "10"
    if ones:
        yield str(ones)
