"""Published documents are read tolerantly and published strictly.

A newer office may publish a name that a hall's version does not know: the hall ignores it and works on. Whoever
publishes must not write one, since a mistyped name would be ignored everywhere without a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def read(body: Mapping[str, Any], kind: type[T]) -> T:
    """The typed document; unknown names are ignored. Raises `msgspec.ValidationError` for a wrong or missing value."""
    return msgspec.convert(body, kind, strict=False)


def fault(body: Mapping[str, Any], kind: type, before: Mapping[str, Any] | None = None) -> str | None:
    """The first thing wrong with a document that is to be published, with its place; None when it is right.

    An unknown name that `before`, the document in force, has at the same place was published by a newer office: it may
    be carried on.
    """
    try:
        found = _left_out(body, kind)
    except msgspec.ValidationError as error:
        return str(error)
    with suppress(msgspec.ValidationError):
        found -= _left_out(before or {}, kind)
    return next((f"Object contains unknown field `{name}` - at `{place}`" for place, name in sorted(found)), None)


def _left_out(body: Mapping[str, Any], kind: type) -> set[tuple[str, str]]:
    """The place and name of everything in `body` that reading it ignores."""
    return set(_unknown(body, msgspec.to_builtins(read(body, kind), str_keys=True)))


def _unknown(given: Any, known: Any, place: str = "$") -> Iterator[tuple[str, str]]:
    """The place of the object and the name of each entry in `given` that is not in `known`."""
    if isinstance(given, Mapping) and isinstance(known, Mapping):
        for name, value in given.items():
            if str(name) in known:
                yield from _unknown(value, known[str(name)], f"{place}.{name}")
            else:
                yield place, str(name)
    elif isinstance(given, Sequence) and isinstance(known, Sequence) and not isinstance(given, str):
        for index, (one, other) in enumerate(zip(given, known, strict=False)):
            yield from _unknown(one, other, f"{place}[{index}]")
