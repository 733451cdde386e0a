"""An event of the journal, and how a typed fact becomes one and is read back.

Personal fields are not in the body: it holds a salted digest, the value is in a `Companion`. Erasing the
companion erases the value, while the event and the hash chain over it stay as they were.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec

from shared.domain.clock import DAY_MS, LATEST
from shared.domain.document import with_newer_fields
from shared.domain.fact import Fact

F = TypeVar("F", bound=Fact)
_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2100, 12, 31)


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing that happened, as the journal keeps it for ever. Times are epoch milliseconds.

    `n` counts the events of one station without a gap; `ts` orders the fold: (ts, station, n);
    `occurred_at` is what the device's clock said; `link` is the hash chain of the station; `v` is the version of the
    fact's shape in which `body` was written.
    """

    id: str
    station: str
    hall: str
    n: int
    kind: str
    subject: str
    actor: str
    ts: int
    occurred_at: int
    body: dict[str, Any]
    v: int = 1
    link: str = ""

    @property
    def order(self) -> tuple[int, str, int]:
        """The place of this event in the fold, the same on every device."""
        return (self.ts, self.station, self.n)


class Companion(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The value of one personal field of one event, kept apart so that it can be erased."""

    event_id: str
    field: str
    salt: str
    value: str


class PersonalErased(Fact):
    """The personal data of all events of this subject is gone; folded by the journal itself."""

    reason: str


ERASED = PersonalErased.kind()


@cache
def personal_fields(fact_type: type[Fact]) -> tuple[str, ...]:
    """The names of a fact type's `Personal` fields."""
    info = msgspec.inspect.type_info(fact_type)
    assert isinstance(info, msgspec.inspect.StructType)
    return tuple(
        field.name
        for field in info.fields
        if isinstance(field.type, msgspec.inspect.Metadata) and (field.type.extra or {}).get("personal")
    )


def new_id(now: int) -> str:
    """An id of what happens at `now` (ms), an event or a subject: three hex digits for the day, then 29 random ones.

    Those of one day lie together in the indexes, here and at the hub: wholly random ones touch a page each.
    The first eight digits name a clone's branch, so five of these are random. After 4096 days the three begin again.
    """
    return f"{now // DAY_MS % 4096:03x}{os.urandom(15).hex()[1:]}"


def digest(salt: str, value: str) -> str:
    """What an event's body holds in place of a personal value."""
    return "sha256:" + hashlib.sha256(f"{salt}|{value}".encode()).hexdigest()


def digests(event: Event, fact_type: type[Fact]) -> tuple[str, ...]:
    """The names in an event's body that hold the digest of a personal value.

    Fields that this version does not know are recognised by the form of their value.
    """
    body = event.body
    ours = [name for name in personal_fields(fact_type) if body.get(name)]
    if body.keys() <= _fields(fact_type):
        return tuple(ours)
    foreign = [name for name in body.keys() - _fields(fact_type) if _DIGEST.fullmatch(str(body[name]))]
    return (*ours, *sorted(foreign))


_DIGEST = re.compile("sha256:[0-9a-f]{64}")


@cache
def _fields(fact_type: type[Fact]) -> frozenset[str]:
    return frozenset(fact_type.__struct_fields__)


def take_apart(
    event_id: str, fact: Fact, *, before: dict[str, Any] | None = None
) -> tuple[dict[str, Any], list[Companion]]:
    """A fact as the body of its event, and the companions of its non-empty personal fields.

    `before`: the body of the fact that it replaces; what only a newer version has there is carried over.
    """
    body: dict[str, Any] = msgspec.to_builtins(fact) if before is None else with_newer_fields(fact, before)
    body.pop("kind", None)
    companions = []
    for name in personal_fields(type(fact)):
        if value := body[name]:
            companion = Companion(event_id=event_id, field=name, salt=secrets.token_hex(16), value=value)
            body[name] = digest(companion.salt, value)
            companions.append(companion)
    return body, companions


def put_together(event: Event, personal: dict[str, str], fact_type: type[F]) -> F:
    """The fact an event was made of. `personal`: what stands for its `digests`, `""` for what is erased or not here.

    Raises `ValueError` (msgspec's are) for a body that is no such fact, or with a number or a day out of range.
    """
    body = fact_type.upcast({**event.body, **personal}, event.v)
    fact = msgspec.convert({**_absent(fact_type), **body, "kind": event.kind}, fact_type)
    if not _showable(_inside(fact)):
        raise ValueError("a number or a day out of range")
    return fact


def _showable(values: Iterable[Any]) -> bool:
    """Whether every number is at most a moment of 2100 and every day lies in 1970 to 2100, as pages assume."""
    for value in values:
        kind = type(value)
        if kind is str:  # first: most values are texts
            continue
        if kind is int:
            fits = -LATEST <= value <= LATEST
        elif kind is date:
            fits = _FIRST_DAY <= value <= _LAST_DAY
        else:
            fits = _showable(_inside(value))
        if not fits:
            return False
    return True


def _inside(value: Any) -> Iterable[Any]:
    """The values that a list, a mapping or another fact's part holds."""
    if isinstance(value, tuple | list):
        return value
    if isinstance(value, dict):
        return value.values()
    return msgspec.structs.astuple(value) if isinstance(value, msgspec.Struct) else ()


@cache
def _absent(fact_type: type[Fact]) -> dict[str, str]:
    return dict.fromkeys(personal_fields(fact_type), "")
