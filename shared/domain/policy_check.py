"""What the office publishes as policy, checked strictly: a refusal names the value and what it may be. Pure."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

import msgspec

from shared.domain import document
from shared.domain.policy import Policy, Section, Setting, Value, newer_names, read, settings, values_of
from shared.domain.refusal import Refusal
from shared.domain.text import Text

_TYPES = {
    bool: Text("true 或 false", "true or false"),
    int: Text("整数", "a whole number"),
    float: Text("数", "a number"),
    time: Text("时刻，如 08:30:00", "a time such as 08:30:00"),
}
_LIST = Text("列表，写法和原来的一样", "a list, written like the existing one")
REFUSALS: Mapping[str, Text] = {
    "policy_unknown": Text("没有“{name}”这个参数。可用：{known}", "There is no value called {name}. Known: {known}"),
    "policy_value": Text(
        "“{name}”（{key}）不能是 {value}。应为：{may}", "{name} ({key}) cannot be {value}. Allowed: {may}"
    ),
    "policy_relation": Text("{section}：{relation}", "{section}: {relation}"),
    "policy_effective": Text(
        "生效日“{value}”不是日期，应如 2026-04-01。", "The day of effect “{value}” is not a date such as 2026-04-01."
    ),
    "policy_newer": Text(
        "第 {version} 版管理参数的“{values}”本版本还不认识。请先升级本机的程序，再办理。",
        "This version does not know values of policy {version} ({values}). Please update the program first.",
    ),
    "policy_undated": Text(
        "有一版管理参数的生效日“{value}”本版本还不认识。请先升级本机的程序，再办理。",
        "This version cannot read from which day a later policy holds ({value}). Please update the program first.",
    ),
    "document_newer": Text(
        "这份文件的第 {version} 版，本版本还不认识。请先升级本机的程序，再办理。",
        "This version cannot read version {version} of this document. Please update the program first.",
    ),
    "document_empty": Text("文件里没有任何内容，没有发布。", "The document is empty; nothing was published."),
}


def understood(policy: Policy, section: type[Section]) -> Refusal | None:
    """A refusal to decide for good by a section of which this version cannot read a published value.

    Halls go on by the values shipped; what is paid or ranked must not.
    """
    if policy.undated:
        return Refusal("policy_undated", {"value": policy.undated})
    if not (unread := policy.unread(section)):
        return None
    return Refusal("policy_newer", {"version": policy.version, "values": tuple(each.value.name for each in unread)})


def plain(value: object) -> Any:
    """A value as JSON would hold it (lists, texts for times and dates), so that equal values compare equal."""
    return msgspec.json.decode(msgspec.json.encode(value))


def whole(body: Mapping[str, Any], sections: Iterable[type[Section]]) -> dict[str, Any]:
    """The document with every value that this version knows; what it doesn't know stays as it is.

    Beside a newer version's names nothing is filled in: the value may stand there under another name.
    """
    return {**body, **{each.key: _complete(each, body.get(each.key)) for each in sections}}


def _complete(section: type[Section], raw: object) -> dict[str, Any]:
    values = values_of(section, raw)
    return values if newer_names(section, values) else plain(section()) | values


def revised(
    body: Mapping[str, Any], changes: Mapping[str, Any], sections: Iterable[type[Section]]
) -> dict[str, Any] | Refusal:
    """The whole document with `changes` (section → value → new) in it, or the first thing that is wrong with them.

    `effective` among the changes is the day from which periods are computed by it; it is never taken over.
    """
    begins = changes.get("effective")
    if begins != body.get("effective") and document.effective(changes) == document.UNREADABLE:
        return Refusal("policy_effective", {"value": begins})
    body = {key: value for key, value in body.items() if key != "effective"}
    known = {each.key: each for each in sections}
    found = whole(body, known.values())
    changes = {key: values for key, values in changes.items() if key not in ("version", "effective")}
    if not changes:
        return Refusal("document_empty")
    for key, raw in changes.items():
        if found.get(key) == raw:  # also a section that only a newer version knows
            continue
        values = values_of(known[key], raw) if key in known and isinstance(raw, Mapping) else raw
        if refusal := _wrong(known, key, values, found.get(key)):
            return refusal
        found[key] = document.with_unknown(plain(values), found[key])
        for relation in _broken_relations(known[key], found[key]):
            return Refusal("policy_relation", {"section": known[key].title, "relation": relation})
    return found if begins is None else {**found, "effective": begins}


def _broken_relations(section: type[Section], values: Mapping[str, Any]) -> list[Text]:
    """The relations that do not hold in a section's new values."""
    found = {}
    for setting in settings(section):
        try:
            found[setting.name] = setting.read(values[setting.name])
        except (KeyError, ValueError):  # a value of a newer version: not checked here
            found[setting.name] = getattr(read(section, values), setting.name)
    return [relation.text for relation in section(**found).broken()]


