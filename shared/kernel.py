"""The few words every practice speaks: a fact, a personal value, a refusal, the person who acts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from shared.people.roles import Role


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


CLOCK_LIMIT = 120_000
"""A device's clock that is off by more (ms) is worth a banner, and is corrected wherever it is read."""


def clock_correction(offset: int) -> int:
    """What to add to a clock that the hub's is `offset` ms ahead of: little offsets count in the order alone."""
    return offset if abs(offset) > CLOCK_LIMIT else 0


@dataclass(frozen=True)
class Refusal:
    """The answer "no" of a rule: a code that `shared.qt.wording` turns into a sentence, and its details."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Actor:
    """A signed-in member of staff: who does an act."""

    number: str
    name: str
    role: Role
    post: str
    hall: str
