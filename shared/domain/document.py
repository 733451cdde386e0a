"""Published documents are read tolerantly and published strictly.

A newer office may publish a name that a hall's version does not know: the hall ignores it. Publishing
refuses unknown names, since a mistyped one would be ignored everywhere in silence. Those of the version before stay.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, TypeVar

import msgspec

from shared.domain.fact import Body, Upcast


class Published(msgspec.Struct, frozen=True):
    """What is published: a document, or a section of one.

    A renamed, split or dropped field appends a function to `upcasts`, as in a fact. Documents carry no version of
    their shape, so each function is asked every time and leaves a body without the old name as it is.
    """

    upcasts: ClassVar[tuple[Upcast, ...]] = ()

    @classmethod
    def upcast(cls, body: Mapping[str, Any]) -> Body:
        """A body of any version, with the names of today; those of a newer version stay beside them."""
        found = dict(body)
        for step in cls.upcasts:
            found = step(found)
        return found


T = TypeVar("T", bound=Published)
AT_ONCE, UNREADABLE = date.min, date.max


def effective(body: Mapping[str, Any]) -> date:
    """From which day on a document holds: `AT_ONCE` where it names none, `UNREADABLE` where this version cannot tell.

    Such a document is not in force here; the one before it stays.
    """
    said = body.get("effective") or ""
    try:
        found = date.fromisoformat(said) if said else AT_ONCE
    except (TypeError, ValueError):
        return UNREADABLE
    return found if said in ("", found.isoformat()) else UNREADABLE  # as SQL compares it, see `reference.views`


def read(body: Mapping[str, Any], kind: type[T]) -> T:
    """The typed document; unknown names are ignored. Raises `msgspec.ValidationError` for a wrong or missing value."""
    return msgspec.convert(kind.upcast(body), kind, strict=False)


def whole(body: Mapping[str, Any], kind: type[Published]) -> Body:
    """The document with all its defaults, as JSON would hold it; what only a newer version knows stays."""
    found: Body = with_newer_fields(read(body, kind), kind.upcast(body))
    return found


def with_unknown(body: Any, before: Any) -> Any:
    """`body`, written whole by this version, with the names beside its own that only `before` has, at any depth.

    They are of a newer version and would be lost when this one changes the document. An entry of a list is the one of
    `before` whose first value, its code or name, is the same.
    """
    if isinstance(body, dict) and isinstance(before, Mapping):
        newer = {name: value for name, value in before.items() if name not in body}
        return {name: with_unknown(value, before.get(name)) for name, value in body.items()} | newer
    if isinstance(body, list | tuple) and isinstance(before, list | tuple):
        return [with_unknown(each, _same(each, before)) for each in body]
    return body


def with_newer_fields(made: Any, before: Any) -> Any:
    """`made` as JSON would hold it, with the fields that only `before`, what it replaces, has in its structs.

    A map is taken as it was made: a key that is not in it was removed on purpose.
    """
    if isinstance(made, msgspec.Struct):
        fields, older = msgspec.structs.asdict(made), before if isinstance(before, Mapping) else {}
        known = {name: with_newer_fields(value, older.get(name)) for name, value in fields.items()}
        return known | {name: value for name, value in older.items() if name not in known}
    if isinstance(made, list | tuple) and isinstance(before, list | tuple):
        return [with_newer_fields(each, _same(msgspec.to_builtins(each), before)) for each in made]
    return msgspec.to_builtins(made)


def _same(entry: Any, before: Iterable[Any]) -> Any:
    if not isinstance(entry, dict) or not entry:
        return None
    name, value = next(iter(entry.items()))
    return next((each for each in before if isinstance(each, Mapping) and each.get(name) == value), None)
