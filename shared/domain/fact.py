"""A fact: the typed body of one event, and the fields of it that are personal data."""

import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar

import msgspec


def _kind(class_name: str) -> str:
    """`CardAwarded` -> `card_awarded`: the class name is the kind, so the two can never differ."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()


Body = dict[str, Any]
Upcast = Callable[[Body], Body]


def renamed(old: str, new: str) -> Upcast:
    """The upcast where the field `old` is called `new` from the next version on.

    A body with both was changed by an older program, which carried `new` over: what it says under `old` is later.
    """
    return lambda body: {
        new if name == old else name: value for name, value in body.items() if name != new or old not in body
    }


def dropped(name: str) -> Upcast:
    """The upcast where the field `name` is no more from the next version on."""
    return lambda body: {each: value for each, value in body.items() if each != name}


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=_kind, gc=False):
    """The typed body of one event: something that happened. Subclasses are defined in a practice's `facts.py`.

    Facts written by older versions stay readable for ever, and older versions read those of today:
    - A new field needs a default. Older versions ignore it.
    - Renaming or splitting a field appends a function to `upcasts`. Older versions find the field missing: where they
      have no default for it they keep the event and leave it out of their tables until they are upgraded.
    - A field never changes its meaning under the same name.
    """

    upcasts: ClassVar[tuple[Upcast, ...]] = ()
    """The first makes a body of version 2 out of one of version 1, and so on."""

    @classmethod
    def kind(cls) -> str:
        """The event kind in the journal, e.g. `card_awarded`."""
        return str(cls.__struct_config__.tag)

    @classmethod
    def class_version(cls) -> int:
        """The version of the shape that is written today; the journal keeps it as `Event.v`."""
        return 1 + len(cls.upcasts)

    @classmethod
    def upcast(cls, body: Body, v: int) -> Body:
        """A body of version `v` in today's shape; one of a newer version is left as it is."""
        for step in cls.upcasts[max(v, 1) - 1 :]:
            body = step(body)
        return body


class WholeFact(Fact):
    """A fact that sets one thing whole, in place of the last of its kind about the same subject.

    What a newer version wrote beside its fields there is carried over when it is recorded here
    (`journal.carrying`): an older program that changes a hall's name must not delete the hall's new field.
    Only for what people edit. What is computed, measured or answered anew replaces all of the last one.
    """

    told_apart_by: ClassVar[tuple[str, ...]] = ()
    """The fields that tell the things of one subject apart, such as all pools of a month."""


# Control characters but tab and line ends, and single surrogates, which Qt's fields leave where they cut a text.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def is_writable(text: str) -> bool:
    """Whether a text can be stored and shown as it is: no NUL, no other control character, no single surrogate."""
    return not _UNWRITABLE.search(text)


def writable(value: Any) -> Any:
    """The value, its texts without what neither UTF-8 nor PostgreSQL can store, or no page can show."""
    kind = type(value)
    if kind is str:
        return value if value.isprintable() else _UNWRITABLE.sub("", value)
    if kind is tuple:
        return tuple(map(writable, value))
    if not isinstance(value, msgspec.Struct):
        return value
    before = msgspec.structs.astuple(value)
    after = tuple(map(writable, before))
    return value if after == before else type(value)(**dict(zip(value.__struct_fields__, after, strict=True)))


Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
"""A field of a fact that is counted or added up; an event out of this range is kept but not folded.

Without it one counter's "-1,000,000 served" stopped everybody's pay: a negative weight cannot share anything.
"""

Personal = Annotated[str, msgspec.Meta(extra={"personal": True})]
"""A field of a fact that is personal data (a customer's name, phone, words).

The journal keeps its value in a companion row and only a salted digest in the event, so it can be erased.
"""
