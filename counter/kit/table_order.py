"""Filters rows by words and sorts them by a column. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from shared.domain.spelling import folded

R = TypeVar("R")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_NEGATIVE = ("-", "−", "-¥", "−¥")

Part = tuple[int, Decimal, bytes]


def sort_key(text: str) -> tuple[bool, tuple[Part, ...]]:
    """The sort key of a cell: numbers by value (A9 before A10, 1,356 after 998), Chinese by pinyin.

    The code of GB 18030 orders the common characters by pinyin. Empty cells (blank, -, —) are last.
    """
    parts: list[Part] = []
    end = 0
    for number in _NUMBER.finditer(text):
        before = text[end : number.start()]
        value = Decimal(number.group().replace(",", ""))
        parts += [_words(before)] if before.strip(" -−¥") else []
        parts.append((0, -value if before.strip() in _NEGATIVE and not end else value, b""))
        end = number.end()
    parts += [_words(text[end:])] if text[end:] else []
    return not text.strip(" —-"), tuple(parts)


def _words(text: str) -> Part:
    return 1, Decimal(0), text.casefold().encode("gb18030", "replace")


def sorted_rows(rows: Iterable[R], value: Callable[[R], Any], *, down: bool) -> list[R]:
    """`rows` sorted by `value` (text, or a comparable value; None: empty). Stable; empty ones are last both ways."""
    keyed = [(_key(value(row)), row) for row in rows]
    full = [each for each in keyed if not each[0][0]]
    full.sort(key=lambda each: each[0], reverse=down)
    return [row for _, row in (*full, *(each for each in keyed if each[0][0]))]


def _key(value: Any) -> tuple[bool, Any]:
    return sort_key(value) if isinstance(value, str) else (value is None, value)


def filtered(rows: Iterable[R], texts: Callable[[R], Iterable[str]], wanted: str) -> list[R]:
    """The rows with every word of `wanted` in some cell; width, case and blanks do not matter."""
    words = [folded(word) for word in wanted.split()]
    return [row for row in rows if _holds([folded(text) for text in texts(row)], words)]


def _holds(cells: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word in cell for cell in cells) for word in words)
