"""Published documents are read tolerantly and published strictly.

A newer office may publish a name that a hall's version does not know: the hall ignores it and works on. Whoever
publishes must not write one, since a mistyped name would be ignored everywhere without a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def read(body: Mapping[str, Any], kind: type[T]) -> T:
    """The typed document; unknown names are ignored. Raises `msgspec.ValidationError` for a wrong or missing value."""
    return msgspec.convert(body, kind, strict=False)


def fault(body: Mapping[str, Any], kind: type) -> str | None:
    """The first thing wrong with a document that is to be published, with its place; None when it is right."""
    try:
        known = msgspec.to_builtins(read(body, kind), str_keys=True)
    except msgspec.ValidationError as error:
        return str(error)
    return next(
        (f"Object contains unknown field `{name}` - at `{place}`" for name, place in _unknown(body, known)), None
    )


def _unknown(given: Any, known: Any, place: str = "$") -> Iterator[tuple[str, str]]:
    """Each name in `given` that reading left out of `known`, with the place of the object it stands in."""
    if isinstance(given, Mapping) and isinstance(known, Mapping):
        for name, value in given.items():
            if str(name) in known:
                yield from _unknown(value, known[str(name)], f"{place}.{name}")
            else:
                yield str(name), place
    elif isinstance(given, Sequence) and isinstance(known, Sequence) and not isinstance(given, str):
        for index, (one, other) in enumerate(zip(given, known, strict=False)):
            yield from _unknown(one, other, f"{place}[{index}]")
