"""Photos of a story. Each is in the text as a line 〔图2：雪天送票〕; whoever is recognised on it is named."""

import re
from collections.abc import Collection, Mapping

import msgspec

from shared.practice.column.facts import Naming

_LINE = re.compile(r"〔图(?:(\d{1,3})[:：]|[:：])?(.*)〕")
People = Mapping[int, tuple[str, ...]]
"""By photo, who can be recognised on it."""


class Place(msgspec.Struct, frozen=True):
    """A photo in a text; `number` 0: a photo that is pasted in by hand, elsewhere."""

    number: int
    caption: str


def place(line: str) -> Place | None:
    """The photo that a line names; None for other lines."""
    found = _LINE.fullmatch(line.strip())
    return Place(int(found[1] or 0), found[2].strip()) if found else None


def line(number: int, caption: str) -> str:
    """The line of a text that names a photo."""
    return f"〔图{number}：{caption}〕"


def places(text: str) -> dict[int, str]:
    """The photos in a text with their captions, in order."""
    found = (place(each) for each in text.splitlines())
    return {each.number: each.caption for each in found if each and each.number}


def numbers(text: str) -> tuple[int, ...]:
    """The photos in a text, in order, each once."""
    return tuple(places(text))


def people(text: str, known: People) -> tuple[str, ...]:
    """Who can be recognised on the photos of a text."""
    return tuple(number for each in numbers(text) for number in known.get(each, ()))


def allowed(text: str, known: People, agreed: Mapping[str, Naming]) -> tuple[int, ...]:
    """The photos that may be printed: everybody on them agrees to be named."""
    found = (each for each in numbers(text) if each in known)
    return tuple(each for each in found if all(agreed.get(number) is Naming.NAMED for number in known[each]))


def without(text: str, kept: Collection[int]) -> str:
    """The text without the photos that are not kept; those that are pasted in by hand stay."""
    lines = ((each, place(each)) for each in text.splitlines())
    return "\n".join(each for each, found in lines if found is None or not found.number or found.number in kept)
