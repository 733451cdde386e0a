"""The policy in a template file: every value by `section.value`."""

from collections.abc import Mapping
from typing import Any

from shared.declaration.declared import declared
from shared.declaration.practice import TemplatePart
from shared.domain.actor import Actor
from shared.domain.policy import Section, Setting, settings
from shared.domain.policy_check import plain
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.journal.store import Store
from shared.reference import actions, views


def _export(store: Store) -> dict[str, Any]:
    in_force = views.policy(store)
    sections = declared().sections.values()
    values = ((section.key, plain(in_force[section])) for section in sections)
    return {f"{key}.{name}": value for key, body in values for name, value in body.items()}


def _known() -> dict[str, tuple[type[Section], Setting]]:
    sections = declared().sections.values()
    return {f"{section.key}.{each.name}": (section, each) for section in sections for each in settings(section)}


def _name(key: str, _: Any) -> str:
    section, setting = _known()[key]
    return f"{section.title} · {setting.value.name}"


def _take(store: Store, actor: Actor, items: Mapping[str, Any], *, now: int) -> Refusal | None:
    changes: dict[str, dict[str, Any]] = {}
    for key, value in items.items():
        section, _, name = key.partition(".")
        changes.setdefault(section, {})[name] = value
    done = actions.publish(store, actor, "policy", changes, now=now)
    return done if isinstance(done, Refusal) else None


POLICY = TemplatePart(
    key="policy",
    title=Text("管理参数", "Policy"),
    export=_export,
    knows=lambda key, _: key in _known(),
    name=_name,
    take=_take,
)
