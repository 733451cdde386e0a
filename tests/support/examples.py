"""An example of any type that facts are made of: one of everything, days of one Monday, the first code of each list."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import msgspec
from msgspec import inspect

from shared.domain.fact import Fact
from shared.journal.event import Companion, Event, PersonalErased
from shared.people.facts import PinFailed
from tests.support.builders import MONDAY, at

SUBJECTS = ("a:x", "pay:2026-03/x", "honour:x", "adoption:x:x", "totals:x/2026-03-02")
"""Some kinds are folded only for subjects of this form."""
Body = dict[str, Any]


def arrivals(
    kinds: Iterable[type[Fact]], shift: int = 0, change: Callable[[str, Body], Body] = lambda kind, body: body
) -> list[tuple[Event, tuple[Companion, ...], int]]:
    """An example of every kind at ten past nine, as the hub brings it; `shift`: ordered so many ms later."""
    found: list[tuple[Event, tuple[Companion, ...], int]] = []
    sorts = sorted(kinds, key=lambda kind: kind is PinFailed)  # a right PIN forgets the wrong ones
    for place, (subject, kind) in enumerate(product(SUBJECTS, sorts), start=1):
        body = msgspec.json.decode(msgspec.json.encode(example(kind)))
        moment, name = at("09:10") + place, body.pop("kind")
        where: dict[str, Any] = {
            "station": "other",
            "hall": "x",
            "n": place,
            "ts": moment + shift,
            "occurred_at": moment,
        }
        event = Event(id=f"{place:032}", **where, kind=name, subject=subject, actor="x", body=change(name, body))
        if kind is not PersonalErased:
            found.append((event, (), place))
    return found


def example(kind: type[Any]) -> Any:
    """A value of the type: texts are "x", numbers 1."""
    return msgspec.convert(_plain(inspect.type_info(kind)), kind)


def _plain(node: Any) -> Any:
    simple: dict[Any, Any] = {inspect.StrType: "x", inspect.IntType: 1, inspect.FloatType: 1.0, inspect.BoolType: True}
    simple |= {inspect.DateType: MONDAY.isoformat(), inspect.NoneType: None, inspect.AnyType: "x"}
    match node:
        case inspect.Metadata(type=inner):
            return _plain(inner)
        case inspect.StructType(fields=fields, tag_field=name, tag=tag):
            body = {field.encode_name: _plain(field.type) for field in fields}
            return body | ({name: tag} if name else {})
        case inspect.EnumType(cls=codes):
            return next(iter(codes)).value
        case inspect.VarTupleType(item_type=inner) | inspect.ListType(item_type=inner):
            return [_plain(inner)]
        case inspect.TupleType(item_types=inner):
            return [_plain(each) for each in inner]
        case inspect.DictType(value_type=inner):
            return {"x": _plain(inner)}
        case inspect.UnionType(types=types):
            return _plain(next(each for each in types if not isinstance(each, inspect.NoneType)))
        case _:
            return simple[type(node)]
