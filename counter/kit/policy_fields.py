"""Fields for the values of the policy: each by its type, with unit and range; a list line by line, never as JSON."""

import re
from collections.abc import Mapping
from datetime import time
from enum import Enum
from typing import Any, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.number_field import NumberField
from counter.kit.policy_words import is_list, struct_of, unit, written
from counter.kit.words import TextField, listed, say
from shared.domain.policy import Setting

_YES, _NO = QT_TRANSLATE_NOOP("Counter", "是"), QT_TRANSLATE_NOOP("Counter", "否")
_NEW = QT_TRANSLATE_NOOP("Counter", "新的值")
_NEW_IN = QT_TRANSLATE_NOOP("Counter", "新的值（{unit}）")
_LIST = QT_TRANSLATE_NOOP("Counter", "新的值，用顿号或逗号分开")
_EMPTY_LINES = 2  # offered below a list, to add to it
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})")


def ask(dialog: Dialog, setting: Setting, value: Any) -> None:
    """Add the fields for a value in its JSON form: one field `value`, or for a list of structs `0.name`, `1.name`, …"""
    if struct := struct_of(setting):
        for place, line in enumerate((*value, *({} for _ in range(_EMPTY_LINES)))):
            fields = [(f"{place}.{each.name}", each.value.name, _field(each, line.get(each.name))) for each in struct]
            dialog.side_by_side(*((name, label if place == 0 else "", field) for name, label, field in fields))
    else:
        dialog.add("value", _label(setting), _field(setting, value))


def answer(setting: Setting, values: Mapping[str, Any]) -> Any:
    """The value entered, in its JSON form. Text that does not parse stays text: publishing refuses it with a reason."""
    if struct := struct_of(setting):
        lines = sorted({int(name.split(".")[0]) for name in values})
        found = [{each.name: read(each, values[f"{place}.{each.name}"]) for each in struct} for place in lines]
        return [line for line in found if any(value not in ("", None) for value in line.values())]
    return read(setting, values["value"])


def _label(setting: Setting) -> object:
    if is_list(setting):
        return _LIST
    return say(_NEW_IN).format(unit=unit(setting)) if unit(setting) else _NEW


def _field(setting: Setting, value: Any) -> QWidget:
    options, span = setting.value.options, setting.value.range
    if setting.type is bool:
        return _drop_down({True: say(_YES), False: say(_NO)}, value, str(value))
    if options and not is_list(setting):
        empty = {} if value is not None else {None: ""}
        return _drop_down(empty | {code: str(text) for code, text in options.items()}, value, setting.value.word(value))
    if setting.type is int and span is not None and value is not None:
        number = NumberField(_NEW, int(span.ge), int(span.le))
        number.setValue(value)
        return number
    text = TextField()
    text.setText("" if value is None else _typed(setting, value))
    return text


def _typed(setting: Setting, value: Any) -> str:
    """The value as it would be typed; codes of a newer version, which have no word here, as codes."""
    options = setting.value.options
    if options and is_list(setting):
        return listed(str(options.get(code, code)) for code in value)
    return written(setting, value)


def _drop_down(options: Mapping[Any, str], value: Any, newer: str) -> QWidget:
    box = choice(options if value in options else {value: newer, **options})  # a newer version may have more
    box.setCurrentIndex(box.findData(value))
    return box


def read(setting: Setting, typed: Any) -> Any:
    """What was typed or chosen, in its JSON form; text that does not parse stays text."""
    if not isinstance(typed, str):
        return typed.value if isinstance(typed, Enum) else typed
    if is_list(setting):
        parts = [each.strip() for each in re.split(r"[、,，;；]", typed) if each.strip()]
        return [_number(each) if float in get_args(setting.type) else _code(setting, each) for each in parts]
    if setting.type is time:
        clock = _CLOCK.fullmatch(typed)
        return f"{int(clock[1]):02}:{clock[2]}:00" if clock else typed
    return typed if setting.type is str or setting.value.options else _number(typed)


def _code(setting: Setting, typed: str) -> str:
    """The code of a word that the value is chosen from; the text itself if it is none."""
    codes = (code for code, word in setting.value.options.items() if typed in (word.zh, word.en))
    return next(codes, typed)


def _number(typed: str) -> Any:
    """A number, also written as 60% or 1,000; the text itself if it is none."""
    percent, text = typed.endswith(("%", "％")), typed.rstrip("%％ ").replace(",", "")
    try:
        return float(text) / 100 if percent else int(text) if text.lstrip("-").isdecimal() else float(text)
    except ValueError:  # no number
        return typed
