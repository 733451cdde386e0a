"""Values of the policy as people read them, with their units."""

from datetime import time
from typing import Any, get_args

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.words import listed, say
from shared.domain.policy import Setting, settings

_YES, _NO = QT_TRANSLATE_NOOP("Counter", "是"), QT_TRANSLATE_NOOP("Counter", "否")


def written(setting: Setting, value: Any) -> str:
    """A value as people read it: 5、是、08:30、各月平均; a list's parts one after the other."""
    if struct := struct_of(setting):
        return listed(" ".join(written(each, line.get(each.name)) for each in struct) for line in value)
    if isinstance(value, bool):
        return say(_YES if value else _NO)
    if isinstance(value, list):
        return listed(_plain(setting, each) for each in value)
    return value.removesuffix(":00") if setting.type is time else _plain(setting, value)


def unit(setting: Setting) -> str:
    """The unit of its number; "" for none."""
    span = setting.value.range
    return str(span.unit) if span else ""


def _plain(setting: Setting, value: Any) -> str:
    return str(value).removesuffix(".0") if isinstance(value, float) else setting.value.word(value)


def is_list(setting: Setting) -> bool:
    """Whether the value is a list."""
    return getattr(setting.type, "__origin__", None) is tuple


def struct_of(setting: Setting) -> tuple[Setting, ...]:
    """The fields of each line of a list of structs; () for any other value."""
    kind = next(iter(get_args(setting.type)), None) if is_list(setting) else None
    return settings(kind) if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else ()
