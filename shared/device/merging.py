"""A file of settings that programs of several versions write: what one of them does not know or cannot read stays."""

from collections.abc import Mapping
from typing import Any


def merged(raw: Mapping[str, Any], read: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """`raw`, of which this version `read` what it can, with what is `new` since; all else stays as it was written."""
    changed = {}
    for name, value in new.items():
        before = raw.get(name)
        if isinstance(value, dict) and isinstance(before, dict):
            changed[name] = merged(before, read.get(name, {}), value)
        elif value != read.get(name) or name not in raw:
            changed[name] = value
    kept = {name: value for name, value in raw.items() if name not in read or name in new}
    return kept | changed
