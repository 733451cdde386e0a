"""A program frozen as data: newer programs read what it wrote, and it reads what they write. Never to be changed.

`journal.json`: every kind of event that it knew, with personal values and the chain, and the documents it published.
`facts.json`: what it required of each kind (JSON schema). `hub.json`: how its hub answered.
`policy.json`: every value of its policy, as a later version published it.
"""

import json
from pathlib import Path
from typing import Any, Literal

import msgspec

from shared.domain.fact import Fact
from shared.journal.event import Companion, Event

FOLDER = Path(__file__).parent
Arrival = tuple[Event, tuple[Companion, ...], int]


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def arrivals() -> list[Arrival]:
    """Its journal, as a hub would bring it."""
    return [_arrival(seq, **row) for seq, row in enumerate(read("journal.json"), start=1)]


def _arrival(seq: int, *, personal: list[dict[str, str]], **row: Any) -> Arrival:
    event = Event(**row)
    return event, tuple(Companion(event_id=event.id, **value) for value in personal), seq


def fact_types() -> dict[str, type[Fact]]:
    """Its fact types, made of what it required of them."""
    return {kind: _struct(said["root"], said["shapes"], kind) for kind, said in read("facts.json").items()}


def _struct(name: str, shapes: dict[str, Any], kind: str = "") -> type[Any]:
    required = shapes[name]["required"]
    fields: list[Any] = [
        (each, _type(said, shapes), *([] if each in required else [msgspec.field(default=_default(said))]))
        for each, said in shapes[name]["properties"].items()
        if each != "kind" or not kind
    ]
    if not kind:
        return msgspec.defstruct(name, fields, kw_only=True, frozen=True)
    return msgspec.defstruct(name, fields, bases=(Fact,), tag=kind, tag_field="kind", kw_only=True, frozen=True)


def _default(said: dict[str, Any]) -> Any:
    default = said.get("default")
    return tuple(default) if isinstance(default, list) else default


def _type(said: dict[str, Any], shapes: dict[str, Any]) -> Any:
    if "anyOf" in said:
        either = [_type(each, shapes) for each in said["anyOf"]]
        return either[0] | either[1]
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        return Literal[tuple(shapes[name]["enum"])] if "enum" in shapes[name] else _struct(name, shapes)
    if said.get("type") == "array":
        return tuple[_type(said["items"], shapes), ...]
    return {"string": str, "integer": int, "boolean": bool, "object": dict[str, Any], "null": None}[said["type"]]