def _wrong(known: Mapping[str, type[Section]], key: str, values: object, before: object) -> Refusal | None:
    if key not in known:
        return Refusal("policy_unknown", {"name": key, "known": " ".join(known)})
    if not isinstance(values, Mapping):
        return Refusal("policy_unknown", {"name": key, "known": f"[{key}] …"})
    by_name = {setting.name: setting for setting in settings(known[key])}
    kept = before if isinstance(before, Mapping) else {}
    for name, raw in values.items():
        if name in kept and kept[name] == raw:
            continue
        if name not in by_name:
            return Refusal("policy_unknown", {"name": f"{key}.{name}", "known": " ".join(by_name)})
        if refusal := wrong_value(known[key], by_name[name], raw, kept.get(name)):
            return refusal
    return None


def wrong_value(section: type[Section], setting: Setting, raw: object, before: object = None) -> Refusal | None:
    """That this value cannot be `raw`, with what it may be; None when it can.

    Codes that only a newer version knows may stay where they are in the value of `before`.
    """
    if _fits(setting, raw, before):
        return None
    details = {"name": setting.value.name, "key": f"{section.key}.{setting.name}", "value": raw, "may": may(setting)}
    return Refusal("policy_value", details)


def _fits(setting: Setting, raw: object, before: object) -> bool:
    try:
        found = setting.read(raw, strict=True)
    except ValueError:
        return False
    return not _unknown_inside(raw, plain(found)) and _codes(setting.value, found) <= _texts(before)


def _codes(value: Value, found: object) -> set[str]:
    """The codes in a value that are none of its options, nor in its parts of theirs."""
    if isinstance(found, tuple):
        return set().union(*(_codes(value, each) for each in found))
    if isinstance(found, msgspec.Struct):
        return set().union(*(_codes(each.value, getattr(found, each.name)) for each in settings(type(found))))
    return {str(found)} if value.options and found not in value.options else set()


def _texts(raw: object) -> set[str]:
    """Every text in a value of a document."""
    if isinstance(raw, Mapping):
        return set().union(*map(_texts, raw.values()))
    if isinstance(raw, list | tuple):
        return set().union(*map(_texts, raw))
    return {raw} if isinstance(raw, str) else set()


def _unknown_inside(raw: object, known: object) -> bool:
    """Whether a list's tables have names that this version doesn't know."""
    if not isinstance(raw, list | tuple) or not isinstance(known, list | tuple):
        return False
    pairs = zip(raw, known, strict=True)
    return any(isinstance(each, Mapping) and bool(set(each) - set(like)) for each, like in pairs)


def may(setting: Setting) -> Text:
    """What a value may be: its type, range and unit in words."""
    if options := setting.value.options:
        return Text(
            "、".join(f"{code}（{each.zh}）" for code, each in options.items()),
            ", ".join(f"{code} ({each.en.lower()})" for code, each in options.items()),
        )
    kind, span = _TYPES.get(setting.type, _LIST), setting.value.range
    if span is None:
        return kind
    return Text(
        f"{kind.zh}，{span.ge:g} 至 {span.le:g}（{span.unit.zh}）",
        f"{kind.en} from {span.ge:g} to {span.le:g} ({span.unit.en})",
    )
