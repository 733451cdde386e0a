"""The shape of a fact type as text: when it changes, the projections are rebuilt."""

from enum import Enum
from functools import cache

import msgspec

from shared.domain.fact import Fact


@cache
def shape(fact_type: type[Fact]) -> str:
    """Kind, version, and the names, types, defaults and codes of all fields, nested ones too."""
    return f"{fact_type.kind()} {fact_type.class_version()} {_text(msgspec.inspect.type_info(fact_type))}"


def _text(node: object) -> str:
    if isinstance(node, msgspec.inspect.Type | msgspec.inspect.Field):
        said = ((name, getattr(node, name)) for name in node.__struct_fields__)
        parts = (f"{name}={_text(value)}" for name, value in said if value is not None)
        return f"{type(node).__name__}({', '.join(parts)})"
    if isinstance(node, tuple | list):
        return f"[{', '.join(map(_text, node))}]"
    if isinstance(node, type):
        return f"{node.__name__}{[str(code.value) for code in node] if issubclass(node, Enum) else ''}"
    return repr(node)
