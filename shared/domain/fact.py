"""A fact: the typed body of one event, and the fields of it that are personal data."""

import re
from typing import Annotated

import msgspec


def _kind(class_name: str) -> str:
    """`CardAwarded` -> `card_awarded`: the class name is the kind, so the two can never differ."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=_kind):
    """The typed body of one event: something that happened. Subclasses live in a practice's `facts.py`.

    New fields need a default, because facts written by older versions stay readable for ever.
    """

    @classmethod
    def kind(cls) -> str:
        """The event kind in the journal, e.g. `card_awarded`."""
        return str(cls.__struct_config__.tag)


Personal = Annotated[str, msgspec.Meta(extra={"personal": True})]
"""A field of a fact that is personal data (a customer's name, phone, words).

The journal keeps its value in a companion row and only a salted digest in the event, so it can be erased.
"""
