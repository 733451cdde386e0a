"""Personal data as lists and paper may show it: names, phone numbers, long numbers in people's own words. Pure."""

import re

_STARS = 3  # at most: how long a name is, is the customer's too
_DIGIT = "[0-9０-９]"
_DATE = r"(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])"
_LONG = re.compile(rf"(?<![0-9０-９A-Za-z])(?!{_DATE})\+?{_DIGIT}(?:[ 　·–—－-]?[0-9０-９XxＸｘ]){{6,}}")
_PLAIN = re.compile(rf"{_DIGIT}{{5,}}")
_HEAD, _TAIL = 3, 2


def name(text: str) -> str:
    """王小明 → 王**; a name of one character is hidden whole."""
    return text[:1] + "*" * min(len(text) - 1, _STARS) if len(text) > 1 else "*" * len(text)


def phone(number: str) -> str:
    """13812345678 → 138****5678; short numbers keep their last two digits."""
    shown = (3, 4) if len(number) >= 11 else (0, 2)
    hidden = max(0, len(number) - sum(shown))
    return number[: shown[0]] + "*" * hidden + number[shown[0] + hidden :]


def text(words: str, length: int = 40) -> str:
    """The beginning of a text for a list, with long numbers in it masked, also those written in groups."""
    line = _LONG.sub(lambda found: phone(found[0]), " ".join(words.split()))
    line = _PLAIN.sub(lambda found: phone(found[0]), line)
    return line if len(line) <= length else line[: length - 1] + "…"


def numbers(words: str) -> str:
    """The text with every number of seven digits and more reduced to its ends: 13800138000 → 138******00."""
    return _LONG.sub(lambda found: _ends(found[0]), words)


def _ends(number: str) -> str:
    return number[:_HEAD] + "*" * (len(number) - _HEAD - _TAIL) + number[-_TAIL:]
