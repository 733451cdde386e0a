"""The policy in a template file: every value by `section.value`."""

from collections.abc import Mapping
from typing import Any

from shared.declaration.declared import declared
from shared.declaration.practice import TemplatePart
from shared.domain.actor import Actor
from shared.domain.policy import Policy, Section, Setting, settings, values_of
from shared.domain.policy_check import plain
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.journal.store import Store
from shared.reference import actions, views


def _export(store: Store) -> dict[str, Any]:
    in_force, sections = views.policy(store), declared().sections
    return _flat(dict(in_force.body) | {key: _published(in_force, section) for key, section in sections.items()})


def _flat(document: Mapping[str, Any]) -> dict[str, Any]:
    tables = ((key, values) for key, values in document.items() if isinstance(values, Mapping))
    return {f"{key}.{name}": value for key, values in tables for name, value in values.items()}


def _published(policy: Policy, section: type[Section]) -> dict[str, Any]:
    """The values of a section as this version reads them, those that it cannot read as they were published."""
    unread = {each.name for each in policy.unread(section)}
    readable = {name: value for name, value in plain(policy[section]).items() if name not in unread}
    return values_of(section, policy.body.get(section.key)) | readable


def _known() -> dict[str, tuple[type[Section], Setting]]:
    sections = declared().sections.values()
    return {f"{section.key}.{each.name}": (section, each) for section in sections for each in settings(section)}


def _name(key: str, _: Any) -> str:
    section, setting = _known()[key]
    return f"{section.title} · {setting.value.name}"


def _by_section(items: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The values by section and name, under the names of today."""
    said: dict[str, dict[str, Any]] = {}
    for key, value in items.items():
        section, _, name = key.partition(".")
        said.setdefault(section, {})[name] = value
    known = declared().sections
    return {key: values_of(known[key], values) if key in known else values for key, values in said.items()}


def _take(store: Store, actor: Actor, items: Mapping[str, Any], *, now: int) -> Refusal | None:
    done = actions.publish(store, actor, "policy", _by_section(items), now=now)
    return done if isinstance(done, Refusal) else None


POLICY = TemplatePart(
    key="policy",
    title=Text("管理参数", "Policy"),
    export=_export,
    knows=lambda key, _: key in _known(),
    name=_name,
    take=_take,
    upcast=lambda items: _flat(_by_section(items)),
)
