"""Codes in facts: a list that a newer version may have made longer."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """A code of a fact. One that only a newer version knows is kept as written and is not `known`.

    So its fact is folded, counted and sent on like any other. It equals no member, is found in no iteration over the
    class, and is worded as one that this version does not know.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Asked by `Enum` and by msgspec for a value that is no member."""
        if not isinstance(value, str):
            return None
        newer = str.__new__(cls, value)
        newer._name_ = newer._value_ = value
        return newer

    @property
    def known(self) -> bool:
        """Whether this version knows the code."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def and_newer(cls, found: Iterable[str | None]) -> tuple[Self, ...]:
        """All members in order, and behind them those of `found` that this version does not know; None is no code."""
        return (*cls, *sorted({code for code in map(cls, filter(None, found)) if not code.known}))
