"""Personal data on paper: long numbers in people's own words (phones, ID cards, meters) are masked."""

import re

_LONG = re.compile(r"(?<![0-9A-Za-z])\+?[0-9](?:[ -]?[0-9Xx]){6,}")
_HEAD, _TAIL = 3, 2


def masked(text: str) -> str:
    """The text with every number of seven digits and more reduced to its ends: 13800138000 → 138******00."""
    return _LONG.sub(lambda found: _ends(found[0]), text)


def _ends(number: str) -> str:
    return number[:_HEAD] + "*" * (len(number) - _HEAD - _TAIL) + number[-_TAIL:]
