"""Published documents are read tolerantly and published strictly.

A newer office may publish a name that a hall's version does not know: the hall ignores it. Publishing
refuses unknown names, since a mistyped one would be ignored everywhere in silence.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def read(body: Mapping[str, Any], kind: type[T]) -> T:
    """The typed document; unknown names are ignored. Raises `msgspec.ValidationError` for a wrong or missing value."""
    return msgspec.convert(body, kind, strict=False)
