"""A question that a practice asks the hub: the SQL function that answers it, what it is told, the type of its answer.

The function is in the practice's `hub.sql`, which `hub init` installs in the schema `hub`.
"""

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

import msgspec

A = TypeVar("A")


class HubQuestion(msgspec.Struct, Generic[A], frozen=True):
    """One question. `function` takes one JSON argument (`asked`); its result is read as `answer` (any msgspec type).

    The asker waits `patience` seconds at most; `brief` seconds where the hub left the last question unanswered and has
    not been tried since for half a minute.
    """

    function: str
    asked: Mapping[str, object]
    answer: type[A]
    patience: float = 1.0
    brief: float = 1.0


class Ask(Protocol):
    """Asks the hub. None: this device has joined no hub, or no usable answer came in time, so the device decides."""

    def __call__(self, question: HubQuestion[A]) -> A | None: ...
